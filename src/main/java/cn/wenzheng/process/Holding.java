package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a person return a task he holds or hand it to a colleague.
 *
 * <p>The engine's own rights forbid both to whoever may only work on a task, so who may is decided here.
 */
@Component
class Holding {

    private final TaskService tasks;
    private final OpenTasks open;
    private final Steps steps;
    private final OrganizationDesk organization;

    Holding(TaskService tasks, OpenTasks open, Steps steps, OrganizationDesk organization) {
        this.tasks = tasks;
        this.open = open;
        this.steps = steps;
        this.organization = organization;
    }

    void release(String task, Actor actor) {
        assign(task, null, actor, held -> {
            if (!actor.id().equals(held.assignee())) {
                throw Refusal.conflict("task-not-held");
            }
        });
    }

    void handOver(String task, String colleague, Actor actor) {
        assign(task, colleague, actor, handed -> {
            requireFree(handed, actor);
            requireColleague(task, colleague, actor);
        });
    }

    /** Refuses what a colleague has taken on. */
    static void requireFree(OpenTask task, Actor actor) {
        if (task.assignee() != null && !task.assignee().equals(actor.id())) {
            throw Refusal.conflict("task-held-by-colleague");
        }
    }

    private void assign(String task, @Nullable String assignee, Actor actor, Consumer<OpenTask> check) {
        steps.take(actor, () -> {
            check.accept(open.byId(task, Groups.of(actor)).orElseThrow(Refusal::notFound));
            tasks.setAssignee(task, assignee);
            return task;
        });
    }

    private void requireColleague(String task, String id, Actor actor) {
        boolean colleague = !id.equals(actor.id())
                && organization
                        .person(id)
                        .filter(person -> person.unit().equals(actor.unit()))
                        .filter(person -> open.byId(task, Groups.of(person)).isPresent())
                        .isPresent();
        if (!colleague) {
            throw Refusal.invalid("colleague", "not-a-colleague", id);
        }
    }
}
