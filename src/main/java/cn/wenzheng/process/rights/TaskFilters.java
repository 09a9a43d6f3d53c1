package cn.wenzheng.process.rights;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists of tasks that Tasklist shows: mine, my unit's, due today, overdue. */
@Component
class TaskFilters {

    /** The colours of the screens' tokens: accent, done, near, late. */
    private static final String ACCENT = "#1f5fbf";

    private static final String QUIET = "#47604f";
    private static final String NEAR = "#8a5a00";
    private static final String LATE = "#b3261e";

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** Writes the four filters as this release wants them and lets the staff read them. */
    void bootstrap() {
        ship(1, "我的任务", "已由您认领的任务", ACCENT, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        ship(2, "本单位待办", "本单位可以办理的全部任务", QUIET, ofMyGroups());
        ship(
                3,
                "今日到期",
                "今天之内到期、尚未逾期的任务",
                NEAR,
                ofMyGroups().dueAfterExpression("${now()}").dueBeforeExpression("#{workingDay.end()}"));
        ship(4, "已逾期", "已经超过时限的任务", LATE, ofMyGroups().dueBeforeExpression("${now()}"));
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void ship(int place, String name, String description, String colour, TaskQuery query) {
        Filter present = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = present == null ? filters.newTaskFilter(name) : present;
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "description", description,
                "color", colour,
                "priority", place,
                "refresh", true,
                "showUndefinedVariable", false));
        grants.mayRead(filters.saveFilter(filter).getId());
    }
}
