package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of an uploaded table says what: found by the header row, in any order and in any case. */
final class Columns {

    private static final int LONGEST_SHOWN = 40;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final int width;

    Columns(CityKind kind, ImportSheet sheet) {
        width = sheet.header().size();
        for (int column = 0; column < width; column++) {
            place(kind, sheet, column);
        }
        for (String name : kind.required()) {
            if (!places.containsKey(name)) {
                say(sheet, Refusal.invalid("file", "city-column-missing", name));
            }
        }
    }

    private void place(CityKind kind, ImportSheet sheet, int column) {
        String cell = sheet.header().get(column);
        String name = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return;
        }
        if (!kind.columns().contains(name)) {
            String shown = name.substring(0, Math.min(name.length(), LONGEST_SHOWN));
            say(sheet, Refusal.invalid("file", "city-column-unknown", shown, String.join(", ", kind.columns())));
        } else if (places.putIfAbsent(name, column) != null) {
            say(sheet, Refusal.invalid("file", "import-column-twice", name));
        }
    }

    private void say(ImportSheet sheet, Refusal reason) {
        problems.add(new RowProblem(sheet.headerLine(), reason));
    }

    /** What is wrong with the header; the rows of a table with a wrong one mean nothing. */
    List<RowProblem> problems() {
        return problems;
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    /** What stands in the row's column; null when it is blank or the table has no such column. */
    @Nullable
    String cell(ImportSheet.Row row, String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        String cell = place < row.cells().size() ? row.cells().get(place) : null;
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    /** True when something stands beyond the last named column: most likely a comma without quotes. */
    boolean isTooWide(ImportSheet.Row row) {
        return row.cells().stream().skip(width).anyMatch(cell -> cell != null && !cell.isBlank());
    }
}
