package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which petition belongs to an earlier one. */
@Component
class FollowUpRows {

    private final JdbcClient jdbc;

    FollowUpRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String earlier, FollowUp state) {}

    Optional<Row> of(String petition) {
        return jdbc.sql("SELECT earlier, state FROM follow_up WHERE petition = ?")
                .param(petition)
                .query((row, n) -> new Row(row.getString("earlier"), FollowUp.valueOf(row.getString("state"))))
                .optional();
    }

    void put(String petition, String earlier, FollowUp state, Instant at) {
        jdbc.sql("""
                INSERT INTO follow_up (petition, earlier, state, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (petition) DO UPDATE
                SET earlier = excluded.earlier, state = excluded.state, at = excluded.at""")
                .params(petition, earlier, state.name(), Timestamp.from(at))
                .update();
    }

    /** That new petitions may belong to earlier ones. */
    void putPossible(Map<String, String> earlier, Instant at) {
        jdbc.sql("""
                INSERT INTO follow_up (petition, earlier, state, at)
                SELECT petition, earlier, ?, ? FROM unnest(?::text[], ?::text[]) AS marked (petition, earlier)""")
                .params(
                        FollowUp.POSSIBLE.name(),
                        Timestamp.from(at),
                        earlier.keySet().toArray(String[]::new),
                        earlier.values().toArray(String[]::new))
                .update();
    }

    /** True when both have named the same telephone or the same e-mail address. */
    boolean sameContact(String one, String other) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM petition_content a, petition_content b
                                       WHERE a.petition = ? AND b.petition = ? AND (%s = %s OR %s = %s))""".formatted(
                                SameContact.phoneOf("a"),
                                SameContact.phoneOf("b"),
                                SameContact.emailOf("a"),
                                SameContact.emailOf("b")))
                .params(one, other)
                .query(Boolean.class)
                .single();
    }

    /** The attachments of the one are from now on those of the other. */
    void moveAttachments(String from, String to) {
        jdbc.sql("UPDATE attachment SET petition = ? WHERE petition = ?")
                .params(to, from)
                .update();
    }
}
