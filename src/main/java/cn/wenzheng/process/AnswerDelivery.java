package cn.wenzheng.process;

import cn.wenzheng.petition.Channel;

/**
 * The words of {@code processes/answer-delivery.bpmn}; nothing else in the code names a part of that model.
 *
 * <p>Its business key is the number of the petition that is answered.
 */
public final class AnswerDelivery {

    public static final String KEY = "AnswerDelivery";

    /** What the worker of {@link Elements#TASK_SEND_ANSWER} asks for, each channel's for itself. */
    public static String topic(Channel channel) {
        return channel.code() + "-answer-delivery";
    }

    private AnswerDelivery() {}

    /** What the diagram reads. */
    public static final class Variables {
        public static final ProcessVariable<String> DELIVERY = new ProcessVariable<>("delivery", String.class);
        public static final ProcessVariable<String> CHANNEL = new ProcessVariable<>("channel", String.class);

        /** Which one a worker takes first: {@link cn.wenzheng.petition.delivery.Precedence#priority}. */
        public static final ProcessVariable<Integer> PRECEDENCE = new ProcessVariable<>("precedence", Integer.class);

        public static final ProcessVariable<Boolean> TEXT_CLEAR = new ProcessVariable<>("textClear", Boolean.class);
        public static final ProcessVariable<Boolean> ANSWER_SENT = new ProcessVariable<>("answerSent", Boolean.class);
        public static final ProcessVariable<Boolean> SEND_AGAIN = new ProcessVariable<>("sendAgain", Boolean.class);

        private Variables() {}
    }

    /** Its flow nodes. */
    public static final class Elements {
        public static final String START_EVENT_ANSWER_READY = "StartEvent_AnswerReady";
        public static final String GATEWAY_TEXT_CLEAR = "Gateway_TextClear";
        public static final String TASK_CLEAR_ANSWER = "Task_ClearAnswer";
        public static final String TASK_SEND_ANSWER = "Task_SendAnswer";
        public static final String BOUNDARY_EVENT_FATE_UNKNOWN = "BoundaryEvent_FateUnknown";
        public static final String BOUNDARY_EVENT_ANSWER_UNDELIVERABLE = "BoundaryEvent_AnswerUndeliverable";
        public static final String GATEWAY_ANSWER_SENT = "Gateway_AnswerSent";
        public static final String END_EVENT_ANSWER_SENT = "EndEvent_AnswerSent";
        public static final String CATCH_EVENT_DELIVERY_ALLOWED = "CatchEvent_DeliveryAllowed";
        public static final String TASK_REDIRECT_ANSWER = "Task_RedirectAnswer";
        public static final String TASK_SETTLE_ANSWER = "Task_SettleAnswer";
        public static final String GATEWAY_SEND_AGAIN = "Gateway_SendAgain";
        public static final String END_EVENT_ANSWER_SETTLED = "EndEvent_AnswerSettled";
        public static final String SUB_PROCESS_CANCEL_DELIVERY = "SubProcess_CancelDelivery";
        public static final String START_EVENT_DELIVERY_CANCELLED = "StartEvent_DeliveryCancelled";
        public static final String END_EVENT_DELIVERY_CANCELLED = "EndEvent_DeliveryCancelled";

        private Elements() {}
    }

    /** What can be said to it from outside. */
    public static final class Messages {
        public static final String DELIVERY_CANCELLED = "delivery.cancelled";

        private Messages() {}
    }

    /** What a try can end in that the diagram draws. */
    public static final class Errors {
        public static final String ANSWER_UNDELIVERABLE = "answerUndeliverable";
        public static final String FATE_UNKNOWN = "fateUnknown";

        private Errors() {}
    }
}
