package cn.wenzheng.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a list, in the copy its reader may read. */
final class LineRow {

    private LineRow() {}

    static PetitionLine read(ResultSet row, Reader reader, Instant now) throws SQLException {
        String copy = reader.original() ? "" : "redacted_";
        Instant due = SheetRows.instant(row, "due");
        return new PetitionLine(
                row.getString("number"),
                PetitionStatus.valueOf(row.getString("status")),
                gist(row, reader),
                row.getString(copy + "address"),
                constant(PetitionKind.class, row.getString("kind")),
                row.getString("category"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("unit"),
                Channel.valueOf(row.getString("channel")),
                reader.original() ? row.getString("account") : null,
                reader.original() ? row.getString("external_id") : null,
                row.getTimestamp("received_at").toInstant(),
                SheetRows.instant(row, "promised_by"),
                SheetRows.instant(row, "first_answered_at"),
                due,
                due != null && due.isBefore(now),
                reader.original() ? row.getString("earlier") : null);
    }

    /** The title, or the beginning of the text, in the copy this reader may read. */
    static String gist(ResultSet row, Reader reader) throws SQLException {
        String copy = reader.original() ? "" : "redacted_";
        String title = row.getString(copy + "title");
        return title == null ? beginning(row.getString(copy + "text")) : title;
    }

    private static String beginning(String text) {
        int length = 60;
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
