package cn.wenzheng.audit;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal's table; it knows no update and no delete, and neither does the application's database role. */
@Component
class JournalRows {

    private static final String SUBJECTS = """
            INSERT INTO journal_subject (what, code, at, line)
            SELECT 'person', code, at, id FROM line, unnest(?::varchar[]) code
            UNION ALL
            SELECT 'unit', code, at, id FROM line, unnest(?::varchar[]) code""";

    private static final String INSERT = """
            WITH line AS (
                INSERT INTO journal (at, actor, door, action, kind, petition, outcome, reason, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                RETURNING id, at)
            """ + SUBJECTS;

    private static final String INSERT_EACH = """
            WITH line AS (
                INSERT INTO journal (at, actor, door, action, kind, outcome, petition, before, after)
                SELECT ?, ?, ?, ?, ?, ?, told.petition, '{}', told.after::jsonb
                FROM unnest(?::text[], ?::text[]) AS told (petition, after)
                RETURNING id, at)
            """ + SUBJECTS;

    private final JdbcClient jdbc;

    /** A line before it is written. */
    record Line(
            Actor actor,
            String action,
            @Nullable String petition,
            Instant at,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String before,
            @Nullable String after) {

        JournalKind kind() {
            return JournalKind.of(action, outcome);
        }
    }

    JournalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line and whom it is about, in one statement. */
    void insert(Line line, Subjects subjects) {
        jdbc.sql(INSERT)
                .params(
                        line.at().atOffset(ZoneOffset.UTC),
                        line.actor().id(),
                        line.actor().door().code(),
                        line.action(),
                        line.kind().code(),
                        line.petition(),
                        line.outcome().code(),
                        line.reason(),
                        line.before(),
                        line.after(),
                        subjects.people().toArray(String[]::new),
                        subjects.units().toArray(String[]::new))
                .update();
    }

    /** One line for each petition, all about the same people and units, in one statement. */
    void insertEach(Actor actor, String action, Instant at, Map<String, String> after, Subjects subjects) {
        jdbc.sql(INSERT_EACH)
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        actor.id(),
                        actor.door().code(),
                        action,
                        JournalKind.of(action, Outcome.DONE).code(),
                        Outcome.DONE.code(),
                        after.keySet().toArray(String[]::new),
                        after.values().toArray(String[]::new),
                        subjects.people().toArray(String[]::new),
                        subjects.units().toArray(String[]::new))
                .update();
    }

    List<AuditEntry> trail(String petition, Window window) {
        return jdbc.sql("SELECT * FROM journal WHERE petition = ? ORDER BY id LIMIT ? OFFSET ?")
                .params(petition, window.size(), window.offset())
                .query(JournalRows::toEntry)
                .list();
    }

    long count(String petition) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE petition = ?")
                .param(petition)
                .query(Long.class)
                .single();
    }

    static AuditEntry toEntry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Door.valueOf(upper(row.getString("door"))),
                row.getString("action"),
                JournalKind.valueOf(upper(row.getString("kind"))),
                row.getString("petition"),
                Outcome.valueOf(upper(row.getString("outcome"))),
                row.getString("reason"),
                row.getString("before"),
                row.getString("after"));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
