package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Measured on 300 texts that no training has seen: dangers to life and what only looks like one. */
class DangersTest {

    private final Dangers dangers = BuiltIn.get().dangers();

    private final List<CSVRecord> texts = CsvResource.records("triage/danger.csv");

    @Test
    void hearsMostDangerAndTakesFewLookAlikesForIt() {
        assertThat(texts).hasSizeGreaterThanOrEqualTo(300);
        assertThat(share(true)).as("recall").isGreaterThanOrEqualTo(0.98);
        assertThat(share(false)).as("false alarms").isLessThanOrEqualTo(0.1);
    }

    @Test
    void staysCalmAboutOrdinaryPetitions() {
        List<Samples.Sample> calm = Samples.all().stream()
                .filter(sample -> !sample.urgency().equals("life"))
                .toList();
        double alarms = (double) calm.stream()
                        .filter(sample -> dangers.hear(sample.words()).danger())
                        .count()
                / calm.size();
        assertThat(alarms).isLessThanOrEqualTo(0.1);
    }

    @Test
    void saysWhatItHeard() {
        Dangers.Heard heard = dangers.hear(Words.of("三楼着火了，有人困在里面出不来，浓烟往上窜"));
        assertThat(heard.danger()).isTrue();
        assertThat(heard.speaks()).contains("着火");
    }

    private double share(boolean danger) {
        List<CSVRecord> asked = texts.stream()
                .filter(row -> Boolean.parseBoolean(row.get("danger")) == danger)
                .toList();
        long heard = asked.stream()
                .filter(row -> dangers.hear(new Words(row.get("title"), row.get("text")))
                        .danger())
                .count();
        return (double) heard / asked.size();
    }
}
