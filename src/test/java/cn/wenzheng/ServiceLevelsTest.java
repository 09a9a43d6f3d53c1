package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Until when a petition has to be dealt with, asked from outside; the dates are counted by hand. */
class ServiceLevelsTest extends CityTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PREVIEW = "/api/deadlines/preview";
    private static final String LEVELS = "/api/admin/levels";
    private static final String LAND = "C0201";
    private static final String COMPENSATION = "C020101";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock now;

    private Caller admin;

    @BeforeEach
    void theAdministratorComes() {
        admin = clerk("admin").caller();
    }

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvFileSource(resources = "/promises.csv", numLinesToSkip = 1)
    void promisesTheFirstAnswer(String arrival, String deadline, String why) {
        assertEquals(at(deadline), instant(preview(arrival, Map.of()).path("promisedBy")), why);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} ({4})")
    @CsvFileSource(resources = "/stage-dates.csv", numLinesToSkip = 1)
    void countsEachStage(String arrival, String asked, String stage, String due, String why) {
        Map<String, Object> question = new HashMap<>();
        if (asked != null) {
            question.put(asked.split("=")[0], asked.split("=")[1]);
        }
        assertEquals(at(due), due(preview(arrival, question), stage), why);
    }

    @Test
    void saysWhichDaysDoNotCountAndWhy() {
        List<String> sentences = explanation(preview("2026-02-13 17:00", Map.of("kind", "complaint")));

        assertThat(sentences)
                .anyMatch(sentence -> sentence.contains("2026年2月15日 至 2026年2月23日")
                        && sentence.contains("春节")
                        && sentence.contains("国办发明电"))
                .anyMatch(sentence -> sentence.contains("2026年2月14日") && sentence.contains("调休"))
                .hasSizeLessThan(40);
    }

    @Test
    void marksWhatReachesIntoAYearWithoutAPlan() {
        JsonNode preview = preview("2026-12-30 10:00", Map.of("kind", "complaint"));

        assertThat(preview.path("provisional").asBoolean()).isTrue();
        assertThat(stage(preview, "handling").path("provisional").asBoolean()).isTrue();
        assertThat(stage(preview, "promise").has("provisional")).isFalse();
        assertThat(preview("2026-03-10 10:00", Map.of()).has("provisional")).isFalse();
    }

    @Test
    void aChangedLimitCountsFromTheNextCallOn() {
        String arrival = LocalDateTime.ofInstant(now.instant().plusSeconds(3600), ZONE)
                .toString()
                .replace('T', ' ')
                .substring(0, 16);
        Instant before = due(preview(arrival, Map.of("urgency", "life")), "handling");
        assertThat(before).isEqualTo(at(arrival).plusSeconds(2 * 3600));

        admin.post(LEVELS, change("life", "handling", 3, "hours")).ok();

        assertThat(due(preview(arrival, Map.of("urgency", "life")), "handling"))
                .isEqualTo(at(arrival).plusSeconds(3 * 3600));
        assertThat(due(preview("2026-03-10 10:00", Map.of("urgency", "life")), "handling"))
                .as("the preview says what would happen by the limits of today, counted from a moment in the past")
                .isEqualTo(at("2026-03-10 13:00"));
        admin.post(LEVELS, change("life", "handling", 2, "hours")).ok();
    }

    @Test
    void theDayOfTheStartIsNotCountedWhenALevelSaysSo() {
        Map<String, Object> change = change("urgent", "review", 2, "working-days");
        change.put("nextDay", true);
        change.put("from", "2996-01-01");
        admin.post(LEVELS, change).ok();

        Instant due = due(preview("2998-02-07 10:00", Map.of("urgency", "urgent")), "review");

        assertThat(due).as("a Thursday and a Friday behind a Wednesday").isEqualTo(at("2998-02-09 18:00"));
    }

    @Test
    void theAdministratorKeepsThePagesAndTheAuditorReadsThem() {
        for (String who : List.of("admin", "auditor")) {
            Visitor browser = new Visitor(port);
            browser.logIn(who, "Wenzheng-demo-1");
            assertThat(browser.get("/admin/levels").body()).contains("服务级别", "24 小时", "最多 3 次", "60 分钟工作时间");
            for (String level : List.of("life", "supply", "urgent", "inquiry", "normal", "complex", "long")) {
                HttpResponse<String> page = browser.get("/admin/levels/" + level);
                assertThat(page.statusCode()).as(level).isEqualTo(200);
                assertThat(page.body().contains("data-api=\"/api/admin/levels\""))
                        .isEqualTo(who.equals("admin"));
            }
            assertThat(browser.get("/admin/levels/none").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aTopicHandsItsLevelDownUntilItIsTakenAway() {
        assertThat(due(preview("2026-03-10 10:00", Map.of("category", COMPENSATION)), "handling"))
                .as("land in the demo city is handled in up to 180 days")
                .isEqualTo(at("2026-09-06 10:00"));

        admin.post(LEVELS + "/topics", Map.of("topic", LAND)).ok();
        assertThat(due(preview("2026-03-10 10:00", Map.of("category", COMPENSATION)), "handling"))
                .isEqualTo(at("2026-03-17 10:00"));

        admin.post(LEVELS + "/topics", Map.of("topic", LAND, "level", "long")).ok();
        assertThat(admin.get(LEVELS).ok().at("/topics/" + LAND).asText()).isEqualTo("long");
    }

    @Test
    void aUnitsLevelConcernsItsOwnStages() {
        admin.post(LEVELS + "/units", Map.of("unit", POWER, "level", "supply")).ok();
        JsonNode preview = preview("2026-03-13 17:00", Map.of("unit", POWER));

        assertThat(due(preview, "sign-in")).isEqualTo(at("2026-03-13 17:30"));
        assertThat(due(preview, "handling")).isEqualTo(at("2026-03-14 17:00"));
        assertThat(due(preview, "promise")).isEqualTo(at("2026-03-13 18:00"));

        admin.post(LEVELS + "/units", Map.of("unit", POWER)).ok();
        assertThat(due(preview("2026-03-13 17:00", Map.of("unit", POWER)), "handling"))
                .isEqualTo(at("2026-03-20 17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "amount, level-amount, handling, amount, 0",
        "amount, level-amount, handling, amount, 367",
        "amount, level-amount, handling, amount, 1.005",
        "measure, level-promise-measure, promise, measure, hours",
        "stage, level-without-stage, case-handling, amount, 1",
        "from, level-from-past, handling, from, 2020-01-01",
        "reason, field-required, handling, reason, ' '",
        "extensions, level-extension-handling, review, extensions, 1",
        "extensionDays, level-extension-range, handling, extensionDays, 61"
    })
    void refusesALimitThatCannotBe(String field, String slug, String stage, String key, String value) {
        Map<String, Object> change = change("normal", stage, 1, "working-days");
        change.put(key, value.matches("[0-9.]+") ? Double.valueOf(value) : value);
        if (key.startsWith("extension")) {
            change.put(key, Integer.valueOf(value));
        }
        JsonNode before = admin.get(LEVELS).ok();

        Reply refused = admin.post(LEVELS, change);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("type").asText()).endsWith(slug);
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
        assertThat(admin.get(LEVELS).ok()).isEqualTo(before);
    }

    @Test
    void theJournalTellsWhatWasSetWithoutTheReason() {
        admin.post(LEVELS, change("complex", "review", 2, "working-days")).ok();

        JsonNode line = clerk("auditor")
                .caller()
                .get("/api/audit/journal?kind=rules&person=admin&size=1")
                .ok()
                .path("items")
                .get(0);
        assertThat(line.path("action").asText()).isEqualTo("service-level-changed");
        assertThat(line.at("/before/amount").asText()).isEqualTo("1");
        assertThat(line.at("/after/amount").asText()).isEqualTo("2");
        assertThat(line.toString()).doesNotContain("会议纪要");
    }

    private static Map<String, Object> change(String level, String stage, int amount, String measure) {
        return new HashMap<>(
                Map.of("level", level, "stage", stage, "amount", amount, "measure", measure, "reason", "按会议纪要"));
    }

    private JsonNode preview(String arrival, Map<String, ?> asked) {
        Map<String, Object> question = new HashMap<>(asked);
        question.put("receivedAt", at(arrival).toString());
        return operator.caller()
                .with("Accept-Language", "zh-CN")
                .post(PREVIEW, question)
                .ok();
    }

    private static List<String> explanation(JsonNode preview) {
        List<String> sentences = new ArrayList<>();
        preview.path("explanation").forEach(sentence -> sentences.add(sentence.asText()));
        return sentences;
    }

    private static JsonNode stage(JsonNode preview, String stage) {
        return StreamSupport.stream(preview.path("stages").spliterator(), false)
                .filter(each -> each.path("stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Instant due(JsonNode preview, String stage) {
        return instant(stage(preview, stage).path("due"));
    }

    private static Instant instant(JsonNode node) {
        return Instant.parse(node.asText());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }
}
