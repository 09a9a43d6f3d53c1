package cn.wenzheng.access.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> sheet;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    /**
     * Opens a workbook.
     *
     * @throws UncheckedIOException when the bytes are no workbook that can be read
     */
    XlsxTable(byte[] file) {
        try {
            this.workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
            this.sheet = workbook.getFirstSheet().openStream();
            this.rows = sheet.iterator();
        } catch (IOException | RuntimeException malformed) {
            throw unreadable(malformed);
        }
    }

    @Override
    public @Nullable Row next() {
        for (Row row = read(); row != null; row = read()) {
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Row read() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            var found = rows.next();
            List<@Nullable String> cells = new ArrayList<>();
            for (int column = 0; column < found.getCellCount(); column++) {
                cells.add(found.getOptionalCell(column).map(XlsxTable::words).orElse(null));
            }
            return new Row(found.getRowNum(), cells, null);
        } catch (RuntimeException malformed) {
            throw unreadable(malformed);
        }
    }

    /** The library tells malformed files by all kinds of exceptions. */
    private static UncheckedIOException unreadable(Exception malformed) {
        return new UncheckedIOException(new IOException("not a readable workbook", malformed));
    }

    /** What a person sees in the cell; Excel keeps a date as a number that only its format tells from others. */
    private static @Nullable String words(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.EMPTY ? null : cell.getText();
        }
        return isDate(cell)
                ? WRITTEN.format(cell.asDate())
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
