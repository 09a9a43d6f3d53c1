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

    private static final String CHOSEN = """
            FROM assessment_fact f JOIN petition p ON p.number = f.petition
            WHERE (:petition::text IS NULL OR f.petition = :petition)
              AND (:unit::text IS NULL OR f.unit = :unit)
              AND (:from::timestamptz IS NULL OR p.received_at >= :from)
              AND (:to::timestamptz IS NULL OR p.received_at < :to)
              AND (:since::timestamptz IS NULL OR f.at >= :since)
            """;

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which facts are asked for; null narrows nothing. */
    record Choice(
            @Nullable String petition,
            @Nullable String unit,
            @Nullable Timestamp from,
            @Nullable Timestamp to,
            @Nullable Timestamp since) {

        Choice(@Nullable String petition, @Nullable String unit, Period received) {
            this(petition, unit, timestamp(received.from()), timestamp(received.to()), null);
        }

        /** A unit's facts from an instant on, whenever the petitions arrived. */
        Choice(@Nullable String unit, @Nullable Instant since) {
            this(null, unit, null, null, timestamp(since));
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

    /** The newest facts and how many there are. */
    record Glance(List<Breach> breaches, long total) {}

    /**
     * What a unit was late by, all its facts together.
     *
     * @param minutes by which limits were missed, whatever rungs followed; one that still runs counts until now
     * @param units how many units there are in all
     */
    record LateUnit(String unit, long facts, long minutes, long units) {}

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

    /** The facts since then, in one statement. */
    Glance glance(Instant since, Window window) {
        long[] total = {0};
        List<Breach> breaches = jdbc.sql("""
                        SELECT *, count(*) OVER () AS total FROM assessment_fact WHERE at >= ?
                        ORDER BY at DESC, id LIMIT ? OFFSET ?""")
                .params(Timestamp.from(since), window.size(), window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return breach(row, n);
                })
                .list();
        return new Glance(breaches, total[0]);
    }

    /** The units with facts since then, those with the most minutes first. */
    List<LateUnit> lateUnits(Instant since, Instant now, Window window) {
        return jdbc.sql("""
                        SELECT f.unit, count(*) AS facts, count(*) OVER () AS units,
                               floor(coalesce(sum(extract(epoch FROM coalesce(d.ended_at, :now) - f.at))
                                              FILTER (WHERE f.rule IN ('OVERDUE', 'NOT_SIGNED')), 0) / 60) AS minutes
                        FROM assessment_fact f LEFT JOIN deadline d USING (petition, stage, unit, round)
                        WHERE f.at >= :since AND NOT f.corrected AND f.rule <> 'CORRECTED'
                        GROUP BY f.unit ORDER BY minutes DESC, f.unit LIMIT :size OFFSET :offset""")
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .param("size", window.size())
                .param("offset", window.offset())
                .query(LateUnit.class)
                .list();
    }

    private static Breach breach(ResultSet row, int n) throws SQLException {
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
