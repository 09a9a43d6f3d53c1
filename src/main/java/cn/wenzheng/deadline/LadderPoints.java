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

    /** When half of a limit is used up the holder is urged (催办). */
    int urgePercent() {
        return inForce().urgePercent();
    }

    /** When four fifths are used up the limit is near (临期). */
    int nearPercent() {
        return inForce().bluePercent();
    }

    Ladder inForce() {
        Instant now = clock.instant();
        return ladders().stream()
                .filter(ladder -> !ladder.validFrom().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ladder is in force at " + now));
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
