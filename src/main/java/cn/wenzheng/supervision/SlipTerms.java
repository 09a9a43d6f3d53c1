package cn.wenzheng.supervision;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.Ladder;
import cn.wenzheng.deadline.LadderDesk;
import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rules of the ladder: how long each rung may wait, why the next one comes and since when. */
@Component
class SlipTerms {

    /** Less is no time to answer, however near the limit's end is. */
    private static final int HOURS_OF_BLUE = 2;

    /** A timer may wake up this much before the product's clock shows its instant. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private static final Set<SlipRule> BY_SUPERVISION =
            EnumSet.of(SlipRule.REPORT_NOT_ACCEPTED, SlipRule.RAISED_AT_ONCE);

    private final LadderDesk ladder;
    private final Calendars calendars;

    SlipTerms(LadderDesk ladder, Calendars calendars) {
        this.ladder = ladder;
        this.calendars = calendars;
    }

    /** Until when the rung has to be answered: blue while the limit lasts, the others by their own term. */
    Instant due(Limit limit, Rung rung, Instant now) {
        Instant term = term(limit.unit(), rung, now, calendars);
        return rung == Rung.BLUE && limit.dueAt().isAfter(term) ? limit.dueAt() : term;
    }

    /** The slip's own term, whatever its limit does, as the calendars have it that hold now. */
    Slip inTerm(Slip slip, Instant now) {
        return inTerm(slip, now, calendars);
    }

    /** The same by other calendars; none of them ends a term before its own moment. */
    Slip inTerm(Slip slip, Instant now, Calendars by) {
        Instant term = term(slip.unit(), slip.rung(), slip.openedAt(), by);
        return slip.movedTo(slip.limitDueAt(), term.isAfter(now) ? term : now);
    }

    private Instant term(String unit, Rung rung, Instant opened, Calendars by) {
        Ladder then = ladder.inForceAt(opened);
        return switch (rung) {
            case BLUE -> LadderDesk.workingHoursFrom(unit, opened, HOURS_OF_BLUE, by);
            case YELLOW -> LadderDesk.workingDaysFrom(unit, opened, then.redDays(), by);
            case RED -> LadderDesk.workingDaysFrom(unit, opened, then.daysOfRed(), by);
            case RAISED -> LadderDesk.workingDaysFrom(unit, opened, then.rulingDays(), by);
        };
    }

    /** The true instant of what has brought the matter to the next rung, however late it was noticed. */
    static Instant breach(Limit limit, SlipRule cause, List<Slip> below, Instant now) {
        return switch (cause) {
            case NEAR_EXPIRY -> limit.remindAt();
            case OVERDUE, NOT_SIGNED -> limit.dueAt();
            case BLUE_NOT_MET, YELLOW_NOT_MET, RED_NOT_MET ->
                below.stream()
                        .map(Slip::dueAt)
                        .filter(due -> due.isBefore(now))
                        .findFirst()
                        .orElse(now);
            case REPORT_NOT_ACCEPTED, RAISED_AT_ONCE, CORRECTED -> now;
        };
    }

    /** A warning runs out together with its limit: whichever timer is first, the limit was missed. */
    static SlipRule cause(Slip slip, Limit limit, Instant now) {
        if (slip.state() == SlipState.REPORTED) {
            return SlipRule.REPORT_NOT_ACCEPTED;
        }
        boolean missed = limit.endedAt() == null && isReached(limit.dueAt(), now);
        if (missed && slip.rule() == SlipRule.NEAR_EXPIRY) {
            return SlipRule.OVERDUE;
        }
        return isReached(slip.dueAt(), now) ? SlipRule.notMet(slip.rung()) : SlipRule.RAISED_AT_ONCE;
    }

    static boolean isReached(Instant instant, Instant now) {
        return !instant.isAfter(reachedBy(now));
    }

    /** The latest instant that counts as reached. */
    static Instant reachedBy(Instant now) {
        return now.plus(EARLY);
    }

    /** True when supervision has brought it about before the limit was over: a later end changes nothing about it. */
    static boolean standsOnItsOwn(Slip slip) {
        return BY_SUPERVISION.contains(slip.rule()) && slip.openedAt().isBefore(slip.limitDueAt());
    }
}
