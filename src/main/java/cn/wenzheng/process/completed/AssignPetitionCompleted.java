package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionCommand.Assign;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.process.PetitionHandling.Elements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The dispatcher has named the lead unit and the assisting units. */
@Component
class AssignPetitionCompleted extends Completed {

    private final PetitionDesk desk;

    AssignPetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_ASSIGN_PETITION, FormKeys.fieldsOf(Assign.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        Assign assign =
                new Assign(form.text("lead"), form.texts("assisting"), form.text("note"), form.flag("mentionUnit"));
        desk.assign(numberOf(task), assign, actor);
    }
}
