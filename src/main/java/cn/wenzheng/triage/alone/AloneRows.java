package cn.wenzheng.triage.alone;

import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.triage.LeaseTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what the system decides by itself: its rule, and every petition it has looked at. */
@Component
class AloneRows {

    /**
     * Not looked at before, compared with what was said before it, and before no operator at the bench (whose tab has
     * given a sign of life not long ago).
     */
    private static final String FREE = """
             AND NOT EXISTS (SELECT FROM alone_decision d WHERE d.petition = p.number)
            AND NOT EXISTS (SELECT FROM matter_waiting w WHERE w.petition = p.number)
            AND NOT EXISTS (SELECT FROM bench_lease l WHERE l.petition = p.number
                AND l.beat_at > clock_timestamp() - make_interval(secs => ?))""";

    private final JdbcClient jdbc;
    private final LeaseTerm leases;

    AloneRows(JdbcClient jdbc, LeaseTerm leases) {
        this.jdbc = jdbc;
        this.leases = leases;
    }

    AloneRule rule() {
        return jdbc.sql("SELECT * FROM alone_rule").query(AloneRows::read).single();
    }

    /** Held until the transaction ends, so that two never change it from the same. */
    AloneRule lockedRule() {
        return jdbc.sql("SELECT * FROM alone_rule FOR UPDATE")
                .query(AloneRows::read)
                .single();
    }

    private static AloneRule read(ResultSet row, int n) throws SQLException {
        Set<PetitionKind> kinds = new TreeSet<>();
        for (String kind : (String[]) row.getArray("kinds").getArray()) {
            kinds.add(PetitionKind.valueOf(kind));
        }
        Timestamp since = row.getTimestamp("since");
        String offWhy = row.getString("off_why");
        return new AloneRule(
                row.getBoolean("active"),
                row.getDouble("threshold"),
                kinds,
                row.getInt("daily_cap"),
                row.getDouble("sample_share"),
                row.getDouble("returns_limit"),
                since == null ? null : since.toInstant(),
                offWhy == null ? null : OffWhy.valueOf(offWhy));
    }

    void change(AloneRule rule) {
        Instant since = rule.since();
        jdbc.sql("""
                UPDATE alone_rule SET active = ?, threshold = ?, kinds = ?, daily_cap = ?, sample_share = ?,
                    returns_limit = ?, since = ?, off_why = NULL""")
                .params(rule.active(), rule.threshold())
                .param(rule.kinds().stream().map(PetitionKind::name).toArray(String[]::new))
                .params(rule.dailyCap(), rule.sampleShare(), rule.returnsLimit())
                .param(since == null ? null : Timestamp.from(since))
                .update();
    }

    /** False when it was off already. */
    boolean switchOff(OffWhy why) {
        return jdbc.sql("UPDATE alone_rule SET active = false, off_why = ? WHERE active")
                        .param(why.name())
                        .update()
                == 1;
    }

    /** Petitions that wait for their acceptance and that the system may look at, the oldest first. */
    List<String> waiting(Instant since, int most) {
        return jdbc.sql("SELECT number FROM petition p WHERE status = 'RECEIVED' AND received_at >= ? AND NOT backlog"
                        + FREE + " ORDER BY received_at, number LIMIT ?")
                .params(Timestamp.from(since), leases.lapse().toSeconds(), most)
                .query(String.class)
                .list();
    }

    /** Takes the petition in hand until the transaction ends; false when somebody else has it, or it waits no more. */
    boolean hold(String number) {
        return jdbc.sql("SELECT number FROM petition p WHERE number = ? AND status = 'RECEIVED'" + FREE
                        + " FOR UPDATE OF p SKIP LOCKED")
                .params(number, leases.lapse().toSeconds())
                .query(String.class)
                .optional()
                .isPresent();
    }

    void leave(String number, LeftWhy why, long version, Instant at) {
        jdbc.sql("""
                INSERT INTO alone_decision (petition, left_why, version, at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""").params(number, why.name(), version, Timestamp.from(at)).update();
    }

    void decide(Alone decided) {
        jdbc.sql("""
                INSERT INTO alone_decision (petition, version, at, certainty, category, unit, sampled)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(decided.petition(), decided.version(), Timestamp.from(decided.at()), decided.certainty())
                .params(decided.category(), decided.unit(), decided.sampled())
                .update();
    }

    int decidedSince(Instant at) {
        return jdbc.sql("SELECT count(*) FROM alone_decision WHERE left_why IS NULL AND at >= ?")
                .param(Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    /** False when the system has not decided about it. */
    boolean returned(String number, Instant at) {
        return jdbc.sql("UPDATE alone_decision SET returned_at = ? WHERE petition = ? AND left_why IS NULL")
                        .params(Timestamp.from(at), number)
                        .update()
                == 1;
    }

    /** How much of what was decided in the last days came back; of the system's since it was last switched on. */
    Returns returns(@Nullable Instant since, Instant now) {
        Instant from = now.minus(Returns.LOOKED_BACK);
        return jdbc.sql("""
                WITH alone AS (
                    SELECT returned_at IS NOT NULL AS back FROM alone_decision
                    WHERE left_why IS NULL AND at >= :since),
                people AS (
                    SELECT returned_by IS NOT NULL AS back FROM learning_example e
                    WHERE decided_at >= :from AND (unit IS NOT NULL OR returned_by IS NOT NULL) AND NOT EXISTS (
                        SELECT FROM alone_decision d WHERE d.petition = e.petition AND d.left_why IS NULL))
                SELECT (SELECT count(*) FROM alone), (SELECT count(*) FILTER (WHERE back) FROM alone),
                    (SELECT count(*) FROM people), (SELECT count(*) FILTER (WHERE back) FROM people)""")
                .param("since", Timestamp.from(since == null || since.isBefore(from) ? from : since))
                .param("from", Timestamp.from(from))
                .query((row, n) -> new Returns(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}
