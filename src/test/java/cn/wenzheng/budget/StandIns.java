package cn.wenzheng.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the bare engine finds where the models call the product's beans in expressions; public for that reason. */
public final class StandIns {

    static final String UNIT = "0201";

    private StandIns() {}

    /** Limits nobody will miss during the count; public, as expressions call it. */
    public static final class FarAway {

        private static Date inAWeek() {
            return Date.from(Instant.now().plus(Duration.ofDays(7)));
        }

        public Date acceptanceDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date acceptanceUrgeDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date acceptanceReminderDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date assignmentDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date assignmentUrgeDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date assignmentReminderDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date handlingDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date signInDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date handlingUrgeDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date handlingReminderDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date reviewDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date reviewUrgeDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date reviewReminderDue(DelegateExecution execution) {
            return inAWeek();
        }

        public Date callBackDue(DelegateExecution execution) {
            return inAWeek();
        }
    }

    /** One unit handles; public, as expressions call it. */
    public static final class OneUnit {

        public List<String> of(DelegateExecution execution) {
            return List.of(UNIT);
        }
    }
}
