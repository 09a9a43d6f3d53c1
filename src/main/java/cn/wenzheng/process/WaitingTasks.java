package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionProcess.Due;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.PetitionProcess.Today;
import cn.wenzheng.petition.PetitionProcess.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for one person, counted and listed in one statement.
 *
 * <p>Everything of his groups is read once, however much it is; the rows shown alone are completed.
 */
@Component
class WaitingTasks {

    private static final String SQL = """
            WITH mine AS MATERIALIZED (
                SELECT task.id_, task.task_def_key_, task.proc_inst_id_, task.due_date_, task.assignee_
                FROM act_ru_task task
                WHERE task.id_ IN (SELECT link.task_id_ FROM act_ru_identitylink link
                                   WHERE link.type_ = 'candidate' AND link.group_id_ IN (:groups))
                  AND (task.assignee_ IS NULL OR task.assignee_ = :person)),
            counted AS (
                SELECT count(*) AS total, count(*) FILTER (WHERE due_date_ < :now) AS late,
                       count(*) FILTER (WHERE due_date_ >= :now AND due_date_ < :end) AS today
                FROM mine),
            shown AS (
                SELECT * FROM mine
                WHERE (:from::timestamp IS NULL OR due_date_ >= :from) AND (:to::timestamp IS NULL OR due_date_ < :to)
                ORDER BY due_date_, id_ LIMIT :size OFFSET :offset)
            SELECT counted.*, shown.*, instance.business_key_, unit.group_id_
            FROM counted
            LEFT JOIN shown ON true
            LEFT JOIN act_ru_execution instance ON instance.id_ = shown.proc_inst_id_
            LEFT JOIN act_ru_identitylink unit ON unit.task_id_ = shown.id_ AND unit.type_ = 'candidate'
                                              AND (unit.group_id_ LIKE :unit OR unit.group_id_ LIKE :head)
            ORDER BY shown.due_date_, shown.id_
            """;

    private final JdbcClient jdbc;

    WaitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Waiting page(Actor actor, Due due, Today today, int page, int size) {
        return jdbc.sql(SQL)
                .param("groups", Groups.of(actor))
                .param("person", actor.id())
                .param("now", Timestamp.from(today.now()))
                .param("end", Timestamp.from(today.end()))
                .param("from", due == Due.TODAY ? Timestamp.from(today.now()) : null)
                .param("to", until(due, today))
                .param("size", size)
                .param("offset", (long) page * size)
                .param("unit", Groups.UNIT + "%")
                .param("head", Groups.HEAD + "%")
                .query(WaitingTasks::read);
    }

    private static @Nullable Timestamp until(Due due, Today today) {
        return switch (due) {
            case ANY -> null;
            case LATE -> Timestamp.from(today.now());
            case TODAY -> Timestamp.from(today.end());
        };
    }

    /** The counts stand in every row, and in one without a task when none is shown. */
    private static Waiting read(ResultSet rows) throws SQLException {
        List<OpenTask> items = new ArrayList<>();
        long total = 0;
        long late = 0;
        long today = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            late = rows.getLong("late");
            today = rows.getLong("today");
            if (rows.getString("id_") != null) {
                items.add(OpenTasks.toTask(rows, items.size()));
            }
        }
        return new Waiting(items, total, late, today);
    }
}
