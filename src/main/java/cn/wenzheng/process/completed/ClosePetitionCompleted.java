package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionCommand.Close;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The citizen has been called back and the case is closed. */
@Component
class ClosePetitionCompleted extends Completed {

    private final PetitionDesk desk;

    ClosePetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_CLOSE_PETITION, FormKeys.fieldsOf(Close.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        Close close = new Close(
                form.flag("reached"),
                form.flag("contacted"),
                form.flag("solved"),
                form.choice("satisfaction", Satisfaction.class),
                form.text("reason"));
        desk.close(numberOf(task), close, actor);
        Variables.SETTLED.set(task, true);
    }
}
