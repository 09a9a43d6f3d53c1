package cn.wenzheng.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * While a person is away a colleague of his unit stands in for him, with his roles beside his own.
 *
 * @param to the first moment at which he is back
 * @param endedAt when it was over, by its time or early; null until then
 */
public record Absence(
        long id,
        String person,
        String deputy,
        Instant from,
        Instant to,
        @Nullable Instant endedAt) {

    /** True from the first moment to the last. */
    public boolean isNow(Instant now) {
        return endedAt == null && !from.isAfter(now) && to.isAfter(now);
    }

    boolean overlaps(Instant start, Instant end) {
        return endedAt == null && from.isBefore(end) && to.isAfter(start);
    }
}
