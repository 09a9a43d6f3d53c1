package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Upload;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import cn.wenzheng.triage.Answers;
import cn.wenzheng.triage.Duties;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The duty directory is read, changed after a look at what that reroutes, and asked by whoever routes. */
class DutyDirectoryTest extends CityTest {

    private static final String LAMPS = "C010601";

    /** A topic that hardly any other petition of the shared city is about: a look ahead shows the 200 oldest. */
    private static final String POSTS = "C010603";

    private static final String STREET = "0301";
    private static final String OTHER_STREET = "0302";

    @Autowired
    private Duties duties;

    @Autowired
    private Answers answers;

    @Autowired
    private JdbcClient sql;

    private Caller admin;

    @BeforeEach
    void adminIsAtWork() {
        admin = clerk("admin").caller();
    }

    @Test
    void theDemoCitySaysWhoseEveryTopicIsAndWhy() {
        JsonNode first = dispatcher.caller().get("/api/duties?leaf=" + LAMPS).ok();
        JsonNode row = first.path("items").path(0);
        assertThat(row.hasNonNull("area")).isFalse();
        assertThat(row.path("unit").asText()).isEqualTo(LIGHTING);
        assertThat(row.path("counts").asBoolean()).isTrue();
        assertThat(row.path("clause").asText()).isNotBlank();
        assertThat(duties.of(LAMPS, null).orElseThrow().unit()).isEqualTo(LIGHTING);
    }

    @Test
    void aRowForAnAreaCountsThereAtOnceAndNowhereElse() {
        admin.put("/api/duties", row(LAMPS, OTHER_STREET, ROADS)).ok();
        assertThat(duties.of(LAMPS, OTHER_STREET).orElseThrow().unit()).isEqualTo(ROADS);
        assertThat(duties.of(LAMPS, STREET).orElseThrow().unit()).isEqualTo(LIGHTING);
        JsonNode rows = admin.get("/api/duties?leaf=" + LAMPS + "&area=" + OTHER_STREET)
                .ok()
                .path("items");
        assertThat(rows.path(0).path("unit").asText()).isEqualTo(ROADS);
        assertThat(rows.path(0).path("counts").asBoolean()).isTrue();
        assertThat(rows.path(1).path("counts").asBoolean()).isFalse();
        assertThat(admin.delete("/api/duties?leaf=" + LAMPS + "&area=" + OTHER_STREET)
                        .status())
                .isEqualTo(204);
        assertThat(duties.of(LAMPS, OTHER_STREET).orElseThrow().unit()).isEqualTo(LIGHTING);
        assertThat(journal("duty-added", "duty-removed")).containsSubsequence("duty-added", "duty-removed");
    }

    @Test
    void aChangeTellsFirstWhichOpenPetitionsItWouldRoute() {
        Citizen here = Citizen.files(stranger, "灯杆破损", "钟鼓楼街道的路灯杆歪了三天");
        Citizen elsewhere = Citizen.files(stranger, "灯杆破损", "红柳街道的路灯杆歪了三天");
        acceptedAsPosts(here);
        acceptedAsPosts(elsewhere);
        String preview = admin.post("/api/duties/preview", row(POSTS, STREET, ROADS))
                .ok()
                .toString();
        assertThat(preview).contains(here.number(), "\"before\":\"" + LIGHTING + "\"", "\"after\":\"" + ROADS + "\"");
        assertThat(preview).doesNotContain(elsewhere.number()).doesNotContain("灯杆");
        assertThat(duties.of(POSTS, STREET).orElseThrow().unit()).isEqualTo(LIGHTING);
    }

    @Test
    void aChangeThatBeginsLaterTellsWhatItWouldRouteThen() {
        Citizen post = Citizen.files(stranger, "灯杆破损", "绿地家园门口的灯杆破损，报修三次没人来。");
        acceptedAsPosts(post);
        Map<String, Object> ending = Map.of("leaf", POSTS, "unit", LIGHTING, "to", "2099-12-31");
        String preview = admin.post("/api/duties/preview", ending).ok().toString();
        assertThat(preview).contains(post.number(), "\"before\":\"" + LIGHTING + "\"");
    }

    @Test
    void theDutyOfTheWholeCityIsWhatTheTopicSays() {
        String leaf = "C010604";
        admin.put("/api/duties", row(leaf, null, ROADS)).ok();
        assertThat(unitOfTopic(leaf)).isEqualTo(ROADS);
        admin.post("/api/admin/topics/" + leaf + "/duty", Map.of("unit", LIGHTING, "clause", "第三条"))
                .ok();
        assertThat(duties.of(leaf, null).orElseThrow().unit()).isEqualTo(LIGHTING);
        assertThat(duties.of(leaf, null).orElseThrow().clause()).isEqualTo("第三条");
    }

    @Test
    void whatGoesOutAsATableComesInAgainWithoutAChange() {
        byte[] file = admin.download("/api/duties/export?format=csv").body();
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("category,unit,area", LAMPS);
        JsonNode again = upload(file);
        assertThat(again.path("problems")).isEmpty();
        assertThat(again.path("created").asInt() + again.path("changed").asInt())
                .as(again.path("changes").toString())
                .isZero();
        assertThat(again.path("unchanged").asInt()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aRowOfAClosedAreaComesInAgainUnchangedAndCanBeTakenAway() {
        admin.put("/api/duties", row(LAMPS, "0303", ROADS)).ok();
        byte[] file = admin.download("/api/duties/export?format=csv").body();
        // A department has no territory, no more than an area that was closed.
        sql.sql("UPDATE duty SET area = '0107' WHERE area = '0303'").update();
        byte[] closed = new String(file, StandardCharsets.UTF_8)
                .replace(LAMPS + "," + ROADS + ",0303", LAMPS + "," + ROADS + ",0107")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(closed, StandardCharsets.UTF_8)).contains(",0107");
        assertThat(upload(closed).path("problems")).isEmpty();
        assertThat(admin.delete("/api/duties?leaf=" + LAMPS + "&area=0107").status())
                .isEqualTo(204);
        assertThat(slug(row(LAMPS, "0107", ROADS))).isEqualTo("duty-area-unknown");
    }

    @Test
    void aTableIsHeldAgainstTheCityAndGoesInAsAWhole() {
        JsonNode wrong =
                upload("category,unit,area\nC010602,0113,0305\nC010602,9999,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.path("problems").path(0).path("line").asInt()).isEqualTo(3);
        JsonNode right = upload("category,unit,area\nC010602,0113,0305\n".getBytes(StandardCharsets.UTF_8));
        String id = right.path("about").path("id").asText();
        assertThat(right.path("created").asInt()).isEqualTo(1);
        admin.post("/api/duties/import/" + id + "/confirm", Map.of()).ok();
        assertThat(duties.of("C010602", "0410").orElseThrow().unit()).isEqualTo(ROADS);
        assertThat(duties.of("C010602", STREET).orElseThrow().unit()).isEqualTo(LIGHTING);
    }

    private JsonNode upload(byte[] table) {
        return admin.upload("/api/duties/import", new Upload().file("file", "duties.csv", table))
                .ok();
    }

    @Test
    void refusesWhatNobodyCouldAnswerBy() {
        assertThat(slug(row(LAMPS, null, "0000"))).isEqualTo("unit-unknown");
        assertThat(slug(row(LAMPS, "0107", ROADS))).isEqualTo("duty-area-unknown");
        assertThat(slug(row("C0106", null, ROADS))).isEqualTo("duty-above-leaf");
        assertThat(slug(row("C999999", null, ROADS))).isEqualTo("duty-topic-unknown");
        Map<String, Object> twice = Map.of("leaf", LAMPS, "unit", ROADS, "assisting", List.of(ROADS));
        assertThat(slug(twice)).isEqualTo("duty-assists-itself");
        assertThat(slug(Map.of("leaf", LAMPS, "unit", ROADS, "level", "at-once")))
                .isEqualTo("duty-level-unknown");
    }

    @Test
    void aTopicOfTomorrowIsNotOfferedToday() {
        admin.post("/api/admin/topics", Map.of("code", "C0199Z", "name", "低空飞行", "parent", "C01", "from", "2999-01-01"))
                .ok();
        assertThat(operator.caller().get("/api/categories?size=200&page=0").ok().toString())
                .doesNotContain("C0199Z");
        admin.post("/api/admin/topics/C0199Z", Map.of("name", "低空飞行", "parent", "C01"))
                .ok();
        assertThat(everyTopic()).contains("C0199Z");
        admin.post("/api/admin/topics/C0199Z/close", Map.of()).ok();
    }

    @Test
    void anAnswerIsFoundByTopicAndWords() {
        JsonNode found = operator.caller()
                .get("/api/answers?kind=first-answer&category=" + LAMPS + "&q=夜间")
                .ok();
        assertThat(found.path("items").path(0).path("code").asText()).isEqualTo("F-07");
        assertThat(answers.fitting(AnswerKind.FIRST_ANSWER, LAMPS, null))
                .extracting(AnswerTemplate::code)
                .startsWith("F-07")
                .contains("F-01");
    }

    @Test
    void thePublicityDepartmentKeepsTheAnswersAndTheJournalKeepsNoWords() {
        Caller publicity = clerk("publicity").caller();
        Map<String, Object> answer =
                Map.of("code", "T-1", "kind", "first-answer", "title", "试写的标题", "text", "您好，编号 {number}");
        publicity.post("/api/answers", answer).ok();
        assertThat(publicity.post("/api/answers", answer).status()).isEqualTo(422);
        publicity
                .put(
                        "/api/answers/T-1",
                        Map.of("kind", "first-answer", "title", "改过的标题", "text", "您好", "active", false))
                .ok();
        assertThat(answers.fitting(AnswerKind.FIRST_ANSWER, null, "改过的标题")).isEmpty();
        assertThat(journal("template-added", "template-changed")).contains("template-added", "template-changed");
        assertThat(sql.sql("SELECT count(*) FROM journal WHERE before::text || after::text LIKE '%标题%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void acceptedAsPosts(Citizen citizen) {
        operator.caller()
                .post("/api/petitions/" + citizen.number() + "/accept", Map.of("kind", "help", "category", POSTS))
                .ok();
    }

    private String slug(Map<String, Object> asked) {
        JsonNode problem = admin.put("/api/duties", asked).body();
        return problem.path("type").asText().replaceFirst(".*[:/]", "");
    }

    private String unitOfTopic(String code) {
        return admin.get("/api/admin/topics/" + code).ok().path("unit").asText();
    }

    private String everyTopic() {
        StringBuilder all = new StringBuilder();
        for (int page = 0; page < 3; page++) {
            all.append(operator.caller().get("/api/categories?page=" + page).ok());
        }
        return all.toString();
    }

    private List<String> journal(String... actions) {
        return sql.sql("SELECT action FROM journal WHERE action = ANY (:actions) ORDER BY id")
                .param("actions", actions)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> row(String leaf, String area, String unit) {
        return area == null ? Map.of("leaf", leaf, "unit", unit) : Map.of("leaf", leaf, "area", area, "unit", unit);
    }
}
