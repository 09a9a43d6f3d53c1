package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Ends a task in somebody's name with what he decided. */
@Component
class TaskEnding {

    private final TaskService tasks;
    private final IdentityService identity;

    TaskEnding(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Lets the engine check the actor's right too and write his name into its operation log. */
    void end(OpenTask task, VariableMap fields, Actor actor) {
        Holding.requireFree(task, actor);
        identity.setAuthentication(actor.id(), Groups.of(actor));
        try {
            tasks.complete(task.id(), fields);
        } finally {
            identity.clearAuthentication();
        }
    }
}
