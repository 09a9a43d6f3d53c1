package cn.wenzheng.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ladder in force, from a copy of its rows that is renewed every few seconds: a step of a petition pays no statement
 * for it, and another node follows a change soon after.
 */
@Component
class LadderPoints {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LadderRows rows;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    LadderPoints(LadderRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Copy(List<Ladder> ladders, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    Ladder inForce() {
        return inForceAt(clock.instant());
    }

    /** A limit keeps the ladder that was in force when it started. */
    Ladder inForceAt(Instant at) {
        return ladders().stream()
                .filter(ladder -> !ladder.validFrom().isAfter(at))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ladder is in force at " + at));
    }

    /** The next call reads the rows again. */
    void forget() {
        copy = null;
    }

    private List<Ladder> ladders() {
        Copy known = copy;
        if (known == null || !known.isFresh()) {
            known = new Copy(rows.all(), System.nanoTime());
            copy = known;
        }
        return known.ladders();
    }
}
