package cn.wenzheng.triage.evaluate;

import cn.wenzheng.triage.matter.Evaluation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code matters evaluate}: says of petitions with known incidents how well the house finds what belongs together. */
final class MattersEvaluate {

    private static final List<String> KNOWN = List.of("data", "predictions");

    private static final double NANOS_PER_MILLI = 1e6;

    private final Options options;

    MattersEvaluate(List<String> arguments) {
        this.options = new Options(arguments, KNOWN);
    }

    void run(PrintStream out) {
        List<Evaluation.Judged> judged = IncidentFile.read(options.required("data"));
        if (judged.isEmpty()) {
            throw new BadCall("No row of --data has an " + IncidentFile.INCIDENT);
        }
        long started = System.nanoTime();
        Evaluation evaluation = Evaluation.of(judged);
        long done = System.nanoTime();
        options.get("predictions").ifPresent(file -> write(evaluation.predictions(), file));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("nearest", evaluation.nearest());
        line.put("bcubedF1", evaluation.bcubedF1());
        line.put("singlesWrong", evaluation.singlesWrong());
        line.put("rows", judged.size());
        line.put("msPerItem", (done - started) / NANOS_PER_MILLI / judged.size());
        out.println(json(line));
    }

    private static void write(List<Evaluation.Prediction> predictions, String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader("row", "nearest", "similarity", "cluster")
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(Path.of(file)), format)) {
            for (Evaluation.Prediction row : predictions) {
                printer.printRecord(row.row(), row.nearest(), row.certainty(), row.group());
            }
        } catch (IOException | InvalidPathException unwritable) {
            throw new BadCall("Cannot write " + file);
        }
    }

    private static String json(Map<String, Object> line) {
        try {
            return JsonMapper.builder().build().writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
