package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionCommand.Arbitrate;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.process.PetitionHandling.Elements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The supervision office has ruled whose the petition is. */
@Component
class ArbitratePetitionCompleted extends Completed {

    private final PetitionDesk desk;

    ArbitratePetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_ARBITRATE_PETITION, FormKeys.fieldsOf(Arbitrate.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        Arbitrate ruling = new Arbitrate(form.text("lead"), form.texts("assisting"), form.text("ruling"));
        desk.arbitrate(numberOf(task), ruling, actor);
    }
}
