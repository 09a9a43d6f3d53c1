package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions of intake, with what the petition was before each. */
@Component
class DecisionRows {

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a decision changes of a petition. */
    record Before(
            Instant since,
            @Nullable PetitionKind kind,
            @Nullable String category,
            Urgency urgency,
            @Nullable Instant firstAnsweredAt) {

        static Before of(Petition petition) {
            return new Before(
                    petition.since, petition.kind, petition.category, petition.urgency, petition.firstAnsweredAt);
        }
    }

    /**
     * A decision as it is kept.
     *
     * @param lastEntry the last line of the timeline when it was taken
     * @param version the petition's version as the decision left it
     */
    record Decision(
            UUID id,
            String petition,
            String person,
            Instant decidedAt,
            Instant undoUntil,
            boolean undone,
            long lastEntry,
            long version,
            Before before) {}

    void add(UUID id, Petition after, Before before, String person, Instant decidedAt, Instant undoUntil) {
        jdbc.sql("""
                INSERT INTO intake_decision (id, petition, person, decided_at, undo_until, last_entry, version, since, kind,
                    category, urgency, first_answered_at)
                SELECT ?, ?, ?, ?, ?, max(id), ?, ?, ?, ?, ?, ? FROM timeline_entry WHERE petition = ?""")
                .params(id, after.number, person, Timestamp.from(decidedAt), Timestamp.from(undoUntil))
                .params(requireNonNull(after.version), Timestamp.from(before.since()))
                .params(before.kind() == null ? null : before.kind().name(), before.category())
                .params(before.urgency().name(), timestamp(before.firstAnsweredAt()), after.number)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql("SELECT * FROM intake_decision WHERE id = ?")
                .param(id)
                .query(DecisionRows::decision)
                .optional();
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("petition"),
                row.getString("person"),
                row.getTimestamp("decided_at").toInstant(),
                row.getTimestamp("undo_until").toInstant(),
                row.getTimestamp("undone_at") != null,
                row.getLong("last_entry"),
                row.getLong("version"),
                new Before(
                        row.getTimestamp("since").toInstant(),
                        kind == null ? null : PetitionKind.valueOf(kind),
                        row.getString("category"),
                        Urgency.valueOf(row.getString("urgency")),
                        SheetRows.instant(row, "first_answered_at")));
    }

    /** True while the timeline ends as the decision left it. */
    boolean isLast(Decision decision) {
        return jdbc.sql("SELECT max(id) = ? FROM timeline_entry WHERE petition = ?")
                .params(decision.lastEntry(), decision.petition())
                .query(Boolean.class)
                .single();
    }

    /** The petitioner never reads of it. */
    void undone(Decision decision, Instant at) {
        jdbc.sql("UPDATE intake_decision SET undone_at = ? WHERE id = ?")
                .params(Timestamp.from(at), decision.id())
                .update();
        jdbc.sql("UPDATE timeline_entry SET for_citizen = false WHERE petition = ? AND told_from = ?")
                .params(decision.petition(), Timestamp.from(decision.undoUntil()))
                .update();
    }
}
