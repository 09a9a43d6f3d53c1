package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.Petitioner;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a table says what; found by the header row, in any order and in any case. */
final class Columns {

    private static final String ID = "externalid";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String TIME = "time";
    private static final String USER = "user";
    private static final List<String> KNOWN = List.of(ID, TITLE, TEXT, TIME, USER);

    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    /** Reads the header row; null when the file has not even that. */
    Columns(Table.@Nullable Row header) {
        if (header == null || header.broken() != null) {
            throw Refusal.invalid("file", "import-without-header");
        }
        width = header.cells().size();
        for (int column = 0; column < width; column++) {
            String cell = header.cell(column);
            String name = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
            if (KNOWN.contains(name) && places.put(name, column) != null) {
                throw Refusal.invalid("file", "import-column-twice", name);
            }
        }
        if (!places.containsKey(TEXT)) {
            throw Refusal.invalid("file", "import-without-text");
        }
    }

    /**
     * The petition in a row; a row that does not hold one is refused.
     *
     * @param keys how a row without an id of its own is known again
     */
    Intake intake(Table.Row row, RowKeys keys, ZoneId zone, boolean backlog) {
        if (row.broken() != null) {
            throw row.broken();
        }
        if (row.cells().size() > width
                && row.cells().subList(width, row.cells().size()).stream()
                        .anyMatch(cell -> cell != null && !cell.isBlank())) {
            throw Refusal.invalid("file", "row-too-wide", row.cells().size(), width);
        }
        String id = cell(row, ID);
        String text = cell(row, TEXT);
        return new Intake(
                Channel.IMPORT,
                "",
                id,
                id == null ? keys.keyOf(row.line()) : null,
                null,
                cell(row, TITLE),
                text == null ? "" : text,
                null,
                null,
                null,
                new Petitioner(cell(row, USER), null, null),
                false,
                false,
                SubmissionTime.parse(cell(row, TIME), zone),
                backlog);
    }

    private @Nullable String cell(Table.Row row, String column) {
        return row.cell(places.getOrDefault(column, -1));
    }

    /** Names the rows of one file such that the same file brings the same keys. */
    interface RowKeys {
        String keyOf(int line);
    }
}
