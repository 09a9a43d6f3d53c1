package cn.wenzheng.process.web;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose case a task is, whoever asks: for the journal, which must know what somebody was not allowed to see. */
@Component
class CasesOfTasks {

    private final JdbcClient jdbc;

    CasesOfTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The petition's number; empty when there is no such open task. */
    Optional<String> behind(String task) {
        return task.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        SELECT instance.business_key_ FROM act_ru_task task
                        JOIN act_ru_execution instance ON instance.id_ = task.proc_inst_id_
                        WHERE task.id_ = ?""").param(task).query(String.class).optional();
    }
}
