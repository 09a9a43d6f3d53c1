package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what came in: each item once, and where its answers go. */
@Component
class InboundRows {

    /**
     * One statement for each item: the item, if it is new, and its conversation. What is told late moves no window back.
     */
    private static final String KEEP = """
            WITH item AS (
                INSERT INTO inbound_message (channel, account, external_id, shared_key, kind, outcome, submitted_at,
                    received_at, digest)
                VALUES (:channel, :account, :externalId, :sharedKey, :kind, 'EVENT', :submittedAt, :now, :digest)
                ON CONFLICT DO NOTHING RETURNING id),
            thread AS (
                INSERT INTO conversation AS c (account, key, person, name, spoke_at, menu_at, mentioned_at, followed)
                SELECT :account, :key, :person, :name, :spokeAt, :menuAt, :mentionedAt, :followed FROM item
                ON CONFLICT (account, key) DO UPDATE SET
                    name = coalesce(excluded.name, c.name),
                    private_since_spoke = CASE WHEN excluded.spoke_at > coalesce(c.spoke_at, '-infinity') THEN 0
                                               ELSE c.private_since_spoke END,
                    private_since_mention = CASE WHEN excluded.mentioned_at > coalesce(c.mentioned_at, '-infinity') THEN 0
                                                 ELSE c.private_since_mention END,
                    spoke_at = greatest(excluded.spoke_at, c.spoke_at),
                    menu_at = greatest(excluded.menu_at, c.menu_at),
                    mentioned_at = greatest(excluded.mentioned_at, c.mentioned_at),
                    followed = CASE WHEN :moves THEN excluded.followed ELSE c.followed END
                RETURNING id)
            SELECT item.id AS message, thread.id AS conversation FROM item, thread""";

    private static final int KEY = 300;
    private static final int ID = 100;
    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    InboundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new item and its thread. */
    record Kept(long message, long conversation) {}

    /** An item that was there before, as it was. */
    record Earlier(@Nullable String petition, byte[] digest) {}

    /** Empty when the item, or another that is the same act, is there already. */
    Optional<Kept> keep(Account account, Inbound item, @Nullable String sharedKey, Instant now) {
        Event event = item.kind() == Kind.EVENT ? eventOf(item) : null;
        boolean longFollow = event == Event.FOLLOW && account.channel() == Channel.WEIBO;
        boolean shortFollow = event == Event.FOLLOW && account.channel() != Channel.WEIBO;
        return jdbc.sql(KEEP)
                .param("channel", account.channel().name())
                .param("account", account.id())
                .param("externalId", key(item.externalId()))
                .param("sharedKey", sharedKey)
                .param("kind", item.kind().name())
                .param("submittedAt", Timestamp.from(item.submittedAt()))
                .param("now", Timestamp.from(now))
                .param("digest", Digests.of(item))
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

    private static @Nullable String pageOf(@Nullable SourceRef source) {
        String page = source == null ? null : source.address();
        return page == null || page.length() > PAGE ? null : page;
    }

    private static @Nullable OffsetDateTime when(boolean moves, Inbound item) {
        return moves ? item.submittedAt().atOffset(ZoneOffset.UTC) : null;
    }

    private static @Nullable String nameOf(Inbound item) {
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
        return jdbc.sql("SELECT petition, digest FROM inbound_message WHERE account = ? AND external_id = ?")
                .params(account.id(), key(externalId))
                .query(Earlier.class)
                .optional();
    }

    /** Notes an item that another one stands for, so that what refers to it finds the case. */
    void keepShared(Account account, Inbound item, String sharedKey, Instant now) {
        jdbc.sql("""
                INSERT INTO inbound_message (channel, account, external_id, kind, petition, outcome, submitted_at,
                    received_at, digest)
                SELECT :channel, :account, :externalId, :kind, first.petition, 'SHARED', :submittedAt, :now, :digest
                FROM inbound_message first WHERE first.channel = :channel AND first.shared_key = :sharedKey
                ON CONFLICT DO NOTHING""")
                .param("channel", account.channel().name())
                .param("account", account.id())
                .param("externalId", key(item.externalId()))
                .param("sharedKey", sharedKey)
                .param("kind", item.kind().name())
                .param("submittedAt", Timestamp.from(item.submittedAt()))
                .param("now", Timestamp.from(now))
                .param("digest", Digests.of(item))
                .update();
    }

    void settle(Kept kept, @Nullable String petition, Fate fate, byte @Nullable [] raw) {
        jdbc.sql("UPDATE inbound_message SET conversation = ?, petition = ?, outcome = ?, raw = ? WHERE id = ?")
                .params(kept.conversation(), petition, fate.name(), raw, kept.message())
                .update();
    }

    void keepSource(String petition, Kept kept, @Nullable SourceRef source, boolean isPublic, Instant now) {
        jdbc.sql("""
                INSERT INTO petition_source (petition, conversation, message, post, comment, page, is_public, state,
                    checked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        petition,
                        kept.conversation(),
                        kept.message(),
                        source == null ? null : Digests.within(ID, source.post()),
                        source == null || source.comment() == null ? null : Digests.within(ID, source.comment()),
                        pageOf(source),
                        isPublic,
                        isPublic ? "PRESENT" : null,
                        isPublic ? Timestamp.from(now) : null)
                .update();
    }

    void keepEvidence(String petition, Inbound item, Instant now) {
        String page = pageOf(item.source());
        String text = ItemWords.clean(item.text());
        byte[] digest = Digests.of(Arrays.asList(
                page,
                item.submittedAt(),
                item.media().stream().map(MediaRef::id).toList(),
                text));
        jdbc.sql("""
                INSERT INTO source_evidence (petition, text, said_at, page, pictures, digest, taken_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        petition,
                        text,
                        Timestamp.from(item.submittedAt()),
                        page,
                        item.media().size(),
                        digest,
                        Timestamp.from(now))
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
