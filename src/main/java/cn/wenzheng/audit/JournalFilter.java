package cn.wenzheng.audit;

import cn.wenzheng.access.Asked;
import cn.wenzheng.access.Period;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Door;
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
        return new Asked()
                .add("person", person)
                .add("petition", petition)
                .add("unit", unit)
                .add("since", period.from())
                .add("until", period.to())
                .add("sort", kind)
                .add("outcome", outcome)
                .add("door", door)
                .byName();
    }

    static @Nullable String code(@Nullable ClosedList value) {
        return value == null ? null : value.code();
    }
}
