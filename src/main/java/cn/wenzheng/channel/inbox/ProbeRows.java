package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.SourceProbe;
import cn.wenzheng.channel.SourceRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public posts of petitions in hand, and when somebody last looked whether they still stand there; null when nobody will. */
@Component
class ProbeRows {

    private final JdbcClient jdbc;

    ProbeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One post to look for.
     *
     * @param over true when its petition is over, which it stays: it is not looked for again
     */
    record Due(String petition, long account, SourceRef source, boolean over) {}

    /** The one that nobody has looked for longest; it counts as looked for from now on, on every node. */
    Optional<Due> claim(Instant lookedBefore, Instant now) {
        return jdbc.sql("""
                UPDATE petition_source s
                SET checked_at = CASE WHEN p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN') THEN CAST(:now AS timestamptz) END
                FROM conversation c, petition p
                WHERE c.id = s.conversation AND p.number = s.petition AND s.petition = (
                    SELECT d.petition FROM petition_source d
                    WHERE d.is_public AND d.post IS NOT NULL AND d.state IS DISTINCT FROM 'DELETED' AND d.checked_at < :before
                    ORDER BY d.checked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING s.petition, s.post, s.comment, s.page, c.account, s.checked_at IS NULL AS over""")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(lookedBefore))
                .query((row, n) -> new Due(
                        row.getString("petition"),
                        row.getLong("account"),
                        new SourceRef(row.getString("post"), row.getString("comment"), row.getString("page")),
                        row.getBoolean("over")))
                .optional();
    }

    /** Nobody has looked after all: it counts as looked for then, so that it is due again when it can be. */
    void missed(Due due, Instant looked) {
        jdbc.sql("UPDATE petition_source SET checked_at = ? WHERE petition = ?")
                .params(Timestamp.from(looked), due.petition())
                .update();
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
