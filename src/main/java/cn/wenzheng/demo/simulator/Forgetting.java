package cn.wenzheng.demo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes what was said and told on the simulated platforms away when nobody waits for an answer to it any more: a demo with a
 * trickle runs for months.
 */
@Simulated("simulatedForgetting")
class Forgetting {

    private static final Duration KEPT = Duration.ofDays(60);

    /** Mentions and callbacks go with their post. */
    private static final List<String> OLD = List.of(
            "DELETE FROM simulated_post WHERE said_at < ?",
            "DELETE FROM simulated_reply WHERE told_at < ?",
            "DELETE FROM simulated_media WHERE made_at < ?",
            "DELETE FROM simulated_token WHERE expires_at < ?");

    private final JdbcClient jdbc;
    private final Clock clock;

    Forgetting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "${wenzheng.zone}")
    void forget() {
        OffsetDateTime before = Posts.utc(clock.instant().minus(KEPT));
        OLD.forEach(old -> jdbc.sql(old).param(before).update());
    }
}
