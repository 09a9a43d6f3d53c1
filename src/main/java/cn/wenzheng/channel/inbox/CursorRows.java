package cn.wenzheng.channel.inbox;

import cn.wenzheng.petition.Channel;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each kind of contact has been read, when it is read again, and who reads it now. */
@Component
class CursorRows {

    /** A node that died gives its reading back after this; a page takes seconds. */
    private static final String LEASE = "2 minutes";

    /** An account that has nothing to be read is looked at again after this, as somebody may have changed it. */
    private static final Duration PLANNED_AGAIN = Duration.ofHours(1);

    /** Stands for an account that has nothing to be read. */
    private static final String NOTHING = "";

    private static final int PLANNED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    CursorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One reading in this node's hand. */
    record Held(long account, String contact, @Nullable String cursor, Timestamp heldUntil) {}

    /** What is due longest, of accounts that may call; one statement, however many accounts there are. */
    Optional<Held> claim(Instant now) {
        return jdbc.sql("""
                UPDATE channel_cursor SET held_until = clock_timestamp() + interval '%s'
                WHERE (account, contact) = (
                    SELECT k.account, k.contact FROM channel_cursor k JOIN channel_account a ON a.id = k.account
                    WHERE k.next_at <= ? AND (k.held_until IS NULL OR k.held_until < clock_timestamp())
                      AND k.contact <> '' AND a.enabled AND a.paused IS NULL
                    ORDER BY k.next_at LIMIT 1 FOR UPDATE OF k SKIP LOCKED)
                RETURNING account, contact, cursor, held_until""".formatted(LEASE))
                .param(Timestamp.from(now))
                .query(Held.class)
                .optional();
    }

    /** Keeps how far the reading has come; false when another node has taken it over. */
    boolean moved(Held held, @Nullable String cursor, Instant next) {
        return jdbc.sql("""
                        UPDATE channel_cursor SET cursor = ?, next_at = ?, held_until = NULL
                        WHERE account = ? AND contact = ? AND held_until = ?""")
                        .params(cursor, Timestamp.from(next), held.account(), held.contact(), held.heldUntil())
                        .update()
                == 1;
    }

    /** The accounts of these channels of which nobody knows yet what is to be read. */
    List<Long> unplanned(Collection<Channel> channels, Instant now) {
        return jdbc.sql("""
                SELECT a.id FROM channel_account a
                WHERE a.channel = ANY (?) AND a.enabled AND a.paused IS NULL
                  AND NOT EXISTS (SELECT 1 FROM channel_cursor k
                                  WHERE k.account = a.id AND (k.contact <> '' OR k.next_at > ?))
                ORDER BY a.id LIMIT ?""")
                .param(channels.stream().map(Channel::name).toArray(String[]::new))
                .param(Timestamp.from(now))
                .param(PLANNED_AT_ONCE)
                .query(Long.class)
                .list();
    }

    void plan(long account, List<String> contacts, Instant now) {
        Instant next = contacts.isEmpty() ? now.plus(PLANNED_AGAIN) : now;
        jdbc.sql("""
                INSERT INTO channel_cursor (account, contact, next_at) SELECT ?, contact, ? FROM unnest(?::text[]) contact
                ON CONFLICT (account, contact) DO UPDATE SET next_at = excluded.next_at WHERE excluded.contact = ''""")
                .param(account)
                .param(Timestamp.from(next))
                .param(contacts.isEmpty() ? new String[] {NOTHING} : contacts.toArray(String[]::new))
                .update();
    }
}
