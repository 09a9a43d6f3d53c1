package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.PetitionEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided at the bench, for the figures of those who did it. */
@Component
class BenchDecisions {

    /** A list of single decisions is for looking into, not for counting. */
    private static final int LISTED = 200;

    private final JdbcClient jdbc;

    BenchDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One decision.
     *
     * @param asSuggested true when topic and unit were those of the suggestion
     * @param shownAt since when the operator had it before him
     */
    record Kept(
            UUID id,
            String petition,
            String operator,
            BenchAction action,
            boolean asSuggested,
            Instant shownAt,
            Instant decidedAt) {}

    /**
     * What was decided in a period, without what was taken back.
     *
     * @param seconds the usual time for one: half took less; null when there was none
     * @param asSuggested how many went out as they were suggested
     */
    record Figures(long items, @Nullable Double seconds, long asSuggested, long undone, long returned) {}

    /** A decision in a list; nobody reads there who took it. */
    record Listed(String petition, BenchAction action, Instant decidedAt, long seconds) {}

    /** What a figure counts. */
    enum Figure {
        ITEMS("undone_at IS NULL"),
        SUGGESTED("undone_at IS NULL AND as_suggested"),
        UNDONE("undone_at IS NOT NULL"),
        RETURNED("undone_at IS NULL AND returned_at IS NOT NULL");

        private final String condition;

        Figure(String condition) {
            this.condition = condition;
        }
    }

    void add(Kept kept) {
        jdbc.sql("""
                INSERT INTO bench_decision (id, petition, operator, action, as_suggested, shown_at, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        kept.id(),
                        kept.petition(),
                        kept.operator(),
                        kept.action().name(),
                        kept.asSuggested(),
                        Timestamp.from(kept.shownAt()),
                        Timestamp.from(kept.decidedAt()))
                .update();
    }

    /** The petition whose decision was taken back; null when it was not taken at the bench by this operator. */
    @Nullable
    String undone(UUID decision, String operator, Instant at) {
        return jdbc.sql("UPDATE bench_decision SET undone_at = ? WHERE id = ? AND operator = ? RETURNING petition")
                .params(Timestamp.from(at), decision, operator)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Taken back through whatever door; the listed decision is the last of its petition. */
    @EventListener
    void on(PetitionEvent.DecisionUndone undone) {
        jdbc.sql("UPDATE bench_decision SET undone_at = ? WHERE petition = ? AND undone_at IS NULL AND decided_at >= ?")
                .params(Timestamp.from(undone.at()), undone.number(), Timestamp.from(undone.decided()))
                .update();
    }

    /** The unit says that the last assignment was wrong. */
    @EventListener
    void on(PetitionEvent.Returned returned) {
        if (returned.lead()) {
            jdbc.sql("""
                    UPDATE bench_decision SET returned_at = ?
                    WHERE petition = ? AND action = 'DISPATCH' AND undone_at IS NULL AND returned_at IS NULL""")
                    .params(Timestamp.from(returned.at()), returned.number())
                    .update();
        }
    }

    /** @param operator only his own; null for the whole team */
    Figures figures(@Nullable String operator, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE undone_at IS NULL) AS items,
                       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - shown_at))
                           FILTER (WHERE undone_at IS NULL) AS seconds,
                       count(*) FILTER (WHERE undone_at IS NULL AND as_suggested) AS as_suggested,
                       count(*) FILTER (WHERE undone_at IS NOT NULL) AS undone,
                       count(*) FILTER (WHERE undone_at IS NULL AND returned_at IS NOT NULL) AS returned
                FROM bench_decision WHERE decided_at >= :since AND (:operator::text IS NULL OR operator = :operator)""")
                .param("since", Timestamp.from(since))
                .param("operator", operator)
                .query((row, n) -> new Figures(
                        row.getLong("items"),
                        row.getObject("seconds", Double.class),
                        row.getLong("as_suggested"),
                        row.getLong("undone"),
                        row.getLong("returned")))
                .single();
    }

    /** What a figure counts, the newest first. */
    List<Listed> listed(Figure figure, @Nullable String operator, Instant since) {
        return jdbc.sql("""
                SELECT petition, action, decided_at, extract(epoch FROM decided_at - shown_at)::bigint AS seconds
                FROM bench_decision
                WHERE %s AND decided_at >= :since AND (:operator::text IS NULL OR operator = :operator)
                ORDER BY decided_at DESC LIMIT %d""".formatted(figure.condition, LISTED))
                .param("since", Timestamp.from(since))
                .param("operator", operator)
                .query((row, n) -> new Listed(
                        row.getString("petition"),
                        BenchAction.valueOf(row.getString("action")),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getLong("seconds")))
                .list();
    }
}
