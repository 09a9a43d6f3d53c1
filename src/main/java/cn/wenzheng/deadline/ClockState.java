package cn.wenzheng.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock as its ledger tells it; when it is due is derived from this and the calendar, and from nothing else.
 *
 * <p>The clock burns the time since its start, without its pauses, under its present budget and the present calendar:
 * a change of either keeps all of it. Source: the domain reference, ledger.
 *
 * @param level the service level the budget came from; null for the centre's own stages
 * @param extendedDays the working days granted on top
 * @param notBefore a clock that had not run out when it was moved cannot have run out before that
 */
record ClockState(
        Instant startedAt,
        Budget budget,
        @Nullable String level,
        int extendedDays,
        Pauses pauses,
        @Nullable Instant notBefore) {

    /** What follows from a clock's state: when half and four fifths are used up, when all of it is. */
    record Projection(Instant urgeAt, Instant remindAt, Instant dueAt, boolean provisional) {}

    static ClockState started(Instant at, Budget budget, @Nullable String level) {
        return new ClockState(at, budget, level, 0, Pauses.NONE, null);
    }

    /** All it may use: a limit in days with those granted on top. */
    Budget whole() {
        return budget.extended(extendedDays);
    }

    /** By the ladder in force when the clock started: another one holds for clocks that start later. */
    Projection project(WorkingTime work, LadderPoints points) {
        Budget whole = whole();
        Ladder ladder = points.inForceAt(startedAt);
        Instant end = whole.end(startedAt, pauses, work);
        Instant due = notBefore != null && notBefore.isAfter(end) ? notBefore : end;
        return new Projection(
                whole.share(ladder.urgePercent()).end(startedAt, pauses, work),
                whole.share(ladder.bluePercent()).end(startedAt, pauses, work),
                due,
                whole.followsCalendar() && work.isProvisional(startedAt, due));
    }

    ClockState paused(Instant from, Instant until) {
        return new ClockState(startedAt, budget, level, extendedDays, pauses.with(from, until), notBefore);
    }

    ClockState resumed(Instant at) {
        return new ClockState(startedAt, budget, level, extendedDays, pauses.cutAt(at), notBefore);
    }

    ClockState extended(int days) {
        return new ClockState(startedAt, budget, level, extendedDays + days, pauses, notBefore);
    }

    ClockState onLevel(Budget other, @Nullable String otherLevel) {
        return new ClockState(startedAt, other, otherLevel, extendedDays, pauses, notBefore);
    }

    /** It has stood still when the other did, and may use what was granted to it. */
    ClockState carryingOn(ClockState other) {
        return new ClockState(startedAt, budget, level, other.extendedDays, other.pauses, notBefore);
    }

    boolean isOn(Budget other, String otherLevel) {
        return budget.equals(other) && otherLevel.equals(level);
    }

    /** Moved at an instant: nobody is late by a decision that came later. */
    ClockState movedAt(Instant at, Instant dueBefore) {
        boolean late = !dueBefore.isAfter(at);
        return late ? this : new ClockState(startedAt, budget, level, extendedDays, pauses, Budget.wholeSecond(at));
    }
}
