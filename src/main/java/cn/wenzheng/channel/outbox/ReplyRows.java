package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Reply.Contact;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what goes out. Whoever changes one holds its conversation first, then the row: nobody waits crosswise. */
@Component
class ReplyRows {

    private static final String INSERT = """
            INSERT INTO outbound_reply (petition, channel, account, conversation, order_key, occasion, event_key, is_public,
                                        unit, text_private, text_public, clear, state, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) ON CONFLICT (account, event_key) DO NOTHING
            RETURNING id""";

    private static final String WHOLE = """
            SELECT r.*, p.query_code, t.petitioner_email, c.key AS conversation_key, c.person, c.spoke_at, c.menu_at,
                   c.mentioned_at, c.private_since_mention, c.private_since_spoke, c.followed, s.post, s.comment, s.page,
                   m.external_id AS answered
            FROM outbound_reply r JOIN petition p ON p.number = r.petition
            JOIN petition_content t ON t.petition = r.petition
            LEFT JOIN conversation c ON c.id = r.conversation
            LEFT JOIN petition_source s ON s.petition = r.petition AND s.conversation = r.conversation
            LEFT JOIN inbound_message m ON m.id = s.message
            WHERE r.id = ?""";

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
        return jdbc.sql(INSERT)
                .params(
                        reply.petition(),
                        reply.channel().name(),
                        reply.account(),
                        reply.conversation(),
                        reply.orderKey(),
                        reply.occasion(),
                        reply.eventKey(),
                        reply.isPublic(),
                        reply.unit(),
                        reply.textPrivate(),
                        reply.textPublic(),
                        reply.clear(),
                        Timestamp.from(reply.at()))
                .query(Long.class)
                .optional();
    }

    Optional<OutboundReply> find(long id) {
        return jdbc.sql(WHOLE).param(id).query(ReplyRows::read).optional();
    }

    /** Holds the message and its conversation until the transaction ends. */
    Optional<OutboundReply> hold(long id) {
        jdbc.sql("SELECT order_key FROM outbound_reply WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(this::holdOrder);
        return jdbc.sql(WHOLE + " FOR NO KEY UPDATE OF r")
                .param(id)
                .query(ReplyRows::read)
                .optional();
    }

    /** The message whose turn it is; empty when nothing of the conversation waits. */
    Optional<Long> head(String orderKey) {
        return jdbc.sql("SELECT id FROM outbound_reply WHERE order_key = ? AND ended_at IS NULL ORDER BY id LIMIT 1")
                .param(orderKey)
                .query(Long.class)
                .optional();
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
        jdbc.sql("UPDATE outbound_reply SET means = ?, parts = ? WHERE id = ?")
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

    /** Begins anew on the way with this number. */
    void afresh(long id, int meansNo) {
        jdbc.sql("UPDATE outbound_reply SET means_no = ?, failures = 0, unknowns = 0 WHERE id = ?")
                .params(meansNo, id)
                .update();
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

    private static OutboundReply read(ResultSet row, int n) throws SQLException {
        return new OutboundReply(
                row.getLong("id"),
                row.getString("petition"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("account", Long.class),
                row.getObject("conversation", Long.class),
                row.getString("order_key"),
                row.getString("occasion"),
                row.getString("event_key"),
                row.getBoolean("is_public"),
                row.getString("unit"),
                row.getString("text_private"),
                row.getString("text_public"),
                row.getBoolean("clear"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("instance"),
                row.getInt("means_no"),
                row.getInt("parts"),
                row.getInt("parts_sent"),
                row.getInt("failures"),
                row.getInt("unknowns"),
                instant(row, "wait_until"),
                contact(row),
                row.getString("query_code"));
    }

    /** A petition of the portal has no conversation: it is answered to the address its citizen gave. */
    private static Contact contact(ResultSet row) throws SQLException {
        String key = row.getString("conversation_key");
        String person = row.getString("person");
        String mail = row.getString("petitioner_email");
        String post = row.getString("post");
        return new Contact(
                key == null ? "petition:" + row.getString("petition") : key,
                person == null ? String.valueOf(mail) : person,
                post == null ? null : new SourceRef(post, row.getString("comment"), row.getString("page")),
                row.getString("answered"),
                instant(row, "spoke_at"),
                instant(row, "menu_at"),
                instant(row, "mentioned_at"),
                row.getInt("private_since_mention"),
                row.getInt("private_since_spoke"),
                key == null || row.getBoolean("followed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
