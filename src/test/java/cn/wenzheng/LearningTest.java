package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Upload;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.evaluate.CommandLine;
import cn.wenzheng.triage.model.ModelDesk;
import cn.wenzheng.triage.model.Models;
import cn.wenzheng.triage.text.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house learns from files and from decisions, and lets only that speak which is not worse than before. */
class LearningTest extends CityTest {

    private static final String MODELS = "/api/triage/models";

    /** Fields of the demo city's tree, and how the samples of their topics begin. */
    private static final Map<String, String> FIELDS = Map.of("C01", "城乡建设", "C05", "政法", "C07", "卫生计生");

    private static final int PETITIONS = 100;

    @Autowired
    private Models models;

    @Autowired
    private ModelDesk desk;

    @Autowired
    private JdbcClient rows;

    @Test
    void whatAFileTeachesIsWhatTheCommandLineMeasures(@TempDir Path folder) {
        byte[] lessons = file(0);
        long version = uploaded(lessons);
        assertThat(ended(version).path("state").asText()).isEqualTo("active");
        await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> models.speaking()
                                .map(SpeakingModel.Speaking::version)
                                .orElse(0L),
                        at -> at == version);

        Path test = written(folder.resolve("test.csv"), file(1));
        Path out = folder.resolve("out.csv");
        assertThat(evaluate(written(folder.resolve("train.csv"), lessons), test, out))
                .isZero();
        List<CSVRecord> predictions = records(out);
        List<CSVRecord> asked = records(test);
        IntStream letters = IntStream.range(0, predictions.size())
                .filter(at -> !asked.get(at).get("title").isBlank())
                .limit(PETITIONS);
        assertThat(letters.boxed()).hasSize(PETITIONS).allSatisfy(at -> {
            JsonNode guess = suggested(asked.get(at).get("title"), asked.get(at).get("text"));
            assertThat(guess.path("label").asText())
                    .isEqualTo(predictions.get(at).get("predicted"));
            assertThat(guess.path("certainty").asDouble())
                    .isEqualTo(Double.parseDouble(predictions.get(at).get("certainty")));
        });
    }

    private JsonNode suggested(String title, String text) {
        String number = Citizen.files(stranger, title, text).number();
        return operator.caller()
                .get("/api/petitions/" + number + "/suggestion")
                .ok()
                .path("category");
    }

    @Test
    void aFileThatLacksSomethingIsRefusedAndTheModelStays() {
        var before = models.speaking();
        JsonNode unknown = ended(uploaded("title,text,label\n路灯,路灯坏了,路灯科\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(unknown.path("state").asText()).isEqualTo("refused");
        assertThat(unknown.path("unknownLabels")).extracting(JsonNode::asText).containsExactly("路灯科");
        assertThat(unknown.path("reason").asText()).contains("路灯科");

        JsonNode few = ended(uploaded("text,label\n路灯坏了,城乡建设\n没有民警,政法\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(few.path("state").asText()).isEqualTo("refused");
        assertThat(few.path("reason").asText()).contains("2").contains("200");
        assertThat(few.path("unknownLabels")).isEmpty();

        JsonNode nothing = ended(uploaded("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(nothing.path("state").asText()).isEqualTo("refused");
        assertThat(models.speaking()).isEqualTo(before);
        assertThat(admin().post(MODELS + "/" + few.path("id").asLong() + "/activate", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(rows.sql("SELECT count(*) FROM topic_model_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyDecisionIsALessonUntilItIsTakenBack() {
        String number = files().number();
        operator.accepts(number).ok();
        assertThat(lesson(number)).containsEntry("unit", null);
        dispatcher.assigns(number, LIGHTING).ok();
        assertThat(lesson(number)).containsEntry("unit", LIGHTING);
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertThat(lesson(number)).containsEntry("unit", null).containsEntry("returned_by", LIGHTING);
        dispatcher.assigns(number, ROADS).ok();
        assertThat(lesson(number)).containsEntry("unit", ROADS).containsEntry("returned_by", LIGHTING);
    }

    @Test
    void theClockworkWritesOneRequestOnlyWhenEnoughWasDecided() {
        long before = asked();
        desk.askInTime();
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void onlyAdministratorsChooseAndAuditorsLookOn() {
        assertThat(operator.caller().get(MODELS).status()).isEqualTo(403);
        assertThat(clerk("auditor").caller().get(MODELS).status()).isEqualTo(200);
        assertThat(clerk("auditor").caller().post(MODELS + "/retrain", Map.of()).status())
                .isEqualTo(403);
        assertThat(admin().get(MODELS + "/9999999").status()).isEqualTo(404);
    }

    @Test
    void goesBackToTheVersionBefore() {
        long first = uploaded(file(0));
        ended(first);
        long second = uploaded(file(1));
        assertThat(ended(second).path("state").asText()).isEqualTo("active");
        assertThat(ended(first).path("state").asText()).isEqualTo("retired");
        admin().post(MODELS + "/roll-back", Map.of()).ok();
        assertThat(ended(first).path("state").asText()).isEqualTo("active");
        await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> models.speaking()
                                .map(SpeakingModel.Speaking::version)
                                .orElse(0L),
                        at -> at == first);
        assertThat(rows.sql("SELECT count(*) FROM journal WHERE action = 'model-activated' AND actor = 'admin'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private long asked() {
        return rows.sql("SELECT count(*) FROM topic_model WHERE origin = 'DECISIONS'")
                .query(Long.class)
                .single();
    }

    private Map<String, Object> lesson(String number) {
        return rows.sql("SELECT category, unit, returned_by FROM learning_example WHERE petition = ?")
                .param(number)
                .query()
                .singleRow();
    }

    private cn.wenzheng.city.Caller admin() {
        return clerk("admin").caller();
    }

    private long uploaded(byte[] file) {
        return admin().upload(MODELS, new Upload().file("file", "历史.csv", file))
                .ok()
                .path("id")
                .asLong();
    }

    private JsonNode ended(long version) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> admin().get(MODELS + "/" + version).ok(),
                        found -> !List.of("waiting", "training")
                                .contains(found.path("state").asText()));
    }

    /** Every second of the product's own samples of three fields. */
    private static byte[] file(int half) {
        StringWriter file = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                file,
                CSVFormat.RFC4180.builder().setHeader("title", "text", "label").get())) {
            int at = 0;
            for (Samples.Sample sample : Samples.all()) {
                String field = FIELDS.get(sample.category().substring(0, 3));
                if (field != null && (at++ + half) % 2 == 0) {
                    printer.printRecord(sample.words().title(), sample.words().text(), field);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int evaluate(Path train, Path test, Path out) {
        return CommandLine.run(
                List.of(
                        "triage",
                        "evaluate",
                        "--train=" + train,
                        "--test=" + test,
                        "--text=title,text",
                        "--label=label",
                        "--predictions=" + out),
                new PrintStream(new ByteArrayOutputStream()),
                System.err);
    }

    private static Path written(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<CSVRecord> records(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
