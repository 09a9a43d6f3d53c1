package cn.wenzheng.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How much time a limit grants and what uses it up.
 *
 * <p>Source: the domain reference, clocks. All arithmetic is in whole numbers; a last second that is only partly used
 * counts as a whole one.
 */
sealed interface Budget permits Promise, WorkingDays, Elapsed {

    /** When the budget is used up; later for no earlier start. */
    Instant end(Instant from, WorkingTime work);

    /** When it is used up by a clock that stands still now and then: what burnt before a pause stays burnt. */
    Instant end(Instant from, Pauses pauses, WorkingTime work);

    /** The budget with working days granted on top; only a budget of working days can have them. */
    default Budget extended(int days) {
        return this;
    }

    /** A part of the budget, used up in the same way. */
    Budget share(int percent);

    /** True when the instant at which it is used up depends on what days are worked. */
    boolean followsCalendar();

    /** As it stands in the tables. */
    String written();

    /** What {@link #written} wrote. */
    static Budget read(String written) {
        String[] words = written.split("[ /]");
        return switch (words[0]) {
            case "promise" -> new Promise(Long.parseLong(words[1]));
            case "days" -> new WorkingDays(Long.parseLong(words[1]), Long.parseLong(words[2]));
            case "elapsed" -> new Elapsed(Duration.ofSeconds(Long.parseLong(words[1])));
            default -> throw new IllegalArgumentException("no budget is written " + written);
        };
    }

    static Instant wholeSecond(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.SECONDS);
        return cut.equals(instant) ? cut : cut.plusSeconds(1);
    }

    static long dividedUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
