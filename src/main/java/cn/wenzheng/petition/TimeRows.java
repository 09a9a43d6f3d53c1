package cn.wenzheng.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for more time, and which petitions have waited long enough. */
@Component
class TimeRows {

    private final JdbcClient jdbc;

    TimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The petitions whose pause is over by then, the oldest first. */
    List<String> pausedUntil(Instant at) {
        return jdbc.sql("""
                SELECT number FROM petition WHERE status = 'PAUSED' AND paused_until <= ?
                ORDER BY paused_until, number""").param(Timestamp.from(at)).query(String.class).list();
    }

    /**
     * Keeps a request.
     *
     * @throws DuplicateKeyException when one of this part waits already
     */
    void ask(Deadlines.Limit limit, ClockCommand.AskExtension command, String person, Instant at) {
        jdbc.sql("""
                INSERT INTO extension_request (petition, unit, round, days, reason, asked_by, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        limit.petition(),
                        limit.unit(),
                        limit.round(),
                        command.days(),
                        command.reason(),
                        person,
                        Timestamp.from(at))
                .update();
    }

    /** False when somebody else has decided it meanwhile. */
    boolean decide(long request, boolean granted, @Nullable String note, String person, Instant at) {
        return jdbc.sql("""
                        UPDATE extension_request SET granted = ?, note = ?, decided_by = ?, decided_at = ?
                        WHERE id = ? AND decided_at IS NULL""")
                        .params(granted, note, person, Timestamp.from(at), request)
                        .update()
                == 1;
    }

    /** What waits for the centre's word about the part whose limit this is. */
    Optional<ExtensionRequest> waiting(Deadlines.Limit limit) {
        return jdbc.sql("""
                SELECT * FROM extension_request
                WHERE petition = ? AND unit = ? AND round = ? AND decided_at IS NULL""")
                .params(limit.petition(), limit.unit(), limit.round())
                .query(TimeRows::request)
                .optional();
    }

    /** The requests that wait for the centre; asked for only when the timeline knows of one. */
    List<ExtensionRequest> asked(Petition petition, List<Assignment> parts, List<SheetRows.Entry> timeline) {
        if (Stages.of(petition.status) != Stage.HANDLING
                || timeline.stream().noneMatch(entry -> entry.event() == TimelineEvent.EXTENSION_ASKED)) {
            return List.of();
        }
        return of(petition.number).stream()
                .filter(request -> request.granted() == null)
                .filter(request -> parts.stream()
                        .anyMatch(part ->
                                part.isOpen() && part.unit.equals(request.unit()) && part.round == request.round()))
                .toList();
    }

    /** Every request of a petition, the oldest first. */
    List<ExtensionRequest> of(String petition) {
        return jdbc.sql("SELECT * FROM extension_request WHERE petition = ? ORDER BY id")
                .param(petition)
                .query(TimeRows::request)
                .list();
    }

    private static ExtensionRequest request(ResultSet row, int n) throws SQLException {
        return new ExtensionRequest(
                row.getLong("id"),
                row.getString("petition"),
                row.getString("unit"),
                row.getInt("round"),
                row.getInt("days"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("granted", Boolean.class));
    }
}
