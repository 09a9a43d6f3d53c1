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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal's table; it knows no update and no delete, and neither does the application's database role. */
@Component
class JournalRows {

    private final JdbcClient jdbc;

    JournalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertDone(Actor actor, String action, @Nullable String petition, Instant at, String before, String after) {
        jdbc.sql("""
                        INSERT INTO journal (at, actor, door, action, petition, outcome, before, after)
                        VALUES (?, ?, ?, ?, ?, 'done', ?::jsonb, ?::jsonb)""")
                .params(at.atOffset(ZoneOffset.UTC), actor.id(), actor.door().code(), action, petition, before, after)
                .update();
    }

    void insertRefused(Actor actor, String action, @Nullable String petition, Instant at, String reason) {
        jdbc.sql("""
                        INSERT INTO journal (at, actor, door, action, petition, outcome, reason)
                        VALUES (?, ?, ?, ?, ?, 'refused', ?)""")
                .params(at.atOffset(ZoneOffset.UTC), actor.id(), actor.door().code(), action, petition, reason)
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
