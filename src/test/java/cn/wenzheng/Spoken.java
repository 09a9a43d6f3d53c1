package cn.wenzheng;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a petition one that somebody has spoken on a platform: an account, a conversation and what stands in between. */
record Spoken(JdbcClient jdbc, String address) {

    /** A new account that is reached where the scripted platform listens. */
    long account(String settings) {
        return jdbc.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, settings, enabled, created_at)
                VALUES ('WEIBO', 'scripted-' || gen_random_uuid(), (SELECT code FROM unit WHERE parent IS NULL), '问政', ?,
                        ?::jsonb, true, ?) RETURNING id""")
                .params(address, settings, Timestamp.from(Instant.EPOCH))
                .query(Long.class)
                .single();
    }

    long conversation(long account) {
        return jdbc.sql("""
                INSERT INTO conversation (account, key, person, name) VALUES (?, 's:' || gen_random_uuid(), '2489518277', '夜路人')
                RETURNING id""").param(account).query(Long.class).single();
    }

    /** The petition came in on this conversation, in a post everybody can read or in a private message. */
    void cameBy(String petition, long conversation, boolean inPublic) {
        Long message = jdbc.sql("""
                INSERT INTO inbound_message (channel, account, external_id, conversation, kind, petition, outcome, submitted_at,
                                             received_at, digest)
                SELECT 'WEIBO', account, 's:' || gen_random_uuid(), id, 'MENTION', ?, 'PETITION', ?, ?, '\\x00'
                FROM conversation WHERE id = ? RETURNING id""")
                .params(petition, Timestamp.from(Instant.EPOCH), Timestamp.from(Instant.EPOCH), conversation)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO petition_source (petition, conversation, message, post, is_public) VALUES (?, ?, ?, '5001', ?)")
                .params(petition, conversation, message, inPublic)
                .update();
        jdbc.sql("UPDATE petition SET channel = 'WEIBO' WHERE number = ?")
                .param(petition)
                .update();
    }

    String state(String petition, String occasion) {
        return jdbc.sql("SELECT state FROM outbound_reply WHERE petition = ? AND occasion = ?")
                .params(petition, occasion)
                .query(String.class)
                .single();
    }

    String id(String petition, String occasion) {
        return jdbc.sql("SELECT id FROM outbound_reply WHERE petition = ? AND occasion = ?")
                .params(petition, occasion)
                .query(String.class)
                .single();
    }
}
