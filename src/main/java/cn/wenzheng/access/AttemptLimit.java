package cn.wenzheng.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts failures per key and closes the door for a while after too many. */
public final class AttemptLimit {

    /** Bounds the memory that an attacker with many addresses can take. */
    private static final int KEYS = 100_000;

    private final int most;
    private final Cache<String, Integer> failures;

    /**
     * @param most failures that are let through
     * @param pause how long the door stays closed after the last of them
     */
    public AttemptLimit(int most, Duration pause, Clock clock) {
        this.most = most;
        this.failures = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterWrite(pause)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** True while the door is closed for this key. */
    public boolean isOver(String key) {
        Integer count = failures.getIfPresent(key);
        return count != null && count >= most;
    }

    public void failed(String key) {
        failures.asMap().merge(key, 1, Integer::sum);
    }

    /** Ends the count after a success. */
    public void succeeded(String key) {
        failures.invalidate(key);
    }
}
