package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final int RUN = 25;

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{" + RUN + ",}");

    private static final Path SHARED = Path.of("..", "shared", "data");

    private final List<Samples.Sample> samples = Samples.all();

    @Test
    void saysSomethingOfEveryLeaf() {
        List<CSVRecord> tree = CsvResource.records("demo/categories.csv");
        Set<String> parents = tree.stream().map(topic -> topic.get("parent")).collect(Collectors.toSet());
        Set<String> leaves = tree.stream()
                .map(topic -> topic.get("code"))
                .filter(code -> !parents.contains(code))
                .collect(Collectors.toSet());
        assertThat(samples).hasSizeGreaterThanOrEqualTo(1200);
        assertThat(samples.stream().map(Samples.Sample::category).collect(Collectors.toSet()))
                .isEqualTo(leaves);
    }

    @Test
    void saysNothingTwice() {
        assertThat(samples.stream().map(sample -> sample.words().all())).doesNotHaveDuplicates();
    }

    /** What is learnt by heart measures nothing. */
    @Test
    void asksAboutNoDangerThatItLearntFrom() {
        Set<String> learnt = Stream.of("triage/dangers.csv", "triage/danger-cases.csv")
                .flatMap(file -> CsvResource.records(file).stream())
                .map(row -> row.get("text"))
                .collect(Collectors.toSet());
        assertThat(CsvResource.records("triage/danger.csv").stream().map(row -> row.get("text")))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(learnt);
    }

    /** They are written for the product; texts that are only lent for measuring never enter it. */
    @Test
    void sharesNoLongRunWithTheTextsLentForMeasuring() throws IOException {
        assumeThat(SHARED).as("the shared data").isDirectory();
        Set<String> own = Stream.concat(
                        samples.stream().map(sample -> sample.words().all()), dangers())
                .flatMap(SamplesTest::runs)
                .collect(Collectors.toSet());
        Set<String> shared = new HashSet<>();
        try (Stream<Path> files = Files.walk(SHARED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                runs(Files.readString(file, StandardCharsets.UTF_8))
                        .filter(own::contains)
                        .forEach(shared::add);
            }
        }
        assertThat(shared).isEmpty();
    }

    private static Stream<String> dangers() {
        return Stream.of("triage/dangers.csv", "triage/danger-cases.csv", "triage/danger.csv")
                .flatMap(file -> CsvResource.records(file).stream())
                .map(row -> row.get("text"));
    }

    private static Stream<String> runs(String text) {
        return CHINESE.matcher(text)
                .results()
                .map(found -> found.group())
                .flatMap(run -> Stream.iterate(0, at -> at + RUN <= run.length(), at -> at + 1)
                        .map(at -> run.substring(at, at + RUN)));
    }
}
