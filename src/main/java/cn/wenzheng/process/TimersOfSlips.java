package cn.wenzheng.process;

import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.Slip;
import java.sql.Timestamp;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tasks of slips and the timers on them, set in the engine's tables: a calendar moves hundreds at once. A slip's
 * process takes no step while a petition's does, and a row's revision is counted up as the engine does itself.
 */
@Component
class TimersOfSlips {

    private static final String OF_MOVED = """
            FROM (SELECT slip, petition, at::timestamp AS at
                  FROM unnest(:slips::text[], :petitions::text[], :instants::text[]) AS m (slip, petition, at)) moved
            JOIN act_ru_execution instance ON instance.business_key_ = moved.petition
            JOIN act_ru_variable kept ON kept.execution_id_ = instance.id_ AND kept.name_ = :variable
                                     AND kept.text_ = moved.slip
            """;

    private final JdbcClient jdbc;

    TimersOfSlips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the tasks and timers of all these slips, in two statements. */
    void set(Collection<Slip> slips) {
        run(
                "UPDATE act_ru_task task SET due_date_ = moved.at, rev_ = task.rev_ + 1 " + OF_MOVED
                        + "WHERE task.proc_inst_id_ = instance.id_",
                slips);
        run(
                "UPDATE act_ru_job job SET duedate_ = moved.at, rev_ = job.rev_ + 1 " + OF_MOVED
                        + "WHERE job.process_instance_id_ = instance.id_ AND job.type_ = 'timer'",
                slips);
    }

    private void run(String sql, Collection<Slip> slips) {
        jdbc.sql(sql)
                .param("variable", Variables.SLIP.name())
                .param("slips", slips.stream().map(Slip::id).toArray(String[]::new))
                .param("petitions", slips.stream().map(Slip::petition).toArray(String[]::new))
                // The engine keeps local time without its zone.
                .param(
                        "instants",
                        slips.stream()
                                .map(slip -> Timestamp.from(slip.dueAt()).toString())
                                .toArray(String[]::new))
                .update();
    }
}
