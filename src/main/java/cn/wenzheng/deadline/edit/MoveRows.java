package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What previews have found; the term of a slip stands under the slip's number where a limit has its stage. */
@Component
class MoveRows {

    private static final Map<String, Stage> STAGES =
            Stream.of(Stage.values()).collect(Collectors.toMap(Stage::name, Function.identity()));

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, whatever their number. */
    void add(UUID edit, List<EditMove> moved) {
        jdbc.sql("""
                INSERT INTO calendar_edit_move (edit, petition, stage, unit, round, due_before, due_after, undone)
                SELECT ?, petition, stage, unit, round, due_before::timestamptz, due_after::timestamptz, undone::boolean
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[])
                    AS m (petition, stage, unit, round, due_before, due_after, undone)""")
                .param(edit)
                .param(texts(moved, EditMove::petition))
                .param(texts(moved, EditMove::about))
                .param(texts(moved, EditMove::unit))
                .param(moved.stream().map(EditMove::round).toArray(Integer[]::new))
                .param(texts(moved, EditMove::dueBefore))
                .param(texts(moved, EditMove::dueAfter))
                .param(texts(moved, EditMove::undone))
                .update();
    }

    private static String[] texts(List<EditMove> moved, Function<EditMove, Object> column) {
        return moved.stream().map(column.andThen(Object::toString)).toArray(String[]::new);
    }

    void forget(UUID edit) {
        jdbc.sql("DELETE FROM calendar_edit_move WHERE edit = ?").param(edit).update();
    }

    /** The limits that were missed and would be missed no more. */
    Set<LimitKey> undone(UUID edit) {
        return jdbc.sql("SELECT petition, stage, unit, round FROM calendar_edit_move WHERE edit = ? AND undone")
                .param(edit)
                .query(LimitKey.class)
                .set();
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
        String about = row.getString("stage");
        Stage stage = STAGES.get(about);
        return new EditMove(
                row.getString("petition"),
                stage,
                stage == null ? about : null,
                row.getString("unit"),
                row.getInt("round"),
                row.getTimestamp("due_before").toInstant(),
                row.getTimestamp("due_after").toInstant(),
                row.getBoolean("undone"));
    }
}
