package cn.wenzheng.channel.outbox;

import cn.wenzheng.petition.Withheld;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what goes out. Whoever changes one holds its conversation first, then the row: nobody waits crosswise. */
@Component
class ReplyRows {

    private static final String INSERT = """
            INSERT INTO outbound_reply (petition, channel, account, conversation, order_key, occasion, precedence, event_key,
                                        is_public, unit, text_private, text_public, clear, state, made_at, told_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) ON CONFLICT (account, event_key) DO NOTHING
            RETURNING id""";

    private final JdbcClient jdbc;

    ReplyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of one conversation goes through here one by one. */
    void holdOrder(String orderKey) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 29))")
                .param(orderKey)
                .query((row, n) -> 0)
                .list();
    }

    /** Empty when the event was taken before. */
    Optional<Long> insert(NewReply reply) {
        Instant toldFrom = Withheld.until();
        return jdbc.sql(INSERT)
                .params(
                        reply.petition(),
                        reply.channel().name(),
                        reply.account(),
                        reply.conversation(),
                        reply.orderKey(),
                        reply.occasion(),
                        reply.precedence().name(),
                        reply.eventKey(),
                        reply.isPublic(),
                        reply.unit(),
                        reply.textPrivate(),
                        reply.textPublic(),
                        reply.clear(),
                        Timestamp.from(reply.at()))
                .param(toldFrom == null ? null : Timestamp.from(toldFrom))
                .query(Long.class)
                .optional();
    }

    Optional<OutboundReply> find(long id) {
        return jdbc.sql(WholeReply.SQL).param(id).query(WholeReply::read).optional();
    }

    /** Holds the message and its conversation until the transaction ends. */
    Optional<OutboundReply> hold(long id) {
        jdbc.sql("SELECT order_key FROM outbound_reply WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(this::holdOrder);
        return jdbc.sql(WholeReply.SQL + " FOR NO KEY UPDATE OF r")
                .param(id)
                .query(WholeReply::read)
                .optional();
    }

    /** The message whose turn it is; empty when nothing of the conversation waits. */
    Optional<Long> head(String orderKey) {
        return jdbc.sql("SELECT id FROM outbound_reply WHERE order_key = ? AND ended_at IS NULL ORDER BY id LIMIT 1")
                .param(orderKey)
                .query(Long.class)
                .optional();
    }

    /** What a decision makes known that nobody may have heard yet. */
    List<Long> withheld(String petition, Instant now) {
        return jdbc.sql("SELECT id FROM outbound_reply WHERE petition = ? AND told_from > ? ORDER BY id")
                .params(petition, Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    void begun(long id, String instance, DeliveryState state) {
        jdbc.sql("UPDATE outbound_reply SET instance = ?, state = ? WHERE id = ?")
                .params(instance, state.name(), id)
                .update();
    }

    void toState(long id, DeliveryState state, @Nullable String trouble, @Nullable Instant waitUntil) {
        jdbc.sql("UPDATE outbound_reply SET state = ?, trouble = ?, wait_until = ? WHERE id = ?")
                .params(state.name(), trouble, waitUntil == null ? null : Timestamp.from(waitUntil), id)
                .update();
    }

    void end(long id, DeliveryState state, Instant at) {
        jdbc.sql("UPDATE outbound_reply SET state = ?, ended_at = ?, wait_until = NULL WHERE id = ?")
                .params(state.name(), Timestamp.from(at), id)
                .update();
    }

    void pieceSent(long id, @Nullable String providerId) {
        jdbc.sql("""
                UPDATE outbound_reply SET parts_sent = parts_sent + 1, failures = 0, unknowns = 0, trouble = NULL,
                       provider_id = coalesce(?, provider_id) WHERE id = ?""").params(providerId, id).update();
    }

    /** The way it went and how many pieces it has there. */
    void wentBy(long id, String means, int parts) {
        jdbc.sql("UPDATE outbound_reply SET means = ?, parts = ?, looked_again = 0 WHERE id = ?")
                .params(means, parts, id)
                .update();
    }

    /** Keeps what a person has decided, with his reason. */
    void decided(long id, String person, String step, @Nullable String reason, Instant at) {
        jdbc.sql("INSERT INTO outbound_decision (reply, person, step, reason, at) VALUES (?, ?, ?, ?, ?)")
                .params(id, person, step, reason, Timestamp.from(at))
                .update();
    }

    void failed(long id, int failures, int unknowns) {
        jdbc.sql("UPDATE outbound_reply SET failures = ?, unknowns = ? WHERE id = ?")
                .params(failures, unknowns, id)
                .update();
    }

    /** A try has no end: its node has died. */
    void oneMoreUnknown(long id) {
        jdbc.sql("UPDATE outbound_reply SET unknowns = unknowns + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Begins anew on the way with this number; on another way it is said from its beginning. */
    void afresh(long id, int meansNo) {
        jdbc.sql("""
                UPDATE outbound_reply SET parts_sent = CASE WHEN means_no = :means THEN parts_sent ELSE 0 END,
                       means_no = :means, failures = 0, unknowns = 0, looked_again = 0 WHERE id = :id""").param("means", meansNo).param("id", id).update();
    }

    /** Begins its tries anew; what nobody knows stays unknown. */
    void triesAnew(long id) {
        jdbc.sql("UPDATE outbound_reply SET failures = 0, looked_again = 0 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Its account was looked for and was off. */
    void lookedInVain(long id) {
        jdbc.sql("UPDATE outbound_reply SET looked_again = looked_again + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** The accounts for which something waits until they are back. */
    List<Long> accountsAwaited() {
        return jdbc.sql("""
                SELECT DISTINCT account FROM outbound_reply
                WHERE state = 'HELD' AND ended_at IS NULL AND trouble = ? AND account IS NOT NULL""").param(Tried.Held.ACCOUNT_OFF).query(Long.class).list();
    }

    /** What waits for this account, what has waited longest first. */
    List<Long> awaiting(long account, int most) {
        return jdbc.sql("""
                SELECT id FROM outbound_reply WHERE state = 'HELD' AND ended_at IS NULL AND trouble = ? AND account = ?
                ORDER BY id LIMIT ?""")
                .params(Tried.Held.ACCOUNT_OFF, account, most)
                .query(Long.class)
                .list();
    }

    /** A person has seen these words and stands for them. */
    void words(long id, String textPrivate, String textPublic) {
        jdbc.sql(
                        "UPDATE outbound_reply SET text_private = ?, text_public = ?, clear = true, parts_sent = 0 WHERE id = ?")
                .params(textPrivate, textPublic, id)
                .update();
    }

    /** One more private message of the allowance. */
    void countPrivate(long conversation) {
        jdbc.sql("""
                UPDATE conversation SET private_since_mention = private_since_mention + 1,
                       private_since_spoke = private_since_spoke + 1 WHERE id = ?""").param(conversation).update();
    }
}
