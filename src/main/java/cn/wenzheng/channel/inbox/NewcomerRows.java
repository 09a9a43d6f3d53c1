package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import cn.wenzheng.channel.inbox.InboundRows.Sameness;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items that came in together, as many statements for all of them as for one. */
@Component
class NewcomerRows {

    /** In the order of their keys, so that two nodes that bring the same wait for one another and not in a circle. */
    private static final String KEEP = """
            INSERT INTO inbound_message (channel, account, external_id, shared_key, twin_key, in_comment, kind, outcome,
                submitted_at, received_at, digest)
            SELECT channel, account, external_id, shared_key, twin_key, in_comment, kind, 'EVENT',
                submitted_at::timestamptz, :now, decode(digest, 'base64')
            FROM unnest(:channels::text[], :accounts::bigint[], :externalIds::text[], :sharedKeys::text[], :twinKeys::text[],
                :inComments::boolean[], :kinds::text[], :submittedAts::text[], :digests::text[])
                AS came (channel, account, external_id, shared_key, twin_key, in_comment, kind, submitted_at, digest)
            ORDER BY account, external_id
            ON CONFLICT DO NOTHING RETURNING id, account, external_id""";

    private static final String CONVERSE = """
            INSERT INTO conversation AS c (account, key, person, name, spoke_at, mentioned_at, followed)
            SELECT account, key, person, name, spoke_at::timestamptz, mentioned_at::timestamptz, true
            FROM unnest(:accounts::bigint[], :keys::text[], :persons::text[], :names::text[], :spokeAts::text[],
                :mentionedAts::text[]) AS spoke (account, key, person, name, spoke_at, mentioned_at)
            ORDER BY account, key
            ON CONFLICT (account, key) DO UPDATE SET
            """ + InboundRows.MOVE + """
            RETURNING id, account, key""";

    private static final String SENDERS = """
            SELECT asked.place,
                EXISTS (SELECT FROM conversation c JOIN petition_source s ON s.conversation = c.id
                        WHERE c.person = asked.person) AS known,
                (SELECT p.number FROM conversation c JOIN petition_source s ON s.conversation = c.id
                    JOIN petition p ON p.number = s.petition JOIN channel_account a ON a.id = c.account
                 WHERE c.person = asked.person AND (a.id = asked.account OR asked.everywhere AND a.channel = asked.channel)
                   AND p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
                 ORDER BY p.received_at DESC, p.number DESC LIMIT 1) AS in_hand
            FROM unnest(:persons::text[], :accounts::bigint[], :channels::text[], :everywheres::boolean[]) WITH ORDINALITY
                AS asked (person, account, channel, everywhere, place)""";

    private final JdbcClient jdbc;

    NewcomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row is found by. */
    private record Key(long account, String id) {}

    /** A row of one of the keys. */
    private record Row(long id, long account, String key) {}

    /** Who has sent an item. */
    record Sender(boolean known, @Nullable String inHand) {}

    /** A new petition of an item. */
    record Settled(Kept kept, String petition, byte @Nullable [] raw) {}

    /** Keeps what is new, with its thread; no two of the items have a thread, an id or an act in common. */
    Map<Piece, Kept> keep(List<Piece> pieces, Instant now) {
        Map<Key, Long> items = itemsOf(pieces, now);
        List<Piece> fresh = pieces.stream()
                .filter(piece -> items.containsKey(itemKey(piece)))
                .toList();
        Map<Piece, Kept> kept = new LinkedHashMap<>();
        if (!fresh.isEmpty()) {
            Map<Key, Long> threads = threadsOf(fresh);
            fresh.forEach(piece -> kept.put(piece, new Kept(id(items, itemKey(piece)), id(threads, threadKey(piece)))));
        }
        return kept;
    }

    private Map<Key, Long> itemsOf(List<Piece> pieces, Instant now) {
        return byKey(jdbc.sql(KEEP)
                .param(
                        "channels",
                        texts(pieces, piece -> piece.account().channel().name()))
                .param("accounts", accounts(pieces))
                .param("externalIds", texts(pieces, piece -> itemKey(piece).id()))
                .param(
                        "sharedKeys",
                        texts(pieces, piece -> Sameness.of(piece.item()).shared()))
                .param(
                        "twinKeys",
                        texts(pieces, piece -> Sameness.of(piece.item()).twin()))
                .param(
                        "inComments",
                        pieces.stream()
                                .map(piece -> Sameness.of(piece.item()).inComment())
                                .toArray(Boolean[]::new))
                .param("kinds", texts(pieces, piece -> piece.item().kind().name()))
                .param(
                        "submittedAts",
                        texts(pieces, piece -> piece.item().submittedAt().toString()))
                .param("digests", texts(pieces, piece -> base64(Digests.of(piece.item()))))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(row.getLong("id"), row.getLong("account"), row.getString("external_id")))
                .list());
    }

    private Map<Key, Long> threadsOf(List<Piece> pieces) {
        return byKey(jdbc.sql(CONVERSE)
                .param("accounts", accounts(pieces))
                .param("keys", texts(pieces, piece -> threadKey(piece).id()))
                .param(
                        "persons",
                        texts(
                                pieces,
                                piece -> InboundRows.key(piece.item().sender().id())))
                .param("names", texts(pieces, piece -> InboundRows.nameOf(piece.item())))
                .param("spokeAts", texts(pieces, piece -> when(piece.item(), Kind.MESSAGE)))
                .param("mentionedAts", texts(pieces, piece -> when(piece.item(), Kind.MENTION)))
                .param("moves", false)
                .query((row, n) -> new Row(row.getLong("id"), row.getLong("account"), row.getString("key")))
                .list());
    }

    private static Map<Key, Long> byKey(List<Row> rows) {
        Map<Key, Long> ids = new HashMap<>();
        rows.forEach(row -> ids.put(new Key(row.account(), row.key()), row.id()));
        return ids;
    }

    private static long id(Map<Key, Long> ids, Key key) {
        return Objects.requireNonNull(ids.get(key));
    }

    private static Key itemKey(Piece piece) {
        return new Key(piece.account().id(), InboundRows.key(piece.item().externalId()));
    }

    private static Key threadKey(Piece piece) {
        return new Key(piece.account().id(), InboundRows.key(piece.item().conversationKey()));
    }

    private static @Nullable String when(Inbound item, Kind moved) {
        return item.kind() == moved ? item.submittedAt().toString() : null;
    }

    /** What the city knows of an item's sender: whether he has brought in anything, and his newest petition in hand. */
    Map<Piece, Sender> senders(List<Piece> pieces) {
        Map<Piece, Sender> senders = new HashMap<>();
        jdbc.sql(SENDERS)
                .param("persons", texts(pieces, NewcomerRows::person))
                .param("accounts", accounts(pieces))
                .param(
                        "channels",
                        texts(pieces, piece -> piece.account().channel().name()))
                .param(
                        "everywheres",
                        pieces.stream()
                                .map(piece -> Threads.isSameEverywhere(piece.account()))
                                .toArray(Boolean[]::new))
                .query((row, n) -> senders.put(
                        pieces.get(row.getInt("place") - 1),
                        new Sender(row.getBoolean("known"), row.getString("in_hand"))))
                .list();
        return senders;
    }

    private static String person(Piece piece) {
        return InboundRows.key(piece.item().sender().id());
    }

    void settle(List<Settled> settled) {
        jdbc.sql("""
                UPDATE inbound_message m
                SET conversation = s.conversation, petition = s.petition, outcome = ?, raw = decode(s.raw, 'base64')
                FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS s (message, conversation, petition, raw)
                WHERE m.id = s.message""")
                .params(
                        Fate.PETITION.name(),
                        settled.stream().map(one -> one.kept().message()).toArray(Long[]::new),
                        settled.stream().map(one -> one.kept().conversation()).toArray(Long[]::new),
                        settled.stream().map(Settled::petition).toArray(String[]::new),
                        settled.stream()
                                .map(one -> one.raw() == null ? null : base64(one.raw()))
                                .toArray(String[]::new))
                .update();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Long[] accounts(List<Piece> pieces) {
        return pieces.stream().map(piece -> piece.account().id()).toArray(Long[]::new);
    }

    private static @Nullable String[] texts(Collection<Piece> pieces, Function<Piece, @Nullable String> column) {
        return pieces.stream().map(column).toArray(String[]::new);
    }
}
