package cn.wenzheng.demo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts calls as platforms do: in windows that begin with their first call. */
@Simulated("simulatedQuotas")
class Quotas {

    private final JdbcClient jdbc;
    private final Clock clock;

    Quotas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one call; false when the window's allowance was used up before. */
    boolean spend(Platform platform, String subject, String quota, int most, Duration window) {
        Instant now = clock.instant();
        return jdbc.sql("""
                INSERT INTO simulated_use AS u (platform, subject, quota, began_at, used)
                VALUES (:platform, :subject, :quota, :now, 1)
                ON CONFLICT (platform, subject, quota) DO UPDATE SET
                    used = CASE WHEN u.began_at <= :over THEN 1 ELSE u.used + 1 END,
                    began_at = CASE WHEN u.began_at <= :over THEN :now ELSE u.began_at END
                RETURNING used""")
                        .param("platform", platform.code())
                        .param("subject", subject)
                        .param("quota", quota)
                        .param("now", Posts.utc(now))
                        .param("over", Posts.utc(now.minus(window)))
                        .query(Integer.class)
                        .single()
                <= most;
    }
}
