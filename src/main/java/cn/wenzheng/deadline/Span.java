package cn.wenzheng.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time of one kind.
 *
 * @param to its end, which belongs to it no more
 * @param working true for working time, false for rest time
 */
public record Span(Instant from, Instant to, boolean working) {

    public Duration length() {
        return Duration.between(from, to);
    }

    /** What is left of it from an instant on; of no length when it is over by then. */
    public Span after(Instant instant) {
        return instant.isAfter(from) ? new Span(instant.isBefore(to) ? instant : to, to, working) : this;
    }
}
