package cn.wenzheng.access.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as CSV, UTF-8 with a byte order mark, which Excel needs to read Chinese. */
final class CsvWriter implements TableWriter {

    /** A cell that begins with one of these is a formula to a spreadsheet, the wide ones in some of its languages too. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    CsvWriter(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvWriter::harmless).toList());
    }

    /** The mark before it is what spreadsheets themselves use for "this is text". */
    private static @Nullable Object harmless(@Nullable Object cell) {
        if (cell == null || cell instanceof Number) {
            return cell;
        }
        String words = cell.toString();
        return words.isEmpty() || BEGINS_A_FORMULA.indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
