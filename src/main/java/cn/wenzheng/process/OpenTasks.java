package cn.wenzheng.process;

import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.PetitionProcess.TaskPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The open tasks, read from the engine's tables.
 *
 * <p>The engine's own query knows neither the business key nor the unit of a task and would ask once more for each row.
 */
@Component
class OpenTasks {

    private static final String ROWS = """
            SELECT task.id_, task.task_def_key_, instance.business_key_, task.due_date_, task.assignee_, unit.group_id_
            FROM act_ru_task task
            JOIN act_ru_execution instance ON instance.id_ = task.proc_inst_id_
            LEFT JOIN act_ru_identitylink unit ON unit.task_id_ = task.id_ AND unit.type_ = 'candidate'
                                              AND (unit.group_id_ LIKE :unit OR unit.group_id_ LIKE :head)
            WHERE""";

    private static final String COUNT = "SELECT count(*) FROM act_ru_task task WHERE";

    private static final String OF_SLIP = """
            AND task.task_def_key_ = :element
            AND EXISTS (SELECT 1 FROM act_ru_variable kept WHERE kept.execution_id_ = task.proc_inst_id_
                                                             AND kept.name_ = :variable AND kept.text_ = :slip)
            """;

    private static final String FOR_GROUPS = """
             EXISTS (SELECT 1 FROM act_ru_identitylink link
                     WHERE link.task_id_ = task.id_ AND link.type_ = 'candidate' AND link.group_id_ IN (:groups))
            """;

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of what the groups may work on, the most urgent first. */
    TaskPage page(List<String> groups, int page, int size) {
        if (groups.isEmpty()) {
            return new TaskPage(List.of(), 0);
        }
        List<OpenTask> items = rows("ORDER BY task.due_date_, task.id_ LIMIT :size OFFSET :offset", groups)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(OpenTasks::toTask)
                .list();
        long total = jdbc.sql(COUNT + FOR_GROUPS)
                .param("groups", groups)
                .query(Long.class)
                .single();
        return new TaskPage(items, total);
    }

    Optional<OpenTask> byId(String id, List<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : rows("AND task.id_ = :id", groups)
                        .param("id", id)
                        .query(OpenTasks::toTask)
                        .optional();
    }

    /** The petition's open tasks of one kind that the groups may work on. */
    List<OpenTask> at(String petition, String element, List<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : rows("AND instance.business_key_ = :petition AND task.task_def_key_ = :element", groups)
                        .param("petition", petition)
                        .param("element", element)
                        .query(OpenTasks::toTask)
                        .list();
    }

    /** The slip's open task of one kind, if the groups may work on it. */
    Optional<OpenTask> ofSlip(String slip, String element, List<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : rows(OF_SLIP, groups)
                        .param("element", element)
                        .param("variable", Supervision.Variables.SLIP.name())
                        .param("slip", slip)
                        .query(OpenTasks::toTask)
                        .optional();
    }

    /** The instance's open task of one kind, if the groups may work on it. */
    Optional<OpenTask> ofInstance(String instance, String element, List<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : rows("AND task.proc_inst_id_ = :instance AND task.task_def_key_ = :element", groups)
                        .param("instance", instance)
                        .param("element", element)
                        .query(OpenTasks::toTask)
                        .optional();
    }

    /** The tasks that a person has taken on and that none of the groups may work on. */
    List<String> heldWithoutRight(String holder, List<String> groups) {
        return jdbc.sql("""
                        SELECT task.id_ FROM act_ru_task task
                        WHERE task.assignee_ = :holder
                          AND NOT EXISTS (SELECT 1 FROM act_ru_identitylink link
                                          WHERE link.task_id_ = task.id_ AND link.type_ = 'candidate'
                                            AND link.group_id_ = ANY (:groups))""")
                .param("holder", holder)
                .param("groups", groups.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private StatementSpec rows(String rest, List<String> groups) {
        return jdbc.sql(ROWS + FOR_GROUPS + rest)
                .param("unit", Groups.UNIT + "%")
                .param("head", Groups.HEAD + "%")
                .param("groups", groups);
    }

    static OpenTask toTask(ResultSet row, int n) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        return new OpenTask(
                row.getString("id_"),
                Words.ofTask(row.getString("task_def_key_")),
                row.getString("business_key_"),
                Groups.unitOf(row.getString("group_id_")),
                due == null ? null : due.toInstant(),
                row.getString("assignee_"));
    }
}
