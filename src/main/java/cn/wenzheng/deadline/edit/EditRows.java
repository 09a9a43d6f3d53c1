package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.calendar.CalendarChanged;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of edits.
 *
 * <p>Who works on an edit holds its row in the transaction of each batch, so that one node at a time does, and a node
 * that dies lets go of it at once.
 */
@Component
class EditRows {

    private final JdbcClient jdbc;
    private final WrittenEdits written;

    EditRows(JdbcClient jdbc, WrittenEdits written) {
        this.jdbc = jdbc;
        this.written = written;
    }

    UUID insert(CalendarEdit edit, String madeBy, Instant at, long baseVersion, int total) {
        return jdbc.sql("""
                INSERT INTO calendar_edit (kind, edit, made_by, made_at, state, base_version, total)
                VALUES (?, ?::jsonb, ?, ?, 'PREVIEWING', ?, ?) RETURNING id""")
                .params(WrittenEdits.kind(edit), written.write(edit), madeBy, Timestamp.from(at), baseVersion, total)
                .query(UUID.class)
                .single();
    }

    /** An edit that nobody has looked at first. */
    void insertApplied(CalendarChanged change, Instant at, int total) {
        jdbc.sql("""
                INSERT INTO calendar_edit (kind, edit, made_by, made_at, state, base_version, version, total)
                VALUES (?, ?::jsonb, ?, ?, 'APPLYING', ?, ?, ?)""")
                .params(WrittenEdits.kind(change.edit()), written.write(change.edit()), change.by())
                .params(Timestamp.from(at), change.version() - 1, change.version(), total)
                .update();
    }

    boolean isApplied(long version) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM calendar_edit WHERE version = ?)")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    /** What was never saved; together with what its preview has found. */
    void forgetBefore(Instant at) {
        jdbc.sql("DELETE FROM calendar_edit WHERE version IS NULL AND made_at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    List<KeptEdit> latest(Window window) {
        return jdbc.sql("SELECT * FROM calendar_edit ORDER BY made_at DESC, id LIMIT ? OFFSET ?")
                .params(window.size(), window.offset())
                .query(this::edit)
                .list();
    }

    Optional<KeptEdit> find(UUID id) {
        return jdbc.sql("SELECT * FROM calendar_edit WHERE id = ?")
                .param(id)
                .query(this::edit)
                .optional();
    }

    Optional<KeptEdit> locked(UUID id) {
        return jdbc.sql("SELECT * FROM calendar_edit WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::edit)
                .optional();
    }

    /** True when there is an edit to work on, or a limit that older calendars have counted. */
    boolean isAnyWaiting() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM calendar_edit WHERE state IN ('PREVIEWING', 'APPLYING'))
                    OR EXISTS (SELECT 1 FROM deadline
                               WHERE calendar_version < (SELECT version FROM calendar_version)
                                 AND coalesce(ended_at, 'infinity') > due_at)""").query(Boolean.class).single();
    }

    /** The oldest edit to be looked at that no other node has in hand. */
    Optional<KeptEdit> toLookAt() {
        return jdbc.sql("""
                SELECT * FROM calendar_edit WHERE state = 'PREVIEWING'
                ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED""").query(this::edit).optional();
    }

    /** The latest saved edit, whose calendars hold now; waits for a node that has it in hand. */
    Optional<KeptEdit> toCarryOut() {
        return jdbc.sql("""
                SELECT * FROM calendar_edit WHERE state = 'APPLYING'
                ORDER BY version DESC LIMIT 1 FOR UPDATE""").query(this::edit).optional();
    }

    private KeptEdit edit(ResultSet row, int n) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new KeptEdit(
                row.getObject("id", UUID.class),
                written.read(row.getString("kind"), row.getString("edit")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                EditState.valueOf(row.getString("state")),
                row.getLong("base_version"),
                row.getObject("version", Long.class),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("later"),
                row.getInt("earlier"),
                row.getInt("undone"),
                seen(row.getString("seen")),
                endedAt == null ? null : endedAt.toInstant());
    }

    private @Nullable LimitKey seen(@Nullable String last) {
        return last == null ? null : written.read(last, LimitKey.class);
    }
}
