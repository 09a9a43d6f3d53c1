package cn.wenzheng.petition;

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
            boolean attached,
            Before before) {}

    void add(Decision decision) {
        Before before = decision.before();
        jdbc.sql("""
                INSERT INTO intake_decision (id, petition, person, decided_at, undo_until, last_entry, version, attached,
                    since, kind, category, urgency, first_answered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(decision.id(), decision.petition(), decision.person())
                .params(Timestamp.from(decision.decidedAt()), Timestamp.from(decision.undoUntil()))
                .params(decision.lastEntry(), decision.version(), decision.attached())
                .params(
                        Timestamp.from(before.since()),
                        before.kind() == null ? null : before.kind().name())
                .params(before.category(), before.urgency().name(), timestamp(before.firstAnsweredAt()))
                .update();
    }

    /** The last line of a petition's timeline. */
    long lastEntry(String petition) {
        return jdbc.sql("SELECT max(id) FROM timeline_entry WHERE petition = ?")
                .param(petition)
                .query(Long.class)
                .single();
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
                row.getBoolean("attached"),
                new Before(
                        row.getTimestamp("since").toInstant(),
                        kind == null ? null : PetitionKind.valueOf(kind),
                        row.getString("category"),
                        Urgency.valueOf(row.getString("urgency")),
                        SheetRows.instant(row, "first_answered_at")));
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
