package cn.wenzheng.access.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table in a CSV file. */
final class CsvTable implements Table {

    private final Reader reader;
    private final CsvRecords records;

    CsvTable(Reader reader) {
        this.reader = reader;
        this.records = new CsvRecords(reader);
    }

    @Override
    public @Nullable Row next() {
        for (CsvRecords.Piece piece = records.next(); piece != null; piece = records.next()) {
            List<@Nullable String> cells = piece.broken() == null ? cellsOf(piece.text()) : List.of();
            Row row = new Row(piece.line(), cells, piece.broken());
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    private static List<@Nullable String> cellsOf(String record) {
        List<@Nullable String> cells = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(record, CSVFormat.RFC4180)) {
            for (CSVRecord parsed : parser) {
                parsed.forEach(cells::add);
            }
            return cells;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
