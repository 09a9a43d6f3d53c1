package cn.wenzheng.audit;

import cn.wenzheng.access.Period;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Door;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the journal are asked for; null means whatever it is.
 *
 * @param person an account that acted or that something was done to
 * @param unit a unit that the line names
 */
record JournalFilter(
        @Nullable String person,
        @Nullable String petition,
        @Nullable String unit,
        Period period,
        @Nullable JournalKind kind,
        @Nullable Outcome outcome,
        @Nullable Door door) {

    /** The filter as the journal keeps it: who has looked for what. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "person", person);
        put(facts, "petition", petition);
        put(facts, "unit", unit);
        put(facts, "since", period.from());
        put(facts, "until", period.to());
        put(facts, "sort", code(kind));
        put(facts, "outcome", code(outcome));
        put(facts, "door", code(door));
        return facts;
    }

    static @Nullable String code(@Nullable ClosedList value) {
        return value == null ? null : value.code();
    }

    private static void put(Map<String, Object> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value.toString());
        }
    }
}
