package cn.wenzheng.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table that comes with the product. */
public final class CsvResource {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvResource() {}

    /** All records below the header. */
    public static List<CSVRecord> records(String name) {
        try (InputStream file = CsvResource.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The product comes without " + name);
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            return WITH_HEADER.parse(reader).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
