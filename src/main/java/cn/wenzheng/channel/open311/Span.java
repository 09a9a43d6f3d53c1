package cn.wenzheng.channel.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time that is asked about, to the second as times are told, with both ends in it.
 *
 * @param end the first instant behind it
 */
record Span(Instant start, Instant end) {

    private static final Duration MOST = Duration.ofDays(90);

    /** What is asked; without an end until now, without a beginning as long as it may be. */
    static Span of(Ask ask, Instant now) {
        Instant end = ask.moment("end_date")
                .orElseGet(() -> ask.moment("start_date")
                        .map(start -> start.plus(MOST))
                        .filter(most -> most.isBefore(now))
                        .orElse(now));
        Instant start = ask.moment("start_date").orElseGet(() -> end.minus(MOST));
        if (start.isAfter(end) || Duration.between(start, end).compareTo(MOST) > 0) {
            throw Fault.of("open311-span", MOST.toDays()).refused();
        }
        return new Span(
                start.truncatedTo(ChronoUnit.SECONDS),
                end.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
