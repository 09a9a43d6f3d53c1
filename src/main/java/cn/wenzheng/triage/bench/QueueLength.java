package cn.wenzheng.triage.bench;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many petitions wait. Every open page asks each second or two and every decision once more: ten thousand are counted
 * once for all of them.
 */
@Component
class QueueLength {

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final LongSupplier count;
    private final LongSupplier nanos;
    private volatile @Nullable Counted counted;

    @Autowired
    QueueLength(JdbcClient jdbc) {
        this(
                () -> jdbc.sql("SELECT count(*) FROM petition WHERE status = 'RECEIVED'")
                        .query(Long.class)
                        .single(),
                System::nanoTime);
    }

    /** @param nanos a clock that nobody moves: no petition is promised by it */
    QueueLength(LongSupplier count, LongSupplier nanos) {
        this.count = count;
        this.nanos = nanos;
    }

    private record Counted(long petitions, long at) {}

    /** As counted a moment ago. */
    long about() {
        Counted last = counted;
        return last != null && nanos.getAsLong() - last.at() < GOOD_FOR.toNanos() ? last.petitions() : now();
    }

    /** Counted anew, for who is told that nothing is left. */
    long now() {
        Counted fresh = new Counted(count.getAsLong(), nanos.getAsLong());
        counted = fresh;
        return fresh.petitions();
    }
}
