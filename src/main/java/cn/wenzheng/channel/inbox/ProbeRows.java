package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.SourceProbe;
import cn.wenzheng.channel.SourceRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public posts of petitions in hand, and when somebody last looked whether they still stand there. */
@Component
class ProbeRows {

    private final JdbcClient jdbc;

    ProbeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One post to look for. */
    record Due(String petition, long account, SourceRef source) {}

    /** The one that nobody has looked for longest; it counts as looked for from now on, on every node. */
    Optional<Due> claim(Instant lookedBefore, Instant now) {
        return jdbc.sql("""
                UPDATE petition_source s SET checked_at = :now FROM conversation c
                WHERE c.id = s.conversation AND s.petition = (
                    SELECT d.petition FROM petition_source d JOIN petition p ON p.number = d.petition
                    WHERE d.is_public AND d.state IS DISTINCT FROM 'DELETED' AND d.checked_at < :before
                      AND d.post IS NOT NULL AND p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
                    ORDER BY d.checked_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
                RETURNING s.petition, s.post, s.comment, s.page, c.account""")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(lookedBefore))
                .query((row, n) -> new Due(
                        row.getString("petition"),
                        row.getLong("account"),
                        new SourceRef(row.getString("post"), row.getString("comment"), row.getString("page"))))
                .optional();
    }

    /** Keeps what was seen; a look that told nothing changes nothing. */
    void saw(Due due, SourceProbe.State state) {
        if (state != SourceProbe.State.UNKNOWN) {
            jdbc.sql("UPDATE petition_source SET state = ? WHERE petition = ?")
                    .params(state.name(), due.petition())
                    .update();
        }
    }
}
