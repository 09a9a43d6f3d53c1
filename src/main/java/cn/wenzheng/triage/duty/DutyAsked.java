package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Term;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the directory as somebody asks for it.
 *
 * @param leaf the topic
 * @param area left out, it holds for the whole city
 * @param unit the responsible unit
 * @param level the code of a service level; left out, that of the topic holds
 * @param from the first day; with topic and area it tells one row from another
 * @param to the last day
 */
record DutyAsked(
        @Nullable String leaf,
        @Nullable String area,
        @Nullable String unit,
        @Nullable List<String> assisting,
        @Nullable String level,
        @Nullable String clause,
        @Nullable String from,
        @Nullable String to) {

    private static final int CODE = 20;

    /** The same about a topic that the address names. */
    DutyAsked about(String topic) {
        return new DutyAsked(topic, area, unit, assisting, level, clause, from, to);
    }

    KeptDuty toPut() {
        Limits.required("unit", unit, CODE);
        return row();
    }

    /** The row; without a unit it takes its like away. */
    KeptDuty row() {
        return KeptDuty.read(
                Limits.required("leaf", leaf, CODE),
                area,
                unit,
                Objects.requireNonNullElse(assisting, List.of()),
                level,
                clause,
                Term.of(from, to));
    }
}
