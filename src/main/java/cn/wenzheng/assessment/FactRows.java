package cn.wenzheng.assessment;

import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.SlipRule;
import cn.wenzheng.supervision.SupervisionEvent.Escalated;
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
            @Nullable Timestamp to) {

        Choice(@Nullable String petition, @Nullable String unit, Period received) {
            this(petition, unit, timestamp(received.from()), timestamp(received.to()));
        }

        private static @Nullable Timestamp timestamp(@Nullable Instant at) {
            return at == null ? null : Timestamp.from(at);
        }
    }

    /** A row: who missed which limit, and when it ran out. */
    record Breach(String petition, String unit, Stage stage, int round, SlipRule rule, Instant at) {}

    /** The same thing twice is one fact. */
    void add(Escalated event) {
        jdbc.sql("""
                INSERT INTO assessment_fact (petition, unit, stage, round, rule, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(event.petition(), event.unit(), event.stage().name(), event.round())
                .params(event.rule().name(), Timestamp.from(event.dueAt()))
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
                        + "ORDER BY f.at DESC, f.petition, f.unit, f.stage, f.round LIMIT %d OFFSET %d"
                                .formatted(window.size(), window.offset()))
                .paramSource(choice)
                .query(FactRows::breach)
                .list();
    }

    private static Breach breach(ResultSet row, int n) throws SQLException {
        return new Breach(
                row.getString("petition"),
                row.getString("unit"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("round"),
                SlipRule.valueOf(row.getString("rule")),
                row.getTimestamp("at").toInstant());
    }
}
