package cn.wenzheng.channel.account;

import cn.wenzheng.access.table.SmallTable;
import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as a table: one a row, told by channel and code. Secrets are in no file: they are set one by one.
 *
 * @param unreadable lines whose cells cannot be told apart
 * @param hasSettings false when the table has no such column, and settings stay as they are
 */
record AccountTable(List<Line> lines, List<Integer> unreadable, boolean hasSettings) {

    static final List<String> REQUIRED = List.of("channel", "code", "unit", "name", "address");
    static final String SETTINGS = "settings";
    static final int MOST_ROWS = 20_000;

    /** A row as it was written. */
    record Line(int line, Map<String, @Nullable String> cells) {

        @Nullable
        String cell(String column) {
            return cells.get(column);
        }

        Channel channel() {
            String cell = Limits.required("channel", cells.get("channel"), LONGEST_CHANNEL);
            return Stream.of(Channel.values())
                    .filter(channel ->
                            channel.code().equals(cell) || channel.zh().equals(cell))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("channel", "channel-without-accounts"));
        }

        /** Written {@code name=value}, several with a vertical line between them. */
        Map<String, @Nullable String> settings() {
            Map<String, @Nullable String> settings = new HashMap<>();
            String cell = cells.get(SETTINGS);
            for (String pair : cell == null ? new String[0] : cell.split("\\|")) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw Refusal.invalid(SETTINGS, "account-settings-malformed");
                }
                settings.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
            return settings;
        }
    }

    private static final int LONGEST_CHANNEL = 40;

    /** Reads a file; refused when it is no table or has not the right columns. */
    static AccountTable read(byte[] file) {
        List<Table.Row> rows = SmallTable.rows(file, MOST_ROWS + 1);
        if (rows.size() < 2) {
            throw Refusal.invalid("file", "account-import-empty");
        }
        Map<String, Integer> places = places(rows.get(0));
        List<Line> lines = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        for (Table.Row row : rows.subList(1, rows.size())) {
            if (row.broken() != null) {
                unreadable.add(row.line());
            } else {
                Map<String, @Nullable String> cells = new HashMap<>();
                places.forEach((column, place) -> cells.put(column, row.cell(place)));
                lines.add(new Line(row.line(), cells));
            }
        }
        return new AccountTable(lines, unreadable, places.containsKey(SETTINGS));
    }

    private static Map<String, Integer> places(Table.Row header) {
        Map<String, Integer> places = new HashMap<>();
        for (int column = 0; column < header.cells().size(); column++) {
            String cell = header.cell(column);
            String name = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
            boolean known = REQUIRED.contains(name) || name.equals(SETTINGS);
            if (known && places.put(name, column) != null) {
                throw Refusal.invalid("file", "import-column-twice", name);
            }
        }
        for (String name : REQUIRED) {
            if (!places.containsKey(name)) {
                throw Refusal.invalid("file", "city-column-missing", name);
            }
        }
        return places;
    }
}
