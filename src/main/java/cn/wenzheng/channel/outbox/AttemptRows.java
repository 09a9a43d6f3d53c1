package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tries. */
@Component
class AttemptRows {

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the try of a node that has died; true when there was one. */
    boolean endLost(long reply, Instant at) {
        return jdbc.sql("""
                        UPDATE outbound_attempt SET ended_at = ?, outcome = 'UNKNOWN', code = 'node-lost'
                        WHERE reply = ? AND ended_at IS NULL""").params(Timestamp.from(at), reply).update() > 0;
    }

    long begin(long reply, String node, Instant at) {
        return jdbc.sql("""
                INSERT INTO outbound_attempt (reply, part, node, started_at)
                SELECT id, parts_sent + 1, ?, ? FROM outbound_reply WHERE id = ? RETURNING id""")
                .params(node, Timestamp.from(at), reply)
                .query(Long.class)
                .single();
    }

    void end(long attempt, String means, Outcome outcome, Instant at) {
        String providerId = outcome instanceof Outcome.Sent sent ? sent.providerId() : null;
        jdbc.sql("""
                UPDATE outbound_attempt SET ended_at = ?, means = ?, outcome = ?, code = ?, provider_id = ?
                WHERE id = ?""")
                .params(Timestamp.from(at), means, Codes.word(outcome), Codes.code(outcome), providerId, attempt)
                .update();
    }

    /** Nothing was called: it was no try. */
    void drop(long attempt) {
        jdbc.sql("DELETE FROM outbound_attempt WHERE id = ?").param(attempt).update();
    }

    /** True while a node may be calling. */
    boolean isCalled(long reply, Instant since) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM outbound_attempt WHERE reply = ? AND ended_at IS NULL AND started_at > ?)")
                .params(reply, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }
}
