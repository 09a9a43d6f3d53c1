package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionCommand.Accept;
import cn.wenzheng.petition.PetitionCommand.Refuse;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The operator has taken the petition on or refused it. */
@Component
class AcceptPetitionCompleted extends Completed {

    private final PetitionDesk desk;

    AcceptPetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_ACCEPT_PETITION, FormKeys.fieldsOf(Accept.class, Refuse.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        boolean accepted = !form.decides("accept", "refuse", "reason");
        if (accepted) {
            desk.accept(numberOf(task), accept(form), actor);
        } else {
            Refuse refuse = new Refuse(form.choice("reason", RefusalReason.class), form.text("note"));
            desk.refuse(numberOf(task), refuse, actor);
            Variables.INTAKE.set(task, "refuse");
        }
        Variables.ACCEPTED.set(task, accepted);
    }

    private static Accept accept(Form form) {
        return new Accept(
                form.choice("kind", PetitionKind.class),
                form.text("category"),
                form.choice("urgency", Urgency.class),
                form.text("firstAnswer"));
    }
}
