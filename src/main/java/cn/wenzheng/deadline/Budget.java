package cn.wenzheng.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How much time a limit grants and what uses it up.
 *
 * <p>Source: the domain reference, clocks. All arithmetic is in whole numbers; a last second that is only partly used
 * counts as a whole one.
 */
sealed interface Budget permits Promise, WorkingDays, DaysAfter, Elapsed {

    /** When the budget is used up; later for no earlier start. */
    Instant end(Instant from, WorkingTime work);

    /** A part of the budget, used up in the same way. */
    Budget share(int percent);

    /** True when the instant at which it is used up depends on what days are worked. */
    boolean followsCalendar();

    static Instant wholeSecond(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.SECONDS);
        return cut.equals(instant) ? cut : cut.plusSeconds(1);
    }

    static long dividedUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
