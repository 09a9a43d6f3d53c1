package cn.wenzheng.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The demo city's readable data files; an empty cell is an absent value. */
final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private CsvFile() {}

    static List<CSVRecord> read(String name) {
        try (Reader file = new InputStreamReader(
                        new ClassPathResource("demo/" + name).getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(file)) {
            return rows.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("demo/" + name, unreadable);
        }
    }

    /** The parts of a cell that holds several values. */
    static List<String> several(@Nullable String cell) {
        return cell == null ? List.of() : List.of(cell.split("\\|"));
    }
}
