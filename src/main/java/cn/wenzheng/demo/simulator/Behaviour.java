package cn.wenzheng.demo.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How one platform behaves now: the switches that are set; for all others what is usual. */
record Behaviour(Map<Switch, String> set) {

    boolean is(Switch flag) {
        return "true".equals(set.get(flag));
    }

    boolean is(Switch choice, String value) {
        return value.equals(set.get(choice));
    }

    Optional<String> word(Switch word) {
        return Optional.ofNullable(set.get(word));
    }

    Duration duration(Switch duration, Duration usual) {
        return word(duration).map(Duration::parse).orElse(usual);
    }

    int number(Switch number, int usual) {
        return word(number).map(Integer::parseInt).orElse(usual);
    }

    /** By code, as it is told to whoever asks. */
    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        set.forEach((known, value) -> told.put(known.code(), value));
        return told;
    }
}
