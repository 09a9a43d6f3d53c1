package cn.wenzheng.city;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the engine knows, seen from behind the product.
 *
 * @param beginning begins what waits to be begun
 */
public record EngineRoom(ProcessEngine engine, JdbcTemplate jdbc, Runnable beginning) {

    /** Where the petition's one instance stands, each unit's part on its own; empty when there is none. */
    public List<String> standsAt(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> task.getProcessDefinitionId().startsWith("PetitionHandling"))
                .map(task -> task.getTaskDefinitionKey().replace("Task_", ""))
                .sorted()
                .toList();
    }

    public long instances(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("PetitionHandling")
                .processInstanceBusinessKey(number)
                .count();
    }

    /** All there ever were. */
    public long instancesEver(String number) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("PetitionHandling")
                .processInstanceBusinessKey(number)
                .count();
    }

    /** Fires every timer that is due by the product's clock, the earliest first, and those that become due by it. */
    public void firesWhatIsDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> fires(job.getId()));
        }
    }

    /** Begins the petitions that platforms have brought. */
    public void beginsWhatArrived() {
        beginning.run();
        engine.getManagementService()
                .createJobQuery()
                .messages()
                .processDefinitionKey("PetitionHandling")
                .executable()
                .withRetriesLeft()
                .list()
                .forEach(job -> fires(job.getId()));
    }

    /** Has the members of every answered matter told, until nobody waits; fails when only such are left that cannot be. */
    public void answersMembers() {
        for (List<Job> batches = batches(); !batches.isEmpty(); batches = batches()) {
            batches.forEach(job -> fires(job.getId()));
        }
    }

    private List<Job> batches() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .processDefinitionKey("MatterHandling")
                .list();
    }

    /** The instances of a matter's process, those that have ended included. */
    public List<String> mattersEver(String matter) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("MatterHandling")
                .processInstanceBusinessKey(matter)
                .list()
                .stream()
                .map(instance -> instance.getState())
                .toList();
    }

    /** What stands in a variable of the petition's instances, past or present. */
    public List<Object> variable(String number, String name) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("PetitionHandling")
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName(name)
                        .list()
                        .stream())
                .map(variable -> variable.getValue())
                .toList();
    }

    /** One that fired before may have ended the process of another. */
    private void fires(String job) {
        if (engine.getManagementService().createJobQuery().jobId(job).count() == 1) {
            engine.getManagementService().executeJob(job);
        }
    }

    private List<Job> due() {
        JobQuery timers = engine.getManagementService().createJobQuery().timers();
        return timers.executable().withRetriesLeft().orderByJobDuedate().asc().list();
    }

    public long incidents() {
        return engine.getRuntimeService().createIncidentQuery().count();
    }

    /** The engine's tables and columns, text or bytes, in which these words stand. */
    public List<String> tablesThatHold(String words) {
        return jdbc
                .queryForList(
                        "SELECT table_name || ' ' || column_name || ' ' || data_type FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND table_name LIKE 'act\\_%'"
                                + " AND data_type IN ('character varying', 'text', 'bytea')",
                        String.class)
                .stream()
                .filter(column -> holds(column.split(" ", 3), words))
                .toList();
    }

    private boolean holds(String[] column, String words) {
        String value = column[2].equals("bytea") ? "convert_to(?, 'UTF8')" : "?";
        String sql =
                "SELECT count(*) FROM public.%s WHERE position(%s IN %s) > 0".formatted(column[0], value, column[1]);
        Long rows = jdbc.queryForObject(sql, Long.class, words);
        return rows != null && rows > 0;
    }
}
