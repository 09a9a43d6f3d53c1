package cn.wenzheng.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the duty directory (派单目录): whose a topic is.
 *
 * @param leaf the topic
 * @param area the unit of level 2 to 4 in whose territory it holds; null for the whole city
 * @param unit the responsible unit; null only in what somebody asks for, and takes the row away
 * @param assisting the units that assist
 * @param level the code of the service level; null when that of the topic holds
 * @param clause what makes the unit responsible; null when nobody wrote it down
 */
public record KeptDuty(
        String leaf,
        @Nullable String area,
        @Nullable String unit,
        List<String> assisting,
        @Nullable String level,
        @Nullable String clause,
        Term term) {

    /** Reads a row as somebody typed it; what it names is held against the city when it goes in. */
    public static KeptDuty read(
            String leaf,
            @Nullable String area,
            @Nullable String unit,
            List<String> assisting,
            @Nullable String level,
            @Nullable String clause,
            Term term) {
        return new KeptDuty(
                leaf,
                Limits.optional("area", area, UnitRules.LONGEST_CODE),
                Limits.optional("unit", unit, UnitRules.LONGEST_CODE),
                DutyRules.assisting(assisting),
                DutyRules.level(level),
                DutyRules.clause(clause),
                term);
    }

    /** The duty of the whole city, ever since, with nothing beside it. */
    static KeptDuty cityWide(String leaf, @Nullable String unit, @Nullable String clause) {
        return new KeptDuty(leaf, null, unit, List.of(), null, clause, Term.ALWAYS);
    }

    KeptDuty answeredBy(@Nullable String answerable, @Nullable String worded) {
        return new KeptDuty(leaf, area, answerable, assisting, level, worded, term);
    }

    /** What tells one row from another: topic, area and first day. */
    public String key() {
        return leaf + (area == null ? "" : " " + area) + (term.from() == null ? "" : " " + term.from());
    }

    /** Of several rows that hold on a day, the one that began last counts. */
    public static Optional<KeptDuty> inForce(Collection<KeptDuty> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> row.term().holdsOn(day))
                .reduce((one, other) -> other.term().beginsAfter(one.term()) ? other : one);
    }
}
