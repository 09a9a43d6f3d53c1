package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Accounts.Quota;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts of calls; one statement counts or says that nothing is left, whatever other nodes do meanwhile. */
@Component
class QuotaRows {

    private static final String SPEND = """
            WITH spent AS (
                INSERT INTO channel_quota AS quota (account, quota, began_at, used)
                SELECT :account, :quota, :now, :calls WHERE :calls <= :most
                ON CONFLICT (account, quota) DO UPDATE SET
                    began_at = CASE WHEN quota.began_at <= :before THEN :now ELSE quota.began_at END,
                    used = CASE WHEN quota.began_at <= :before THEN :calls ELSE quota.used + :calls END
                WHERE quota.began_at <= :before
                   OR quota.used + :calls <= :most - :readings * extract(epoch FROM quota.began_at - :before) / 3600
                RETURNING 1)
            SELECT (SELECT began_at FROM channel_quota WHERE account = :account AND quota = :quota) AS began
            WHERE NOT EXISTS (SELECT FROM spent)""";

    private final JdbcClient jdbc;

    QuotaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept from a call.
     *
     * @param forReplies true when the part for answers is
     * @param readingsPerHour calls that reading will make in every hour that is left of the window
     */
    record Kept(boolean forReplies, double readingsPerHour) {}

    /** Counts; when that many are not left, nothing is counted and the end of the window is told. */
    Optional<Instant> spend(long account, Quota quota, int calls, Kept kept, Instant now) {
        return jdbc
                .sql(SPEND)
                .param("account", account)
                .param("quota", quota.name())
                .param("now", AccountRows.utc(now))
                .param("before", AccountRows.utc(now.minus(quota.window())))
                .param("calls", calls)
                .param("most", kept.forReplies() ? quota.most() - quota.reservedForReplies() : quota.most())
                .param("readings", kept.readingsPerHour())
                .query((row, n) -> {
                    var began = row.getTimestamp("began");
                    return (began == null ? now : began.toInstant()).plus(quota.window());
                })
                .list()
                .stream()
                .findFirst();
    }

    /** What was counted within a window that has not ended. */
    record Used(int calls, Instant until) {}

    Optional<Used> used(long account, Quota quota, Instant now) {
        return jdbc.sql("SELECT used, began_at FROM channel_quota WHERE account = ? AND quota = ? AND began_at > ?")
                .params(account, quota.name(), AccountRows.utc(now.minus(quota.window())))
                .query((row, n) -> new Used(
                        row.getInt("used"),
                        row.getTimestamp("began_at").toInstant().plus(quota.window())))
                .optional();
    }
}
