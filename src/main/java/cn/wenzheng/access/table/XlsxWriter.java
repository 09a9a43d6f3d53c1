package cn.wenzheng.access.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as an Excel workbook; a cell of words says that it is words, so nothing in it is ever computed. */
final class XlsxWriter implements TableWriter {

    /** Excel's own limits. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;

    /** How many rows are kept before they go out. */
    private static final int TOGETHER = 500;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxWriter(OutputStream out) {
        this.workbook = new Workbook(out, "Wenzheng", "1.0");
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = workbook.newWorksheet(String.valueOf(++sheets));
            row = 0;
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
        if (row % TOGETHER == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            String words = cell.toString();
            sheet.inlineString(
                    row, column, words.length() <= LONGEST_CELL ? words : words.substring(0, LONGEST_CELL - 1) + "…");
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
