package cn.wenzheng.process.sweep;

import cn.wenzheng.process.Groups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the city's running limits beside the engine's tasks and timers, all in one statement and so of one moment: a
 * petition on its way from one step to the next is seen before or after it, never between.
 *
 * <p>The engine keeps local times of the node's zone, and so does the connection.
 */
@Component
class AstrayRows {

    /** The rest waits for the next look; nobody holds a hundred thousand repairs in his hands. */
    static final int AT_ONCE = 1_000;

    private static final String SQL = """
            WITH dated AS (SELECT * FROM unnest(:datedStages, :datedTasks) AS known (stage, task)),
            timed AS (SELECT * FROM unnest(:stages, :tasks, :timers, :marks) AS known (stage, task, timer, mark)),
            waiting AS MATERIALIZED (
                SELECT task.id_ AS task, task.execution_id_ AS execution, task.task_def_key_ AS element,
                       task.proc_def_id_ AS model, task.due_date_ AS shown, instance.business_key_ AS petition,
                       link.group_id_ AS holder
                FROM act_ru_task task
                JOIN act_ru_execution instance ON instance.id_ = task.proc_inst_id_
                LEFT JOIN act_ru_identitylink link ON link.task_id_ = task.id_ AND link.type_ = 'candidate'
                                                  AND link.group_id_ LIKE :units || '%'
                WHERE task.task_def_key_ IN (SELECT task FROM dated)),
            watched AS MATERIALIZED (
                SELECT waiting.*, deadline.stage, deadline.unit, deadline.round, deadline.remind_at::timestamp AS remind_at,
                       deadline.due_at::timestamp AS due_at
                FROM waiting
                JOIN dated ON dated.task = waiting.element
                JOIN deadline ON deadline.petition = waiting.petition AND deadline.stage = dated.stage
                             AND deadline.ended_at IS NULL
                             AND (waiting.holder IS NULL OR waiting.holder = :units || deadline.unit)),
            wanted AS (
                SELECT watched.*, timed.timer, timed.mark,
                       CASE timed.mark WHEN 'REMIND' THEN remind_at ELSE due_at END AS wakes
                FROM watched JOIN timed ON timed.task = watched.element AND timed.stage = watched.stage)
            SELECT 'TASK_DATE' AS what, petition, stage, unit, round, element AS place, due_at AS wanted, shown AS found,
                   task AS id
            FROM watched
            WHERE shown IS NULL OR abs(extract(epoch FROM shown - due_at)) > 0.001
            UNION ALL
            SELECT 'TIMER_DATE', petition, stage, unit, round, timer, wakes, job.duedate_, job.id_
            FROM wanted JOIN act_ru_job job ON job.execution_id_ = wanted.execution AND job.handler_cfg_ = wanted.timer
            WHERE job.exception_msg_ IS NULL AND abs(extract(epoch FROM job.duedate_ - wakes)) > 0.001
            UNION ALL
            SELECT 'TIMER_LOST', petition, stage, unit, round, timer, wakes, NULL, execution
            FROM wanted
            WHERE NOT EXISTS (SELECT FROM act_ru_job job
                              WHERE job.execution_id_ = wanted.execution AND job.handler_cfg_ = wanted.timer)
              AND EXISTS (SELECT FROM act_ru_jobdef known
                          WHERE known.proc_def_id_ = wanted.model AND known.act_id_ = wanted.timer)
              AND NOT (mark = 'DUE' AND EXISTS (
                  SELECT FROM supervision_slip slip
                  WHERE slip.petition = wanted.petition AND slip.unit = wanted.unit AND slip.stage = wanted.stage
                    AND slip.round = wanted.round))
              AND NOT (mark = 'REMIND' AND EXISTS (
                  SELECT FROM journal told
                  WHERE told.petition = wanted.petition AND told.action = 'limit-reminded'
                    AND told.after ->> 'stage' = lower(wanted.stage) AND told.after ->> 'unit' = wanted.unit))
            UNION ALL
            SELECT 'TASK_LOST', petition, stage, unit, round, dated.task, due_at::timestamp, NULL, NULL
            FROM deadline running JOIN dated USING (stage)
            WHERE ended_at IS NULL
              AND NOT EXISTS (SELECT FROM watched
                              WHERE watched.petition = running.petition AND watched.stage = running.stage
                                AND watched.unit = running.unit)
            LIMIT :most
            """;

    private final JdbcClient jdbc;

    AstrayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Astray> read() {
        return jdbc.sql(SQL)
                .param("datedStages", texts(Watch.TASKS, task -> task.stage().name()))
                .param("datedTasks", texts(Watch.TASKS, Watch.Dated::task))
                .param("stages", texts(Watch.TIMERS, timer -> timer.stage().name()))
                .param("tasks", texts(Watch.TIMERS, Watch::task))
                .param("timers", texts(Watch.TIMERS, Watch::timer))
                .param("marks", texts(Watch.TIMERS, timer -> timer.mark().name()))
                .param("units", Groups.ofUnit(""))
                .param("most", AT_ONCE)
                .query(AstrayRows::astray)
                .list();
    }

    private static <T> String[] texts(List<T> known, Function<T, String> column) {
        return known.stream().map(column).toArray(String[]::new);
    }

    private static Astray astray(ResultSet row, int n) throws SQLException {
        Timestamp found = row.getTimestamp("found");
        return new Astray(
                Astray.What.valueOf(row.getString("what")),
                row.getString("petition"),
                row.getString("stage"),
                row.getString("unit"),
                row.getInt("round"),
                row.getString("place"),
                row.getTimestamp("wanted").toInstant(),
                found == null ? null : found.toInstant(),
                row.getString("id"));
    }
}
