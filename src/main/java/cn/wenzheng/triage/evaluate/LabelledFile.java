package cn.wenzheng.triage.evaluate;

import cn.wenzheng.access.table.SmallTable;
import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of petitions that somebody has labelled. */
public final class LabelledFile {

    private LabelledFile() {}

    /**
     * One labelled row.
     *
     * @param number which record of the file it is, the first one below the header being 1
     */
    public record Row(int number, Labelled example) {}

    /**
     * The rows that have a label.
     *
     * @param file CSV or XLSX with a header row
     * @param words the columns with what the citizen wrote: one is the text, of several the first is the title
     * @throws Refusal when it is no table, {@code column-missing} when a column is not there
     */
    public static List<Row> read(byte[] file, List<String> words, String label) {
        List<Table.Row> rows = SmallTable.rows(file);
        List<Integer> columns = new ArrayList<>();
        for (String column : words) {
            columns.add(columnOf(rows, column));
        }
        int labels = columnOf(rows, label);
        List<Row> labelled = new ArrayList<>();
        for (int at = 1; at < rows.size(); at++) {
            String decided = rows.get(at).cell(labels);
            if (decided != null) {
                labelled.add(new Row(at, new Labelled(wordsOf(rows.get(at), columns), decided.strip())));
            }
        }
        return labelled;
    }

    private static int columnOf(List<Table.Row> rows, String name) {
        List<@Nullable String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        for (int at = 0; at < header.size(); at++) {
            String cell = Objects.requireNonNullElse(header.get(at), "");
            if (cell.replace("\uFEFF", "").strip().equals(name)) {
                return at;
            }
        }
        throw Refusal.invalid("file", "column-missing", name);
    }

    private static Words wordsOf(Table.Row row, List<Integer> columns) {
        List<String> cells = columns.stream()
                .map(column -> Objects.requireNonNullElse(row.cell(column), ""))
                .toList();
        String text = String.join("\n", cells.size() == 1 ? cells : cells.subList(1, cells.size()));
        return new Words(cells.size() == 1 ? null : cells.get(0), text);
    }
}
