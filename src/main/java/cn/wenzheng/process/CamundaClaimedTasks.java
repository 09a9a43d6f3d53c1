package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClaimedTasks;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Takes the tasks out of the hands of a person who may no longer work on them; his unit finds them where they were. */
@Component
class CamundaClaimedTasks implements ClaimedTasks {

    private final TaskService tasks;
    private final OpenTasks open;
    private final Acting acting;

    CamundaClaimedTasks(TaskService tasks, OpenTasks open, Acting acting) {
        this.tasks = tasks;
        this.open = open;
        this.acting = acting;
    }

    @Override
    public void giveBack(Person person, Actor actor) {
        List<String> held = open.heldWithoutRight(person.id(), Groups.of(person));
        try {
            acting.as(actor, () -> {
                held.forEach(task -> tasks.setAssignee(task, null));
                return held;
            });
        } catch (OptimisticLockingException endedMeanwhile) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }
}
