package cn.wenzheng.process;

/**
 * The words of {@code processes/model-training.bpmn}; nothing else in the code names a part of that model.
 *
 * <p>It begins by the clock and concerns no petition, so it has no business key and no variables.
 */
public final class ModelTraining {

    public static final String KEY = "ModelTraining";

    private ModelTraining() {}

    /** Its flow nodes. */
    public static final class Elements {
        public static final String START_EVENT_TRAINING_DUE = "StartEvent_TrainingDue";
        public static final String TASK_ASK_FOR_TRAINING = "Task_AskForTraining";
        public static final String END_EVENT_TRAINING_ASKED = "EndEvent_TrainingAsked";

        private Elements() {}
    }
}
