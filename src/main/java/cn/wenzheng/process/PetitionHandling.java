package cn.wenzheng.process;

/**
 * The words of {@code processes/petition-handling.bpmn}; nothing else in the code names a part of that model.
 *
 * <p>Its business key is the petition's number.
 */
public final class PetitionHandling {

    public static final String KEY = "PetitionHandling";

    private PetitionHandling() {}

    /** What the diagram reads. */
    public static final class Variables {
        public static final ProcessVariable<Boolean> ACCEPTED = new ProcessVariable<>("accepted", Boolean.class);
        /** What the operator has decided who neither accepts nor passes on: see {@code Gateway_PetitionWaits}. */
        public static final ProcessVariable<String> INTAKE = new ProcessVariable<>("intake", String.class);

        public static final ProcessVariable<Boolean> SETTLED = new ProcessVariable<>("settled", Boolean.class);
        public static final ProcessVariable<String> UNIT_CODE = new ProcessVariable<>("unitCode", String.class);
        public static final ProcessVariable<Boolean> LEAD_IS_DONE = new ProcessVariable<>("leadIsDone", Boolean.class);
        public static final ProcessVariable<Boolean> UNIT_RESPONSIBLE =
                new ProcessVariable<>("unitResponsible", Boolean.class);
        public static final ProcessVariable<Boolean> RULING_NEEDED =
                new ProcessVariable<>("rulingNeeded", Boolean.class);
        public static final ProcessVariable<Boolean> ANSWER_SATISFIES =
                new ProcessVariable<>("answerSatisfies", Boolean.class);

        private Variables() {}
    }

    /** The values of {@link Variables#INTAKE}. */
    public static final class Intake {
        public static final String ASK = "ask";
        public static final String ATTACH = "attach";
        /** With a call-back. */
        public static final String ANSWER = "answer";
        /** Without one. */
        public static final String INFORM = "inform";

        public static final String REFUSE = "refuse";

        private Intake() {}
    }

    /** Its flow nodes. */
    public static final class Elements {
        public static final String START_EVENT_PETITION_RECEIVED = "StartEvent_PetitionReceived";
        public static final String START_EVENT_PETITION_ARRIVED = "StartEvent_PetitionArrived";
        public static final String TASK_CLASSIFY_PETITION = "Task_ClassifyPetition";
        public static final String TASK_ACCEPT_PETITION = "Task_AcceptPetition";
        public static final String BOUNDARY_EVENT_ACCEPTANCE_URGE = "BoundaryEvent_AcceptanceUrge";
        public static final String END_EVENT_ACCEPTANCE_URGED = "EndEvent_AcceptanceUrged";
        public static final String BOUNDARY_EVENT_ACCEPTANCE_REMINDER = "BoundaryEvent_AcceptanceReminder";
        public static final String END_EVENT_ACCEPTANCE_REMINDED = "EndEvent_AcceptanceReminded";
        public static final String BOUNDARY_EVENT_ACCEPTANCE_OVERDUE = "BoundaryEvent_AcceptanceOverdue";
        public static final String END_EVENT_ACCEPTANCE_ESCALATED = "EndEvent_AcceptanceEscalated";
        public static final String GATEWAY_PETITION_ACCEPTED = "Gateway_PetitionAccepted";
        public static final String GATEWAY_PETITION_WAITS = "Gateway_PetitionWaits";
        public static final String TASK_AWAIT_PETITIONER = "Task_AwaitPetitioner";
        public static final String BOUNDARY_EVENT_SUPPLEMENT_OVERDUE = "BoundaryEvent_SupplementOverdue";
        public static final String TASK_AWAIT_MATTER = "Task_AwaitMatter";
        public static final String BOUNDARY_EVENT_MATTER_LEFT = "BoundaryEvent_MatterLeft";
        public static final String GATEWAY_PETITION_ANSWERED = "Gateway_PetitionAnswered";
        public static final String END_EVENT_PETITION_ANSWERED = "EndEvent_PetitionAnswered";
        public static final String END_EVENT_PETITION_REFUSED = "EndEvent_PetitionRefused";
        public static final String CATCH_EVENT_PETITION_RETURNED = "CatchEvent_PetitionReturned";
        public static final String TASK_ASSIGN_PETITION = "Task_AssignPetition";
        public static final String BOUNDARY_EVENT_ASSIGNMENT_URGE = "BoundaryEvent_AssignmentUrge";
        public static final String END_EVENT_ASSIGNMENT_URGED = "EndEvent_AssignmentUrged";
        public static final String BOUNDARY_EVENT_ASSIGNMENT_REMINDER = "BoundaryEvent_AssignmentReminder";
        public static final String END_EVENT_ASSIGNMENT_REMINDED = "EndEvent_AssignmentReminded";
        public static final String BOUNDARY_EVENT_ASSIGNMENT_OVERDUE = "BoundaryEvent_AssignmentOverdue";
        public static final String END_EVENT_ASSIGNMENT_ESCALATED = "EndEvent_AssignmentEscalated";
        public static final String SUB_PROCESS_HANDLE_PETITION = "SubProcess_HandlePetition";
        public static final String START_EVENT_UNIT_ASSIGNED = "StartEvent_UnitAssigned";
        public static final String TASK_HANDLE_PETITION = "Task_HandlePetition";
        public static final String BOUNDARY_EVENT_SIGN_IN_OVERDUE = "BoundaryEvent_SignInOverdue";
        public static final String END_EVENT_SIGN_IN_ESCALATED = "EndEvent_SignInEscalated";
        public static final String BOUNDARY_EVENT_HANDLING_URGE = "BoundaryEvent_HandlingUrge";
        public static final String END_EVENT_HANDLING_URGED = "EndEvent_HandlingUrged";
        public static final String BOUNDARY_EVENT_HANDLING_REMINDER = "BoundaryEvent_HandlingReminder";
        public static final String END_EVENT_HANDLING_REMINDED = "EndEvent_HandlingReminded";
        public static final String BOUNDARY_EVENT_HANDLING_OVERDUE = "BoundaryEvent_HandlingOverdue";
        public static final String END_EVENT_HANDLING_ESCALATED = "EndEvent_HandlingEscalated";
        public static final String END_EVENT_UNIT_ANSWERED = "EndEvent_UnitAnswered";
        public static final String BOUNDARY_EVENT_PETITION_REASSIGNED = "BoundaryEvent_PetitionReassigned";
        public static final String GATEWAY_UNIT_RESPONSIBLE = "Gateway_UnitResponsible";
        public static final String GATEWAY_RULING_NEEDED = "Gateway_RulingNeeded";
        public static final String TASK_ARBITRATE_PETITION = "Task_ArbitratePetition";
        public static final String THROW_EVENT_PETITION_RETURNED = "ThrowEvent_PetitionReturned";
        public static final String TASK_REVIEW_PETITION = "Task_ReviewPetition";
        public static final String BOUNDARY_EVENT_REVIEW_URGE = "BoundaryEvent_ReviewUrge";
        public static final String END_EVENT_REVIEW_URGED = "EndEvent_ReviewUrged";
        public static final String BOUNDARY_EVENT_REVIEW_REMINDER = "BoundaryEvent_ReviewReminder";
        public static final String END_EVENT_REVIEW_REMINDED = "EndEvent_ReviewReminded";
        public static final String BOUNDARY_EVENT_REVIEW_OVERDUE = "BoundaryEvent_ReviewOverdue";
        public static final String END_EVENT_REVIEW_ESCALATED = "EndEvent_ReviewEscalated";
        public static final String GATEWAY_ANSWER_SATISFIES = "Gateway_AnswerSatisfies";
        public static final String TASK_CLOSE_PETITION = "Task_ClosePetition";
        public static final String GATEWAY_CASE_SETTLED = "Gateway_CaseSettled";
        public static final String END_EVENT_PETITION_CLOSED = "EndEvent_PetitionClosed";
        public static final String SUB_PROCESS_WITHDRAW_PETITION = "SubProcess_WithdrawPetition";
        public static final String START_EVENT_PETITION_WITHDRAWN = "StartEvent_PetitionWithdrawn";
        public static final String END_EVENT_PETITION_WITHDRAWN = "EndEvent_PetitionWithdrawn";

        private Elements() {}
    }

    /** What can be said to it from outside. */
    public static final class Messages {
        public static final String PETITION_ARRIVED = "petition.arrived";
        public static final String PETITION_SUPPLEMENTED = "petition.supplemented";
        public static final String MATTER_ANSWERED = "matter.answered";
        public static final String MATTER_LEFT = "matter.left";
        public static final String PETITION_REASSIGNED = "petition.reassigned";
        public static final String PETITION_WITHDRAWN = "petition.withdrawn";

        private Messages() {}
    }
}
