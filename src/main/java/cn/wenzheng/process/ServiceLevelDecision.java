package cn.wenzheng.process;

import java.util.HashMap;
import java.util.Map;

/** The words of {@code processes/service-level.dmn}; nothing else in the code names a part of that table. */
final class ServiceLevelDecision {

    static final String KEY = "serviceLevel";
    static final String FILE = "processes/service-level.dmn";

    private ServiceLevelDecision() {}

    /** What the table reads: codes, empty when nothing is known. */
    static final class Inputs {
        static final String URGENCY = "urgency";
        static final String COMPLEX = "complex";
        static final String TOPIC_LEVEL = "topicLevel";
        static final String HANDLER_LEVEL = "handlerLevel";
        static final String KIND = "kind";

        private Inputs() {}
    }

    /** What the table answers. */
    static final class Outputs {
        static final String LEVEL = "level";

        private Outputs() {}
    }

    /** Whatever is asked, in the words of the table. */
    static Map<String, Object> asked(
            String kind, String urgency, boolean complex, String topicLevel, String handlerLevel) {
        Map<String, Object> asked = new HashMap<>();
        asked.put(Inputs.KIND, kind);
        asked.put(Inputs.URGENCY, urgency);
        asked.put(Inputs.COMPLEX, complex);
        asked.put(Inputs.TOPIC_LEVEL, topicLevel);
        asked.put(Inputs.HANDLER_LEVEL, handlerLevel);
        return asked;
    }
}
