package cn.wenzheng.process;

import cn.wenzheng.petition.Deadlines.Limit;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The waiting tasks of petitions with the timers on them, read and set in the engine's tables.
 *
 * <p>The engine would ask and write once for each of thousands; a row's revision is counted up as it does itself, so that
 * whoever holds an older one is told.
 */
@Component
class TimersOfTasks {

    private static final String OF = """
            FROM act_ru_execution instance
            JOIN act_ru_task task ON task.proc_inst_id_ = instance.id_
            LEFT JOIN act_ru_identitylink unit ON unit.task_id_ = task.id_ AND unit.type_ = 'candidate'
                                              AND unit.group_id_ LIKE :unit
            """;

    private static final String MOVED = """
            (SELECT petition, team, element, event, at::timestamp AS at
             FROM unnest(:petitions::text[], :teams::text[], :elements::text[], :events::text[], :instants::text[])
                AS m (petition, team, element, event, at)) moved
            """;

    private static final String IS_ITS_TASK = """
            instance.business_key_ = moved.petition AND task.proc_inst_id_ = instance.id_
            AND task.task_def_key_ = moved.element
            AND (moved.team IS NULL OR EXISTS (SELECT 1 FROM act_ru_identitylink unit
                 WHERE unit.task_id_ = task.id_ AND unit.type_ = 'candidate' AND unit.group_id_ = moved.team))
            """;

    private final JdbcClient jdbc;

    TimersOfTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One task, with one of its timers.
     *
     * @param unit the unit whose task it is; null for the centre's
     * @param event the boundary event of the timer; null, as the job is, when none waits on the task
     */
    record Hand(
            String petition,
            String element,
            @Nullable String unit,
            String task,
            @Nullable String event,
            @Nullable String job) {

        boolean isOf(Limit limit) {
            return petition.equals(limit.petition())
                    && element.equals(ClockTimer.hostOf(limit.stage()))
                    && (unit == null || unit.equals(limit.unit()));
        }
    }

    List<Hand> of(Collection<String> petitions) {
        return jdbc.sql("""
                        SELECT instance.business_key_, task.task_def_key_, unit.group_id_, task.id_ AS task,
                            definition.act_id_, job.id_ AS job
                        """ + OF + """
                        LEFT JOIN act_ru_job job ON job.execution_id_ = task.execution_id_
                        LEFT JOIN act_ru_jobdef definition ON definition.id_ = job.job_def_id_
                        WHERE instance.business_key_ = ANY (:petitions)""")
                .param("unit", Groups.UNIT + "%")
                .param("petitions", petitions.toArray(String[]::new))
                .query((row, n) -> new Hand(
                        row.getString("business_key_"),
                        row.getString("task_def_key_"),
                        Groups.unitOf(row.getString("group_id_")),
                        row.getString("task"),
                        row.getString("act_id_"),
                        row.getString("job")))
                .list();
    }

    /** Sets the tasks and timers of all these limits, in two statements. */
    void set(Collection<Limit> limits) {
        Moved tasks = new Moved();
        Moved timers = new Moved();
        for (Limit limit : limits) {
            if (ClockTimer.TASKS.containsKey(limit.stage())) {
                tasks.add(limit, "", limit.dueAt());
            }
            ClockTimer.ALL.stream()
                    .filter(timer -> timer.shows(limit))
                    .forEach(
                            timer -> timers.add(limit, timer.event(), timer.at().apply(limit)));
        }
        run(
                "UPDATE act_ru_task task SET due_date_ = moved.at, rev_ = task.rev_ + 1 FROM " + MOVED
                        + ", act_ru_execution instance WHERE " + IS_ITS_TASK,
                tasks);
        run(
                "UPDATE act_ru_job job SET duedate_ = moved.at, rev_ = job.rev_ + 1 FROM " + MOVED
                        + ", act_ru_execution instance, act_ru_task task, act_ru_jobdef definition WHERE " + IS_ITS_TASK
                        + " AND job.execution_id_ = task.execution_id_ AND definition.id_ = job.job_def_id_"
                        + " AND definition.act_id_ = moved.event",
                timers);
    }

    private void run(String sql, Moved moved) {
        jdbc.sql(sql)
                .param("petitions", moved.petitions.toArray(String[]::new))
                .param("teams", moved.teams.toArray(String[]::new))
                .param("elements", moved.elements.toArray(String[]::new))
                .param("events", moved.events.toArray(String[]::new))
                .param("instants", moved.instants.toArray(String[]::new))
                .update();
    }

    /** What is to be set, column by column. */
    private static final class Moved {

        private final List<String> petitions = new ArrayList<>();
        private final List<@Nullable String> teams = new ArrayList<>();
        private final List<String> elements = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<String> instants = new ArrayList<>();

        void add(Limit limit, String event, Instant at) {
            String element = ClockTimer.hostOf(limit.stage());
            petitions.add(limit.petition());
            elements.add(String.valueOf(element));
            teams.add(
                    PetitionHandling.Elements.TASK_HANDLE_PETITION.equals(element)
                            ? Groups.ofUnit(limit.unit())
                            : null);
            events.add(event);
            // The engine keeps local time without its zone.
            instants.add(Timestamp.from(at).toString());
        }
    }
}
