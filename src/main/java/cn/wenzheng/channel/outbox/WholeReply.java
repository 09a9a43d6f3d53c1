package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Reply.Contact;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.Precedence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message read with all that a call needs to know: whom it goes to, where he spoke, what the platform still allows. */
final class WholeReply {

    static final String SQL = """
            SELECT r.*, p.query_code, t.petitioner_email, c.key AS conversation_key, c.person, c.spoke_at, c.menu_at,
                   c.mentioned_at, c.private_since_mention, c.private_since_spoke, c.followed, s.post, s.comment, s.page,
                   m.external_id AS answered
            FROM outbound_reply r JOIN petition p ON p.number = r.petition
            JOIN petition_content t ON t.petition = r.petition
            LEFT JOIN conversation c ON c.id = r.conversation
            LEFT JOIN petition_source s ON s.petition = r.petition AND s.conversation = r.conversation
            LEFT JOIN inbound_message m ON m.id = s.message
            WHERE r.id = ?""";

    private WholeReply() {}

    static OutboundReply read(ResultSet row, int n) throws SQLException {
        return new OutboundReply(
                row.getLong("id"),
                row.getString("petition"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("account", Long.class),
                row.getObject("conversation", Long.class),
                row.getString("order_key"),
                row.getString("occasion"),
                Precedence.valueOf(row.getString("precedence")),
                row.getString("event_key"),
                row.getBoolean("is_public"),
                row.getString("unit"),
                row.getString("text_private"),
                row.getString("text_public"),
                row.getBoolean("clear"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("instance"),
                means(row),
                row.getInt("means_no"),
                row.getInt("parts"),
                row.getInt("parts_sent"),
                row.getInt("failures"),
                row.getInt("unknowns"),
                row.getInt("looked_again"),
                instant(row, "wait_until"),
                row.getTimestamp("made_at").toInstant(),
                instant(row, "told_from"),
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

    private static @Nullable Means means(ResultSet row) throws SQLException {
        String means = row.getString("means");
        return means == null ? null : Means.valueOf(means);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
