package cn.wenzheng.triage.evaluate;

import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code triage evaluate}: trains on one file, asks about another and prints how good that was. Without a file to train
 * on it measures what the house knows at its first start.
 */
final class TopicsEvaluate {

    private static final List<String> KNOWN = List.of("train", "test", "text", "label", "predictions");

    private static final double NANOS_PER_MILLI = 1e6;

    private final Options options;

    TopicsEvaluate(List<String> arguments) {
        this.options = new Options(arguments, KNOWN);
    }

    void run(PrintStream out) {
        List<LabelledFile.Row> test = rows(options.required("test"));
        if (test.isEmpty()) {
            throw new BadCall("No row of --test has a label");
        }
        long started = System.nanoTime();
        Taught taught = options.get("train").map(this::rows).map(Taught::by).orElseGet(Taught::fromTheStart);
        long trained = System.nanoTime();
        List<Prediction> predictions = taught.predict(test);
        long asked = System.nanoTime();
        options.get("predictions").ifPresent(file -> write(predictions, file));
        Map<String, Object> line = new LinkedHashMap<>(taught.marks(predictions));
        line.put("msPerItem", (asked - trained) / NANOS_PER_MILLI / test.size());
        line.put("trainSeconds", (trained - started) / NANOS_PER_MILLI / 1000);
        out.println(json(line));
    }

    private List<LabelledFile.Row> rows(String file) {
        List<String> words = List.of(options.required("text").split(","));
        try {
            return LabelledFile.read(Files.readAllBytes(Path.of(file)), words, options.required("label"));
        } catch (IOException | InvalidPathException unreadable) {
            throw new BadCall("Cannot read " + file);
        } catch (Refusal refusal) {
            throw new BadCall(
                    "Cannot use " + file + ": " + refusal.slug() + " " + Arrays.toString(refusal.arguments()));
        }
    }

    private static void write(List<Prediction> predictions, String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader("row", "label", "predicted", "second", "third", "certainty")
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(Path.of(file)), format)) {
            for (Prediction row : predictions) {
                printer.printRecord(
                        row.row(), row.label(), row.predicted(), row.labelAt(1), row.labelAt(2), row.certainty());
            }
        } catch (IOException | InvalidPathException unwritable) {
            throw new BadCall("Cannot write " + file);
        }
    }

    private static String json(Map<String, Object> line) {
        try {
            return JsonMapper.builder().build().writeValueAsString(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
