package cn.wenzheng.access;

import cn.wenzheng.access.AttemptLimit.Attempt;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts failures over all doors and all nodes, and keeps a door closed for a while after too many.
 *
 * <p>Where nothing has failed, the answer is good for a second on this node, so that right passwords do not cost a
 * statement each.
 */
@Component
public class Attempts {

    private static final Duration CLEAN = Duration.ofSeconds(1);

    /** Bounds the memory; what does not fit is asked again. */
    private static final int KEYS = 100_000;

    /** How many forgotten rows each new failure clears away. */
    private static final int SWEEP = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final Cache<String, Boolean> clean =
            Caffeine.newBuilder().maximumSize(KEYS).expireAfterWrite(CLEAN).build();

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** True while the door is closed for one of these. */
    public boolean areOver(Attempt... asked) {
        List<Attempt> open = Arrays.stream(asked)
                .filter(attempt -> clean.getIfPresent(attempt.key()) == null)
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Map<String, Integer> failures = failures(open);
        open.stream()
                .filter(attempt -> !failures.containsKey(attempt.key()))
                .forEach(attempt -> clean.put(attempt.key(), true));
        return open.stream()
                .anyMatch(attempt -> failures.getOrDefault(attempt.key(), 0)
                        >= attempt.limit().most());
    }

    private Map<String, Integer> failures(List<Attempt> attempts) {
        Map<String, Integer> failures = new HashMap<>();
        jdbc.sql("SELECT key, failures FROM attempt WHERE key IN (:keys) AND ends_at > :now")
                .param("keys", attempts.stream().map(Attempt::key).toList())
                .param("now", now())
                .query((row, n) -> failures.put(row.getString("key"), row.getInt("failures")))
                .list();
        return failures;
    }

    /** Counts a failure; it stays when the caller's own transaction is rolled back. */
    public void failed(Attempt attempt) {
        alone.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO attempt (key, failures, ends_at) VALUES (:key, 1, :end)
                    ON CONFLICT (key) DO UPDATE SET ends_at = excluded.ends_at,
                        failures = CASE WHEN attempt.ends_at > :now THEN attempt.failures + 1 ELSE 1 END""")
                    .param("key", attempt.key())
                    .param("end", now().plus(attempt.limit().pause()))
                    .param("now", now())
                    .update();
            jdbc.sql("""
                    DELETE FROM attempt WHERE key IN
                        (SELECT key FROM attempt WHERE ends_at <= ? ORDER BY ends_at LIMIT ? FOR UPDATE SKIP LOCKED)""").params(now(), SWEEP).update();
        });
        clean.invalidate(attempt.key());
    }

    /** Ends the count after a success. */
    public void succeeded(Attempt attempt) {
        if (clean.getIfPresent(attempt.key()) == null) {
            alone.executeWithoutResult(status -> jdbc.sql("DELETE FROM attempt WHERE key = ?")
                    .param(attempt.key())
                    .update());
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
