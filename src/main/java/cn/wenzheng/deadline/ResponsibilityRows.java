package cn.wenzheng.deadline;

import cn.wenzheng.access.Period;
import cn.wenzheng.deadline.Responsibility.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads from rows that are written anyway how a petition went from hand to hand. */
@Component
class ResponsibilityRows {

    private static final String LIVES = """
            SELECT p.number, p.received_at,
                   CASE WHEN p.status IN ('CLOSED', 'REFUSED', 'WITHDRAWN') THEN p.since END AS over_at,
                   step.at, step.event, step.unit, step.until
            FROM petition p LEFT JOIN (
                SELECT id, petition, at, event, unit, NULL::timestamptz AS until FROM timeline_entry
                WHERE event IN ('ASSIGNED', 'REASSIGNED', 'SENT_BACK', 'ARBITRATED', 'RETURNED', 'HANDLED', 'DECISION_UNDONE')
                UNION ALL
                SELECT DISTINCT 0::bigint, d.petition, change.at, change.event, NULL, NULL::timestamptz
                FROM deadline d CROSS JOIN unnest(d.paused_from, d.paused_until) AS pause (since, until)
                CROSS JOIN LATERAL (VALUES (pause.until, 'RESUMED'), (pause.since, (
                    SELECT CASE cause WHEN 'WAITING_FOR_PETITIONER' THEN 'WAITING' ELSE 'HALTED' END
                    FROM clock_entry e
                    WHERE e.petition = d.petition AND e.stage = d.stage AND e.unit = d.unit AND e.round = d.round
                      AND e.kind = 'PAUSED' AND e.at > pause.since - interval '1 second' AND e.at <= pause.since
                    ORDER BY e.id DESC LIMIT 1))) AS change (at, event)
                WHERE d.paused_from <> '{}'
            """;

    private static final String PARTS_BESIDE = """
                UNION ALL SELECT id, petition, assigned_at, duty, unit, ended_at FROM assignment WHERE duty = 'ASSIST'
            """;

    private static final String OF_ONE = " WHERE p.number = ? ORDER BY step.event = 'ASSIST', step.at, step.id";

    private static final String JOINED = ") step ON step.petition = p.number";

    private static final String EARLIEST = "SELECT min(p.received_at) FROM petition p";

    private static final String IN_PERIOD =
            " WHERE (?::timestamptz IS NULL OR p.received_at >= ?) AND (?::timestamptz IS NULL OR p.received_at < ?)";

    private static final int AT_A_TIME = 2_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate stream;

    ResponsibilityRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(jdbc.getDataSource());
        stream.setFetchSize(AT_A_TIME);
    }

    /** An assisting unit's part; {@code until} is null while it is open. */
    record Beside(String unit, Instant from, @Nullable Instant until) {}

    /**
     * How a petition went from hand to hand.
     *
     * @param over when it ended; null while it is open
     */
    record Life(String petition, Instant received, @Nullable Instant over, List<Step> steps, List<Beside> beside) {}

    Optional<Life> of(String petition) {
        List<Life> found = new ArrayList<>();
        LifeGathering gathering = new LifeGathering(found::add);
        jdbc.query(LIVES + PARTS_BESIDE + JOINED + OF_ONE, gathering::row, petition);
        gathering.end();
        return found.stream().findFirst();
    }

    /** When the first petition of a period was received; empty when there is none. */
    Optional<Instant> earliest(Period received) {
        Timestamp from = timestamp(received.from());
        Timestamp to = timestamp(received.to());
        Timestamp earliest = jdbc.queryForObject(EARLIEST + IN_PERIOD, Timestamp.class, from, from, to, to);
        return Optional.ofNullable(earliest).map(Timestamp::toInstant);
    }

    /**
     * Every petition received in the period, one after the other; without the assisting units' parts. Inside a transaction
     * the rows come in portions, however many they are.
     */
    void each(Period received, Consumer<Life> told) {
        Timestamp from = timestamp(received.from());
        Timestamp to = timestamp(received.to());
        LifeGathering gathering = new LifeGathering(told);
        stream.query(
                LIVES + JOINED + IN_PERIOD + " ORDER BY p.number, step.at, step.id",
                gathering::row,
                from,
                from,
                to,
                to);
        gathering.end();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
