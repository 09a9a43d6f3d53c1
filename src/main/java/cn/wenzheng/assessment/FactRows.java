package cn.wenzheng.assessment;

import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.SlipRule;
import cn.wenzheng.supervision.SupervisionEvent.Escalated;
import cn.wenzheng.supervision.SupervisionEvent.Undone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of facts. */
@Component
class FactRows {

    /** What stands: neither taken back nor the entry that takes it back. */
    static final String COUNTS = " NOT f.corrected AND f.rule <> 'CORRECTED' ";

    private static final String CHOSEN = """
            FROM assessment_fact f JOIN petition p ON p.number = f.petition
            WHERE (:petition::text IS NULL OR f.petition = :petition)
              AND (:unit::text IS NULL OR f.unit = :unit)
              AND (:from::timestamptz IS NULL OR p.received_at >= :from)
              AND (:to::timestamptz IS NULL OR p.received_at < :to)
              AND (:since::timestamptz IS NULL OR f.at >= :since)
              AND (NOT :counting OR""" + COUNTS + ") ";

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which facts are asked for; null narrows nothing.
     *
     * @param counting true for those alone that count
     */
    record Choice(
            @Nullable String petition,
            @Nullable String unit,
            @Nullable Timestamp from,
            @Nullable Timestamp to,
            @Nullable Timestamp since,
            boolean counting) {

        Choice(@Nullable String petition, @Nullable String unit, Period received) {
            this(petition, unit, timestamp(received.from()), timestamp(received.to()), null, false);
        }

        /** A unit's facts from an instant on, whenever the petitions arrived. */
        Choice(@Nullable String unit, @Nullable Instant since, boolean counting) {
            this(null, unit, null, null, timestamp(since), counting);
        }

        private static @Nullable Timestamp timestamp(@Nullable Instant at) {
            return at == null ? null : Timestamp.from(at);
        }
    }

    /** A row: whose limit has come to which rung, why, and when. */
    record Breach(
            String petition,
            String unit,
            Stage stage,
            int round,
            Rung rung,
            SlipRule rule,
            Instant at,
            boolean corrected) {}

    /** The same rung twice is one fact. */
    void add(Escalated event) {
        jdbc.sql("""
                INSERT INTO assessment_fact (petition, unit, stage, round, rung, rule, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (petition, unit, stage, round, rung) WHERE NOT corrected AND rule <> 'CORRECTED' DO NOTHING""")
                .params(event.petition(), event.unit(), event.stage().name(), event.round())
                .params(event.rung().name(), event.rule().name(), Timestamp.from(event.breachedAt()))
                .update();
    }

    /** Marks the fact and adds the entry that takes it back; where there is none, nothing is added. */
    void correct(Undone event) {
        jdbc.sql("""
                WITH taken AS (
                    UPDATE assessment_fact SET corrected = true
                    WHERE petition = ? AND unit = ? AND stage = ? AND round = ? AND rung = ?
                      AND NOT corrected AND rule <> 'CORRECTED'
                    RETURNING *)
                INSERT INTO assessment_fact (petition, unit, stage, round, rung, rule, at)
                SELECT petition, unit, stage, round, rung, 'CORRECTED', ? FROM taken""")
                .params(event.petition(), event.unit(), event.stage().name(), event.round())
                .params(event.rung().name(), Timestamp.from(event.at()))
                .update();
    }

    long count(Choice choice) {
        return jdbc.sql("SELECT count(*) " + CHOSEN)
                .paramSource(choice)
                .query(Long.class)
                .single();
    }

    List<Breach> list(Choice choice, Window window) {
        return jdbc.sql("SELECT f.* " + CHOSEN
                        + "ORDER BY f.at DESC, f.id LIMIT %d OFFSET %d".formatted(window.size(), window.offset()))
                .paramSource(choice)
                .query(FactRows::breach)
                .list();
    }

    static Breach breach(ResultSet row, int n) throws SQLException {
        return new Breach(
                row.getString("petition"),
                row.getString("unit"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("round"),
                Rung.valueOf(row.getString("rung")),
                SlipRule.valueOf(row.getString("rule")),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("corrected"));
    }
}
