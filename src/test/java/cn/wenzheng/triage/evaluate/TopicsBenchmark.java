package cn.wenzheng.triage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Learning;
import cn.wenzheng.triage.text.TopicModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Says how well topics are told on public messages that lie beside the repository: in parts, rows that belong together in
 * one part, each part asked about by a model of the others, through the command line.
 *
 * <p>No part of the build, since it takes minutes and times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=TopicsBenchmark}.
 */
class TopicsBenchmark {

    private static final Path DATA = Path.of("../shared/data");

    private static final List<String> MARKS =
            List.of("accuracy", "macroF1", "top3", "shareAt97", "precisionAt97", "msPerItem", "trainSeconds");

    private static final int MESSAGES = 10_000;

    private static final int BEGINNING = 140;

    @TempDir
    private Path folder;

    private int files;

    @Test
    void reports() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the measuring data are not here");
        List<Map<String, String>> messages = rows("tipdm2020_messages", "label");
        report("title and text", inParts(5, messages, "group_id", "title,text", "label"));
        report("first 140 signs", inParts(5, messages, "group_id", "beginning", "label"));
        report("title", inParts(5, rows("tipdm2020_titles", "label"), "group_id", "title", "label"));
        List<Map<String, String>> replies = rows("tipdm2020_replies", "department");
        report("department", inParts(10, replies, "message_id", "title,text", "department"));
        report("cold start, title", coldStart());
        reportEffort();
    }

    private static void report(String what, Map<String, Double> marks) {
        System.out.println(what + ": " + marks);
    }

    private Map<String, Double> inParts(
            int parts, List<Map<String, String>> rows, String group, String words, String label) throws IOException {
        Map<String, Double> marks = new LinkedHashMap<>();
        for (int part = 0; part < parts; part++) {
            int own = part;
            List<Map<String, String>> test = rows.stream()
                    .filter(row -> partOf(row.get(group), parts) == own)
                    .toList();
            List<Map<String, String>> train = rows.stream()
                    .filter(row -> partOf(row.get(group), parts) != own)
                    .toList();
            JsonNode line = evaluate("--train=" + written(train), "--test=" + written(test), words, label);
            for (String mark : MARKS) {
                marks.merge(mark, line.path(mark).asDouble() * test.size() / rows.size(), Double::sum);
            }
        }
        return marks;
    }

    private static int partOf(String group, int parts) {
        return Math.floorMod(group.hashCode() * 0x9E3779B1 >>> 8, parts);
    }

    private Map<String, Double> coldStart() throws IOException {
        Path titles = DATA.resolve("tipdm2020_titles/train.csv");
        JsonNode line = evaluate("--test=" + titles, "--test=" + titles, "title", "label");
        Map<String, Double> marks = new LinkedHashMap<>();
        MARKS.forEach(mark -> marks.put(mark, line.path(mark).asDouble()));
        return marks;
    }

    private static JsonNode evaluate(String train, String test, String words, String label) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = Stream.of("triage", "evaluate", train, test, "--text=" + words, "--label=" + label)
                .distinct()
                .toList();
        int exit = CommandLine.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertThat(exit).isZero();
        return JsonMapper.builder().build().readTree(out.toByteArray());
    }

    /** What it costs to learn from ten thousand messages and to ask about one; the heap at its fullest, in MB. */
    private void reportEffort() throws IOException {
        List<Labelled> messages = LabelledFile.read(
                        Files.readAllBytes(DATA.resolve("tipdm2020_messages/train.csv")),
                        List.of("title", "text"),
                        "label")
                .stream()
                .map(LabelledFile.Row::example)
                .toList();
        List<Labelled> many = IntStream.range(0, MESSAGES)
                .mapToObj(at -> messages.get(at % messages.size()))
                .toList();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long started = System.nanoTime();
        TopicModel model = Learning.ofHistory(many);
        double seconds = (System.nanoTime() - started) / 1e9;
        long fullest = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        double[] times =
                messages.stream().mapToDouble(one -> asked(model, one)).sorted().toArray();
        report(
                "10,000 messages",
                Map.of("seconds", seconds, "MB", fullest / 1e6, "p95 ms", times[times.length * 95 / 100]));
    }

    private static double asked(TopicModel model, Labelled message) {
        long started = System.nanoTime();
        assertThat(model.rank(message.words())).isNotEmpty();
        return (System.nanoTime() - started) / 1e6;
    }

    private static List<Map<String, String>> rows(String set, String label) throws IOException {
        try (var reader = Files.newBufferedReader(DATA.resolve(set).resolve("train.csv"))) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(CSVRecord::toMap)
                    .filter(row -> !row.get(label).isBlank())
                    .map(TopicsBenchmark::withBeginning)
                    .toList();
        }
    }

    private static Map<String, String> withBeginning(Map<String, String> row) {
        Map<String, String> longer = new LinkedHashMap<>(row);
        String text = row.getOrDefault("text", "");
        longer.put("beginning", text.substring(0, Math.min(BEGINNING, text.length())));
        return longer;
    }

    private Path written(List<Map<String, String>> rows) throws IOException {
        Path file = folder.resolve(files++ + ".csv");
        String[] columns = rows.get(0).keySet().toArray(String[]::new);
        try (CSVPrinter printer = new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.RFC4180.builder().setHeader(columns).get())) {
            for (Map<String, String> row : rows) {
                printer.printRecord(Arrays.stream(columns).map(row::get));
            }
        }
        return file;
    }
}
