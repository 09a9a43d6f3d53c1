package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.MovedLimit;
import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What previews have found. */
@Component
class MoveRows {

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, whatever their number. */
    void add(UUID edit, List<MovedLimit> moved, Instant now) {
        jdbc.sql("""
                INSERT INTO calendar_edit_move (edit, petition, stage, unit, round, due_before, due_after, undone)
                SELECT ?, petition, stage, unit, round, due_before::timestamptz, due_after::timestamptz, undone::boolean
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[])
                    AS m (petition, stage, unit, round, due_before, due_after, undone)""")
                .param(edit)
                .param(texts(moved, limit -> limit.before().petition()))
                .param(texts(moved, limit -> limit.before().stage()))
                .param(texts(moved, limit -> limit.before().unit()))
                .param(moved.stream().map(limit -> limit.before().round()).toArray(Integer[]::new))
                .param(texts(moved, limit -> limit.before().dueAt()))
                .param(texts(moved, limit -> limit.after().dueAt()))
                .param(texts(moved, limit -> limit.undoesBreach(now)))
                .update();
    }

    private static String[] texts(List<MovedLimit> moved, Function<MovedLimit, Object> column) {
        return moved.stream().map(column.andThen(Object::toString)).toArray(String[]::new);
    }

    void forget(UUID edit) {
        jdbc.sql("DELETE FROM calendar_edit_move WHERE edit = ?").param(edit).update();
    }

    /** @param only null for all of them */
    List<EditMove> page(UUID edit, @Nullable MoveKind only, Window window) {
        return jdbc.sql("SELECT * FROM calendar_edit_move WHERE edit = ?"
                        + narrowed(only)
                        + " ORDER BY petition, stage, unit, round LIMIT ? OFFSET ?")
                .params(edit, window.size(), window.offset())
                .query(MoveRows::move)
                .list();
    }

    long count(UUID edit, @Nullable MoveKind only) {
        return jdbc.sql("SELECT count(*) FROM calendar_edit_move WHERE edit = ?" + narrowed(only))
                .param(edit)
                .query(Long.class)
                .single();
    }

    private static String narrowed(@Nullable MoveKind only) {
        return only == null ? "" : " AND " + only.condition();
    }

    private static EditMove move(ResultSet row, int n) throws SQLException {
        return new EditMove(
                row.getString("petition"),
                Stage.valueOf(row.getString("stage")),
                row.getString("unit"),
                row.getInt("round"),
                row.getTimestamp("due_before").toInstant(),
                row.getTimestamp("due_after").toInstant(),
                row.getBoolean("undone"));
    }
}
