package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures and files that are still to be fetched, each in one hand at a time. */
@Component
class MediaRows {

    /** A node that died gives its picture back after this. */
    private static final String LEASE = "2 minutes";

    /** What a petition was sent goes to the one that has taken it in. */
    private static final String TARGET = """
            coalesce((SELECT f.earlier FROM follow_up f WHERE f.petition = m.petition AND f.state = 'JOINED'), m.petition)""";

    private final JdbcClient jdbc;

    MediaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them, in hand. */
    record Due(
            long id,
            String petition,
            long account,
            MediaRef.Type type,
            String media,
            @Nullable String name,
            byte @Nullable [] content,
            int tries) {

        MediaRef ref() {
            return new MediaRef(type, media, name, content);
        }
    }

    void keep(long message, String petition, Account account, List<MediaRef> media, Instant now) {
        for (MediaRef one : media) {
            jdbc.sql("""
                    INSERT INTO inbound_media (message, petition, account, type, media, name, content, state, next_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                    .params(
                            message,
                            petition,
                            account.id(),
                            one.type().name(),
                            ItemWords.first(ItemWords.clean(one.id()), 2000),
                            one.name() == null ? null : ItemWords.first(ItemWords.clean(one.name()), 200),
                            one.content(),
                            Timestamp.from(now))
                    .update();
        }
    }

    /** Takes the one that has waited longest into this node's hand. */
    Optional<Due> claim(Instant now) {
        return jdbc.sql("""
                UPDATE inbound_media m SET held_until = clock_timestamp() + interval '%s', tries = tries + 1
                WHERE id = (SELECT id FROM inbound_media
                            WHERE state = 'WAITING' AND next_at <= ?
                              AND (held_until IS NULL OR held_until < clock_timestamp())
                            ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, %s AS petition, account, type, media, name, content, tries""".formatted(LEASE, TARGET))
                .param(Timestamp.from(now))
                .query(Due.class)
                .optional();
    }

    void later(Due due, Duration wait, Instant now) {
        jdbc.sql("UPDATE inbound_media SET held_until = NULL, next_at = ? WHERE id = ?")
                .params(Timestamp.from(now.plus(wait)), due.id())
                .update();
    }

    /**
     * Ends it, in the transaction that keeps it.
     *
     * @param state KEPT, GONE or REFUSED
     * @throws ConcurrencyFailureException when another node has ended it, or its petition was joined meanwhile
     */
    void end(Due due, String state) {
        int ended = jdbc.sql("""
                        UPDATE inbound_media m SET held_until = NULL, state = ?, content = NULL
                        WHERE id = ? AND state = 'WAITING' AND %s = ?""".formatted(TARGET))
                .params(state, due.id(), due.petition())
                .update();
        if (ended == 0) {
            throw new ConcurrencyFailureException("not in this hand any more");
        }
    }
}
