package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.AfterReturn;
import cn.wenzheng.petition.PetitionCommand.Answer;
import cn.wenzheng.petition.PetitionCommand.NotOurs;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A unit has answered for its part or has said that the petition is not its own. */
@Component
class HandlePetitionCompleted extends Completed {

    private final PetitionDesk desk;

    HandlePetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_HANDLE_PETITION, FormKeys.fieldsOf(Answer.class, NotOurs.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        String unit = Variables.UNIT_CODE.get(task);
        boolean notOurs = form.decides("answer", "not-ours", "ground");
        boolean leadIsDone =
                notOurs ? goesBack(task, unit, form, actor) : desk.answer(numberOf(task), unit, answer(form), actor);
        if (leadIsDone) {
            Variables.UNIT_RESPONSIBLE.set(task, !notOurs);
        }
        Variables.LEAD_IS_DONE.set(task, leadIsDone);
    }

    private boolean goesBack(DelegateTask task, String unit, Form form, Actor actor) {
        boolean rulingPossible =
                task.getBpmnModelInstance().getModelElementById(Elements.TASK_ARBITRATE_PETITION) != null;
        AfterReturn next = desk.returned(numberOf(task), unit, notOurs(form), rulingPossible, actor);
        if (rulingPossible) {
            Variables.RULING_NEEDED.set(task, next == AfterReturn.RULE);
        }
        return next != AfterReturn.OTHERS_GO_ON;
    }

    private static NotOurs notOurs(Form form) {
        return new NotOurs(form.choice("ground", ReturnGround.class), form.text("note"));
    }

    private static Answer answer(Form form) {
        return new Answer(
                form.text("answer"),
                form.text("publicAnswer"),
                form.flag("solved"),
                form.instant("contactedAt"),
                form.text("dissent"));
    }
}
