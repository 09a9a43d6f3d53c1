package cn.wenzheng.process;

/**
 * The words of {@code processes/matter-handling.bpmn}; nothing else in the code names a part of that model.
 *
 * <p>Its business key is the matter's number.
 */
public final class MatterHandling {

    public static final String KEY = "MatterHandling";

    private MatterHandling() {}

    /** What the diagram reads. */
    public static final class Variables {
        public static final ProcessVariable<Boolean> MEMBERS_ANSWERED =
                new ProcessVariable<>("membersAnswered", Boolean.class);

        private Variables() {}
    }

    /** Its flow nodes. */
    public static final class Elements {
        public static final String START_EVENT_MATTER_OPENED = "StartEvent_MatterOpened";
        public static final String CATCH_EVENT_MATTER_PASSED = "CatchEvent_MatterPassed";
        public static final String TASK_ANSWER_MEMBERS = "Task_AnswerMembers";
        public static final String GATEWAY_MEMBERS_ANSWERED = "Gateway_MembersAnswered";
        public static final String END_EVENT_MATTER_ANSWERED = "EndEvent_MatterAnswered";
        public static final String SUB_PROCESS_DISSOLVE_MATTER = "SubProcess_DissolveMatter";
        public static final String START_EVENT_MATTER_DISSOLVED = "StartEvent_MatterDissolved";
        public static final String END_EVENT_MATTER_DISSOLVED = "EndEvent_MatterDissolved";

        private Elements() {}
    }

    /** What can be said to it from outside. */
    public static final class Messages {
        public static final String MATTER_PASSED = "matter.passed";
        public static final String MATTER_DISSOLVED = "matter.dissolved";

        private Messages() {}
    }
}
