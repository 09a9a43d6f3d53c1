package cn.wenzheng.process.engine;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.process.Acting;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the journal who took a task, gave it back or handed it to a colleague, whichever door was used; a unit that takes
 * its part in hand has signed for it.
 */
@Component
class HolderChanged implements TaskListener {

    private final Acting acting;
    private final Journal journal;
    private final ObjectProvider<PetitionDesk> desk;

    HolderChanged(Acting acting, Journal journal, ObjectProvider<PetitionDesk> desk) {
        this.acting = acting;
        this.journal = journal;
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        Actor actor = acting.actor();
        journal.done(
                actor,
                action(task.getAssignee(), actor),
                task.getExecution().getProcessBusinessKey(),
                holder(task, change == null ? null : change.getOrgValue()),
                holder(task, task.getAssignee()));
        if (Elements.TASK_HANDLE_PETITION.equals(task.getTaskDefinitionKey())) {
            String unit = Variables.UNIT_CODE.get(task);
            if (actor.worksFor(unit)) {
                desk.getObject().takeNotice(task.getExecution().getProcessBusinessKey(), unit, actor);
            }
        }
    }

    private static String action(@Nullable String assignee, Actor actor) {
        if (assignee == null) {
            return "task-released";
        }
        return assignee.equals(actor.id()) ? "task-claimed" : "task-handed-over";
    }

    private static Map<String, Object> holder(DelegateTask task, @Nullable Object holder) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("task", task.getTaskDefinitionKey());
        if (holder != null) {
            facts.put("holder", holder);
        }
        return facts;
    }
}
