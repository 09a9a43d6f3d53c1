package cn.wenzheng.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityRows;
import cn.wenzheng.StillClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WordRetentionTest {

    private static final Duration KEPT = Duration.ofDays(365);

    private final CityRows city = new CityRows();
    private final JdbcClient jdbc = city.jdbc();
    private final StillClock clock = new StillClock();

    @Test
    void onlyMessagesThatHaveLongBeenOverLoseTheirWords() {
        clock.shows("2026-03-10 03:45");
        message("old", clock.instant().minus(KEPT).minusSeconds(1));
        message("recent", clock.instant().minus(KEPT).plusSeconds(1));
        message("open", null);
        OutboxSettings settings = new OutboxSettings(KEPT, KEPT, KEPT, KEPT, "x", "x", "x", "x", "x");

        new WordRetention(jdbc, settings, clock).forget();

        assertThat(words("text_private")).containsExactly("", "recent", "open");
        assertThat(words("text_public")).containsExactly("", "recent", "open");
    }

    private void message(String words, @Nullable Instant ended) {
        city.petition(words);
        jdbc.sql("""
                INSERT INTO outbound_reply (petition, channel, order_key, occasion, is_public, text_private, text_public,
                    clear, state, made_at, ended_at)
                VALUES (:words, 'WEIBO', :words, 'ANSWER', true, :words, :words, true, 'SENT', :now, :ended)""")
                .param("words", words)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<String> words(String column) {
        return jdbc.sql("SELECT " + column + " FROM outbound_reply ORDER BY id")
                .query(String.class)
                .list();
    }
}
