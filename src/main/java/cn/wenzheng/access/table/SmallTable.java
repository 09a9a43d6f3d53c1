package cn.wenzheng.access.table;

import cn.wenzheng.organization.Refusal;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A table that is read as a whole, for files of thousands of rows and not of millions. */
public final class SmallTable {

    private SmallTable() {}

    /**
     * All rows that are not blank, the header first.
     *
     * @throws Refusal {@code import-unreadable} when the file is no table, {@code import-unpacks-too-far} when it is a
     *     workbook that unpacks too far
     */
    public static List<Table.Row> rows(byte[] file) {
        return rows(file, Integer.MAX_VALUE);
    }

    /**
     * All rows that are not blank, the header first.
     *
     * @param most how many rows the table may have: a small workbook can hold millions
     * @throws Refusal {@code table-too-long} when it has more, and as above
     */
    public static List<Table.Row> rows(byte[] file, int most) {
        for (TableFormat format : TableFormat.candidates(() -> new ByteArrayInputStream(file))) {
            try (Table table = format.open(new ByteArrayInputStream(file))) {
                List<Table.Row> rows = new ArrayList<>();
                for (Table.Row row = table.next(); row != null; row = table.next()) {
                    if (rows.size() == most) {
                        throw Refusal.invalid("file", "table-too-long", most);
                    }
                    rows.add(row);
                }
                return rows;
            } catch (UncheckedIOException notWrittenLikeThis) {
                // The next format may do.
            }
        }
        throw Refusal.invalid("file", "import-unreadable");
    }
}
