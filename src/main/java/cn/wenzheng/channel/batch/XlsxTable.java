package cn.wenzheng.channel.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** A table on the first sheet of an Excel workbook. */
final class XlsxTable implements Table {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> sheet;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    XlsxTable(InputStream file) throws IOException {
        this.workbook = new ReadableWorkbook(file, new ReadingOptions(true, true));
        this.sheet = workbook.getFirstSheet().openStream();
        this.rows = sheet.iterator();
    }

    @Override
    public @Nullable Row next() {
        while (rows.hasNext()) {
            var found = rows.next();
            List<@Nullable String> cells = new ArrayList<>();
            for (int column = 0; column < found.getCellCount(); column++) {
                cells.add(found.getOptionalCell(column).map(XlsxTable::words).orElse(null));
            }
            Row row = new Row(found.getRowNum(), cells, null);
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    /** What a person sees in the cell; Excel keeps a date as a number that only its format tells from others. */
    private static @Nullable String words(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.EMPTY ? null : cell.getText();
        }
        return isDate(cell)
                ? SubmissionTime.written(cell.asDate())
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase().contains("yy");
    }

    @Override
    public void close() {
        sheet.close();
        try {
            workbook.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
