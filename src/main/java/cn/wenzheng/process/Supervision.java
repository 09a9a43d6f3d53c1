package cn.wenzheng.process;

/**
 * The words of {@code processes/supervision.bpmn}; nothing else in the code names a part of that model.
 *
 * <p>Its business key is the number of the petition under supervision.
 */
public final class Supervision {

    public static final String KEY = "Supervision";

    private Supervision() {}

    /** What the diagram reads. */
    public static final class Variables {
        public static final ProcessVariable<String> SLIP = new ProcessVariable<>("slip", String.class);
        public static final ProcessVariable<String> UNIT_CODE = new ProcessVariable<>("unitCode", String.class);
        public static final ProcessVariable<Boolean> SLIP_SATISFIES =
                new ProcessVariable<>("slipSatisfies", Boolean.class);
        public static final ProcessVariable<Boolean> RAISED_TO_TOP =
                new ProcessVariable<>("raisedToTop", Boolean.class);

        private Variables() {}
    }

    /** Its flow nodes. */
    public static final class Elements {
        public static final String START_EVENT_SLIP_ISSUED = "StartEvent_SlipIssued";
        public static final String GATEWAY_UNIT_REPORTS = "Gateway_UnitReports";
        public static final String GATEWAY_SLIP_FORK = "Gateway_SlipFork";
        public static final String TASK_ANSWER_SLIP = "Task_AnswerSlip";
        public static final String BOUNDARY_EVENT_SLIP_OVERDUE = "BoundaryEvent_SlipOverdue";
        public static final String END_EVENT_SLIP_ANSWERED = "EndEvent_SlipAnswered";
        public static final String TASK_FOLLOW_SLIP = "Task_FollowSlip";
        public static final String GATEWAY_SLIP_SATISFIES = "Gateway_SlipSatisfies";
        public static final String END_EVENT_SLIP_LIFTED = "EndEvent_SlipLifted";
        public static final String TASK_RAISE_SLIP = "Task_RaiseSlip";
        public static final String END_EVENT_SLIP_RAISED = "EndEvent_SlipRaised";
        public static final String TASK_RULE_ON_SLIP = "Task_RuleOnSlip";
        public static final String END_EVENT_SLIP_RULED = "EndEvent_SlipRuled";

        private Elements() {}
    }
}
