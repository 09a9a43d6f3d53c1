package cn.wenzheng.process.task;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.process.AnswerDelivery;
import cn.wenzheng.process.PetitionHandling;
import cn.wenzheng.process.Supervision;
import cn.wenzheng.supervision.SupervisionDesk;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Tells timers and tasks of the models until when: {@code #{petitionTimers.handlingDue(execution)}}.
 *
 * <p>The rows of room {@code deadline} and the slips are the truth, a timer only wakes up at their instants. Public
 * because the engine's expressions call methods of public classes only.
 */
@Component
public class PetitionTimers {

    private final Deadlines deadlines;
    private final SupervisionDesk supervision;
    private final OrganizationDesk organization;
    private final DeliveryCalls deliveries;
    private final PetitionDesk petitions;

    PetitionTimers(
            Deadlines deadlines,
            SupervisionDesk supervision,
            OrganizationDesk organization,
            DeliveryCalls deliveries,
            PetitionDesk petitions) {
        this.deadlines = deadlines;
        this.deliveries = deliveries;
        this.petitions = petitions;
        this.supervision = supervision;
        this.organization = organization;
    }

    public Date acceptanceUrgeDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ACCEPTANCE).urgeAt());
    }

    public Date acceptanceReminderDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ACCEPTANCE).remindAt());
    }

    public Date acceptanceDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ACCEPTANCE).dueAt());
    }

    public Date supplementDue(DelegateExecution execution) {
        return Date.from(petitions.supplementUntil(execution.getProcessBusinessKey()));
    }

    public Date assignmentUrgeDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ASSIGNMENT).urgeAt());
    }

    public Date assignmentReminderDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ASSIGNMENT).remindAt());
    }

    public Date assignmentDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ASSIGNMENT).dueAt());
    }

    public Date arbitrationDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.ARBITRATION).dueAt());
    }

    /**
     * A unit that keeps its part when another lead takes over may have signed for it; its timer then wakes up when the
     * part is due and finds no signature missing.
     */
    public Date signInDue(DelegateExecution execution) {
        String petition = execution.getProcessBusinessKey();
        return deadlines
                .running(petition, Stage.SIGN_IN, PetitionHandling.Variables.UNIT_CODE.get(execution))
                .map(limit -> Date.from(limit.dueAt()))
                .orElseGet(() -> handlingDue(execution));
    }

    public Date handlingUrgeDue(DelegateExecution execution) {
        return Date.from(unit(execution, Stage.HANDLING).urgeAt());
    }

    public Date handlingReminderDue(DelegateExecution execution) {
        return Date.from(unit(execution, Stage.HANDLING).remindAt());
    }

    public Date handlingDue(DelegateExecution execution) {
        return Date.from(unit(execution, Stage.HANDLING).dueAt());
    }

    public Date reviewUrgeDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.REVIEW).urgeAt());
    }

    public Date reviewReminderDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.REVIEW).remindAt());
    }

    public Date reviewDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.REVIEW).dueAt());
    }

    public Date callBackDue(DelegateExecution execution) {
        return Date.from(centre(execution, Stage.CALL_BACK).dueAt());
    }

    public Date slipDue(DelegateExecution execution) {
        Instant due = supervision.dueOf(Supervision.Variables.SLIP.get(execution));
        return Date.from(due);
    }

    public Date deliveryAllowedDue(DelegateExecution execution) {
        return Date.from(deliveries.allowedAt(AnswerDelivery.Variables.DELIVERY.get(execution)));
    }

    public Date decisionDue(DelegateExecution execution) {
        return Date.from(deliveries.decideBy());
    }

    private Deadlines.Limit centre(DelegateExecution execution, Stage stage) {
        return running(execution, stage, organization.centre().code());
    }

    private Deadlines.Limit unit(DelegateExecution execution, Stage stage) {
        return running(execution, stage, PetitionHandling.Variables.UNIT_CODE.get(execution));
    }

    private Deadlines.Limit running(DelegateExecution execution, Stage stage, String unit) {
        String petition = execution.getProcessBusinessKey();
        return deadlines
                .running(petition, stage, unit)
                .orElseThrow(() -> new IllegalStateException(
                        "petition " + petition + " has no running limit for " + stage + " of unit " + unit));
    }
}
