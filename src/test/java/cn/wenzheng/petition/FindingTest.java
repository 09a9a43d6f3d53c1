package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the staff finds petitions, keeps lists, takes them along and goes on to the next. */
class FindingTest extends CityTest {

    private static final String PASSWORD = "Wenzheng-demo-1";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPetitionIsFoundByTheEndOfItsNumberAndByAllItsWords() {
        String number = files().number();
        assertThat(found(operator.caller(), "q=" + number.substring(12))).contains(number);
        assertThat(found(operator.caller(), "q=" + number.toLowerCase())).containsExactly(number);
        assertThat(found(operator.caller(), "q=" + word("老人　摔了 兴庆区"))).contains(number);
        assertThat(found(operator.caller(), "q=" + word("老人 没有的词"))).doesNotContain(number);
        assertThat(found(operator.caller(), "kind=help&urgency=normal&sort=due&q=" + number.toLowerCase()))
                .containsExactly(number);
        assertThat(found(operator.caller(), "kind=praise")).doesNotContain(number);
    }

    @Test
    void anUnknownOrderAndTooManyWordsAreRefusedWithTheField() {
        var unknown = operator.caller().get("/api/petitions?sort=weather");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("field").asText()).isEqualTo("sort");
        assertThat(unknown.body().path("detail").asText()).contains("received, due, status, unit, number");
        assertThat(operator.caller().get("/api/petitions?q=" + "a".repeat(101)).status())
                .isEqualTo(422);
    }

    @Test
    void everybodyKeepsViewsOfHisOwn() {
        Caller own = clerk("operator2").caller();
        var saved = own.post("/api/views", Map.of("name", "晚上的路灯", "q", "路灯", "overdue", true, "sort", "due"))
                .ok();
        assertThat(saved.path("query").asText()).isEqualTo("overdue=true&q=%E8%B7%AF%E7%81%AF&sort=due");
        assertThat(names(own)).contains("晚上的路灯");
        assertThat(names(operator.caller())).doesNotContain("晚上的路灯");
        assertThat(own.post("/api/views", Map.of("name", "晚上的路灯", "q", "井盖")).status())
                .isEqualTo(409);
        assertThat(own.post("/api/views", Map.of("name", "什么都没有")).status()).isEqualTo(422);
        Visitor other = loggedIn("operator");
        assertThat(delete(other, saved.path("id").asLong()).statusCode()).isEqualTo(404);
        Visitor owner = loggedIn("operator2");
        assertThat(owner.get("/petitions").body()).contains("晚上的路灯");
        assertThat(delete(owner, saved.path("id").asLong()).statusCode()).isEqualTo(204);
        assertThat(names(own)).doesNotContain("晚上的路灯");
    }

    @Test
    void aTwentyFirstViewIsRefused() {
        Caller own = clerk("publicity").caller();
        for (int view = 1; view <= 20; view++) {
            own.post("/api/views", Map.of("name", "视图" + view, "unit", LIGHTING))
                    .ok();
        }
        assertThat(own.post("/api/views", Map.of("name", "视图21", "unit", LIGHTING))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aListLeavesAsTheReaderMayReadItAndTheJournalKnows() {
        String number = filedAndAssigned(LIGHTING).number();
        HttpResponse<String> centre =
                file("operator", "/api/petitions/export?format=csv&unit=" + LIGHTING + "&q=" + word("路灯不亮"));
        assertThat(centre.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(centre.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(centre.body()).startsWith("\uFEFF编号,状态,诉求,").contains(number).contains("办理中");
        assertThat(file(LIGHTING, "/petitions/export?format=csv").body()).contains(number);
        assertThat(file(ROADS, "/petitions/export?format=csv").body()).doesNotContain(number);
        String noted = jdbc.sql("SELECT after::text FROM journal WHERE action = 'petitions-exported'"
                        + " AND actor = 'operator' ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(noted)
                .contains("\"words\": true", "\"unit\": \"0106\"", "\"rows\": ")
                .doesNotContain("路灯");
    }

    @Test
    void aRefusedExportIsASentenceAndNoFile() {
        HttpResponse<String> refused = file("operator", "/api/petitions/export?format=csv&from=yesterday");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(new Visitor(port).get("/api/petitions/export?format=csv").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theOpenListLearnsWhatCameInSince() {
        Visitor visitor = loggedIn("operator");
        String loaded = visitor.get("/petitions?status=received").body();
        String asks = loaded.replaceAll("(?s).*hx-get=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(visitor.get(asks).body()).doesNotContain("data-reload");
        jdbc.sql("UPDATE petition SET received_at = received_at + interval '1 hour' WHERE number = ?")
                .param(files().number())
                .update();
        assertThat(visitor.get(asks).body()).contains("有 1 条新诉求");
    }

    @Test
    void otherPetitionsOfThePersonAreForThoseWhoSeeTheContact() {
        Citizen first = files();
        Citizen second = filedAndAssigned(LIGHTING);
        String link = "/petitions/" + first.number() + "\"";
        assertThat(loggedIn("operator").get("/petitions/" + second.number()).body())
                .contains("同一诉求人的其他诉求")
                .contains(link);
        assertThat(loggedIn("publicity").get("/petitions/" + second.number()).body())
                .doesNotContain(link);
        assertThat(loggedIn(LIGHTING).get("/petitions/" + second.number()).body())
                .doesNotContain(link);
    }

    @Test
    void aPrintStaysOnRecord() {
        String number = files().number();
        operator.caller()
                .post("/api/petitions/" + number + "/printed", Map.of())
                .ok();
        assertThat(clerk(LIGHTING)
                        .caller()
                        .post("/api/petitions/" + number + "/printed", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(clerk("auditor")
                        .caller()
                        .get("/api/audit/petitions/" + number)
                        .ok()
                        .toString())
                .contains("petition-printed");
    }

    private Visitor loggedIn(String account) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(account, PASSWORD);
        return visitor;
    }

    private HttpResponse<String> file(String account, String path) {
        return path.startsWith("/api/")
                ? new Visitor(port).get(path, Visitor.basic(account, PASSWORD))
                : loggedIn(account).get(path);
    }

    private HttpResponse<String> delete(Visitor visitor, long view) {
        return visitor.delete("/api/views/" + view, "X-CSRF-TOKEN", visitor.token());
    }

    private static List<String> names(Caller caller) {
        return texts(caller.get("/api/views").ok(), "name");
    }

    private static List<String> found(Caller caller, String query) {
        return texts(caller.get("/api/petitions?size=200&" + query).ok(), "number");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static String word(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
