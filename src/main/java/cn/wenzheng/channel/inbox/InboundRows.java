package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of what came in: each item once, and where its answers go. */
@Component
class InboundRows {

    /** How words move the windows of a thread that is there. What is told late moves none back. */
    static final String MOVE = """
            name = coalesce(excluded.name, c.name),
            private_since_spoke = CASE WHEN excluded.spoke_at > coalesce(c.spoke_at, '-infinity') THEN 0
                                       ELSE c.private_since_spoke END,
            private_since_mention = CASE WHEN excluded.mentioned_at > coalesce(c.mentioned_at, '-infinity') THEN 0
                                         ELSE c.private_since_mention END,
            spoke_at = greatest(excluded.spoke_at, c.spoke_at),
            menu_at = greatest(excluded.menu_at, c.menu_at),
            mentioned_at = greatest(excluded.mentioned_at, c.mentioned_at),
            followed = CASE WHEN :moves THEN excluded.followed ELSE c.followed END
            """;

    /**
     * One statement for each item: the item, if it is new, and its conversation.
     */
    private static final String KEEP = """
            WITH item AS (
                INSERT INTO inbound_message (channel, account, external_id, shared_key, twin_key, in_comment, kind,
                    outcome, submitted_at, received_at, digest)
                VALUES (:channel, :account, :externalId, :sharedKey, :twinKey, :inComment, :kind, 'EVENT', :submittedAt,
                    :now, :digest)
                ON CONFLICT DO NOTHING RETURNING id),
            thread AS (
                INSERT INTO conversation AS c (account, key, person, name, spoke_at, menu_at, mentioned_at, followed)
                SELECT :account, :key, :person, :name, :spokeAt, :menuAt, :mentionedAt, :followed FROM item
                ON CONFLICT (account, key) DO UPDATE SET
                """ + MOVE + """
                RETURNING id)
            SELECT item.id AS message, thread.id AS conversation FROM item, thread""";

    private static final String KEEP_SHARED = """
            INSERT INTO inbound_message (channel, account, external_id, shared_key, in_comment, kind, petition,
                outcome, submitted_at, received_at, digest)
            SELECT :channel, :account, :externalId,
                CASE WHEN first.shared_key IS DISTINCT FROM :sharedKey::varchar THEN :sharedKey::varchar END,
                :inComment, :kind, first.petition, 'SHARED', :submittedAt, :now, :digest
            FROM inbound_message first
            WHERE first.channel = :channel
              AND (first.shared_key = :sharedKey
                   OR first.twin_key = :twinKey AND first.in_comment <> :inComment)
            ORDER BY first.shared_key IS NOT DISTINCT FROM :sharedKey::varchar DESC LIMIT 1
            ON CONFLICT (account, external_id) DO NOTHING""";

    private static final int KEY = 300;

    private final JdbcClient jdbc;

    InboundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new item and its thread. */
    record Kept(long message, long conversation) {}

    /** An item that was there before, as it was. */
    record Earlier(long message, @Nullable String petition, byte[] digest) {}

    /**
     * What makes several items one case.
     *
     * @param shared the same for all accounts that hear of one post; null for what was said to one alone
     * @param twin the same for the two halves of one act; null when it is no half of any
     * @param inComment which half it is
     */
    record Sameness(@Nullable String shared, @Nullable String twin, boolean inComment) {

        static Sameness of(Inbound item) {
            SourceRef source = item.source();
            return new Sameness(
                    item.publicSource() ? key(item.externalId()) : null,
                    item.twinKey() == null ? null : key(item.twinKey()),
                    source == null || source.comment() != null);
        }

        /** As an item that stands for itself. */
        Sameness alone() {
            return new Sameness(shared, null, inComment);
        }
    }

    /** Empty when the item, or another that is the same act, is there already. */
    Optional<Kept> keep(Account account, Inbound item, Sameness same, Instant now) {
        Event event = item.kind() == Kind.EVENT ? eventOf(item) : null;
        boolean longFollow = event == Event.FOLLOW && account.channel() == Channel.WEIBO;
        boolean shortFollow = event == Event.FOLLOW && account.channel() != Channel.WEIBO;
        return of(KEEP, account, item, same, now)
                .param("key", key(item.conversationKey()))
                .param("person", key(item.sender().id()))
                .param("name", nameOf(item))
                .param("spokeAt", when(item.kind() == Kind.MESSAGE || longFollow, item), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("menuAt", when(event == Event.MENU || shortFollow, item), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("mentionedAt", when(item.kind() == Kind.MENTION, item), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("followed", event != Event.UNFOLLOW)
                .param("moves", event == Event.FOLLOW || event == Event.UNFOLLOW)
                .query((row, n) -> new Kept(row.getLong("message"), row.getLong("conversation")))
                .optional();
    }

    static String key(String id) {
        return Digests.within(KEY, id);
    }

    private static @Nullable OffsetDateTime when(boolean moves, Inbound item) {
        return moves ? item.submittedAt().atOffset(ZoneOffset.UTC) : null;
    }

    static @Nullable String nameOf(Inbound item) {
        String name = item.sender().name();
        return name == null ? null : ItemWords.first(ItemWords.clean(name).strip(), 100);
    }

    private static @Nullable Event eventOf(Inbound item) {
        for (Event event : Event.values()) {
            if (event.name().equals(item.text())) {
                return event;
            }
        }
        return null;
    }

    Optional<Earlier> earlier(Account account, String externalId) {
        return jdbc.sql(
                        "SELECT id AS message, petition, digest FROM inbound_message WHERE account = ? AND external_id = ?")
                .params(account.id(), key(externalId))
                .query(Earlier.class)
                .optional();
    }

    /**
     * Notes an item that another one stands for, so that what refers to it finds the case.
     *
     * @return false when no other stands for it: two comments in one second are two
     */
    boolean keepShared(Account account, Inbound item, Sameness same, Instant now) {
        return of(KEEP_SHARED, account, item, same, now).update() > 0;
    }

    private StatementSpec of(String statement, Account account, Inbound item, Sameness same, Instant now) {
        return jdbc.sql(statement)
                .param("channel", account.channel().name())
                .param("account", account.id())
                .param("externalId", key(item.externalId()))
                .param("sharedKey", same.shared())
                .param("twinKey", same.twin())
                .param("inComment", same.inComment())
                .param("kind", item.kind().name())
                .param("submittedAt", Timestamp.from(item.submittedAt()))
                .param("now", Timestamp.from(now))
                .param("digest", Digests.of(item));
    }

    void settle(Kept kept, @Nullable String petition, Fate fate, byte @Nullable [] raw) {
        jdbc.sql("UPDATE inbound_message SET conversation = ?, petition = ?, outcome = ?, raw = ? WHERE id = ?")
                .params(kept.conversation(), petition, fate.name(), raw, kept.message())
                .update();
    }

    /** The case that an item is or belongs to, by the item's id on any account of the channel. */
    Optional<String> petitionOf(Channel channel, String externalId) {
        return jdbc.sql("""
                SELECT petition FROM inbound_message
                WHERE channel = ? AND external_id = ? AND petition IS NOT NULL LIMIT 1""")
                .params(channel.name(), key(externalId))
                .query(String.class)
                .optional();
    }

    /** Forgets the requests as they came in, but for those that are kept nowhere else. */
    int forgetRaw(Instant before) {
        return jdbc.sql(
                        "UPDATE inbound_message SET raw = NULL WHERE raw IS NOT NULL AND outcome <> 'FAILED' AND received_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
