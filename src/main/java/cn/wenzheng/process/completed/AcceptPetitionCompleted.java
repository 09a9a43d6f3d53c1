package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionCommand.Accept;
import cn.wenzheng.petition.PetitionCommand.AnswerAtOnce;
import cn.wenzheng.petition.PetitionCommand.AskBack;
import cn.wenzheng.petition.PetitionCommand.Attach;
import cn.wenzheng.petition.PetitionCommand.Refuse;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Intake;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The operator has taken the petition on, refused it, answered it at once or asked back. */
@Component
class AcceptPetitionCompleted extends Completed {

    /** Decisions beside accepting, each with a field that only it has. */
    private static final Map<String, String> WAYS =
            Map.of("refuse", "reason", "answer", "publicAnswer", "ask", "question", "attach", "petition");

    private final PetitionDesk desk;
    private final MatterDesk matters;

    AcceptPetitionCompleted(PetitionDesk desk, MatterDesk matters) {
        super(
                Elements.TASK_ACCEPT_PETITION,
                FormKeys.fieldsOf(Accept.class, Refuse.class, AnswerAtOnce.class, AskBack.class, Attach.class));
        this.desk = desk;
        this.matters = matters;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        String decision = form.decision("accept", WAYS);
        if (decision.equals("accept")) {
            desk.accept(numberOf(task), accept(form), actor);
        } else {
            Variables.INTAKE.set(task, other(decision, task, form, actor));
        }
        Variables.ACCEPTED.set(task, decision.equals("accept"));
    }

    /** The way out of acceptance, as the diagram calls it. */
    private String other(String decision, DelegateTask task, Form form, Actor actor) {
        if (decision.equals("refuse")) {
            Refuse refuse = new Refuse(form.choice("reason", RefusalReason.class), form.text("note"));
            desk.refuse(numberOf(task), refuse, actor);
            return Intake.REFUSE;
        }
        requireWay(task);
        if (decision.equals("ask")) {
            desk.askBack(numberOf(task), new AskBack(form.text("question")), actor);
            return Intake.ASK;
        }
        if (decision.equals("attach")) {
            matters.attach(numberOf(task), attach(form), actor);
            return Intake.ATTACH;
        }
        AnswerAtOnce answer = new AnswerAtOnce(
                form.choice("kind", PetitionKind.class), form.text("category"), form.text("publicAnswer"));
        return desk.answerAtOnce(numberOf(task), answer, actor) ? Intake.INFORM : Intake.ANSWER;
    }

    /** A petition goes its whole way by the diagram it began with. */
    private static void requireWay(DelegateTask task) {
        if (task.getBpmnModelInstance().getModelElementById(Elements.GATEWAY_PETITION_WAITS) == null) {
            throw Refusal.conflict("earlier-model", numberOf(task));
        }
    }

    private static Attach attach(Form form) {
        return new Attach(form.choice("kind", PetitionKind.class), form.text("category"), form.text("petition"));
    }

    private static Accept accept(Form form) {
        return new Accept(
                form.choice("kind", PetitionKind.class),
                form.text("category"),
                form.choice("urgency", Urgency.class),
                form.text("firstAnswer"));
    }
}
