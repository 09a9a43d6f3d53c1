package cn.wenzheng.channel.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Empties messages that are over of their words at night. What was decided for the citizen stands in his petition; here only
 * that it was told, when and how is worth keeping.
 */
@Component
class WordRetention {

    /** Small enough that nobody waits for its locks. */
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final OutboxSettings settings;
    private final Clock clock;

    WordRetention(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 45 3 * * *", zone = "${wenzheng.zone}")
    void forget() {
        OffsetDateTime before = clock.instant().minus(settings.keepWords()).atOffset(ZoneOffset.UTC);
        int gone;
        do {
            gone = jdbc.sql("""
                    UPDATE outbound_reply SET text_private = '', text_public = ''
                    WHERE id IN (SELECT id FROM outbound_reply WHERE ended_at < ? AND text_private <> '' LIMIT ?)""").params(before, AT_ONCE).update();
        } while (gone == AT_ONCE);
    }
}
