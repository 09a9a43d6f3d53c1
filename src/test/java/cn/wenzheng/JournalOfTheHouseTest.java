package cn.wenzheng;

import static cn.wenzheng.city.Webapp.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** What the journal holds beside the steps of petitions, and how an auditor finds it. */
class JournalOfTheHouseTest extends CityTest {

    private static final String JOURNAL = "/api/audit/journal";

    @LocalServerPort
    private int port;

    private String number;
    private String task;

    @BeforeEach
    void aPetitionIsInHand() {
        number = filedAndAssigned(LIGHTING).number();
        task = clerk(LIGHTING).task(number, "HandlePetition").path("id").asText();
    }

    @Test
    void aLookAtACaseIsFoundThroughEveryDoor() {
        clerk(LIGHTING).sheet(number);
        Visitor browser = loggedIn(LIGHTING);
        assertThat(browser.get("/petitions/" + number).statusCode()).isEqualTo(200);
        assertThat(browser.get("/tasks/" + task + "/sheet").statusCode()).isEqualTo(200);

        assertThat(lines("?kind=read&outcome=done&person=" + LIGHTING + "&petition=" + number))
                .containsExactly("petition-viewed page", "petition-viewed page", "petition-viewed api");
    }

    @Test
    void whatSomebodyMayNotSeeIsARefusedLook() {
        assertThat(clerk(POWER).caller().get("/api/petitions/" + number).status())
                .isEqualTo(404);
        Visitor browser = loggedIn(POWER);
        assertThat(browser.get("/petitions/" + number).statusCode()).isEqualTo(404);
        assertThat(browser.get("/tasks/" + task + "/sheet").statusCode()).isEqualTo(404);
        assertThat(webapp(POWER, "tasklist").get(ENGINE + "/task/" + task).status())
                .isEqualTo(404);

        assertThat(lines("?outcome=refused&person=" + POWER + "&petition=" + number))
                .containsExactly("engine-call tasklist", "petition-viewed page", "petition-viewed api");
        assertThat(lines("?outcome=refused&kind=read&person=" + POWER))
                .containsSubsequence("petition-viewed page", "petition-viewed page", "petition-viewed api");
    }

    @Test
    void aPageOfAnotherRoleIsARefusedAttempt() {
        assertThat(clerk(POWER).caller().get(JOURNAL).status()).isEqualTo(403);

        assertThat(lines("?outcome=refused&kind=attempt&person=" + POWER)).contains("journal api");
    }

    @Test
    void aTaskThatIsDoneIsNoRefusedLook() {
        List<String> before = lines("?outcome=refused&person=" + LIGHTING);
        webapp(LIGHTING, "tasklist").get(ENGINE + "/task/none/form-variables");

        assertThat(lines("?outcome=refused&person=" + LIGHTING)).isEqualTo(before);
    }

    @Test
    void aLoginAndALogoutAreWrittenAndACallOncePerDay() {
        String nobodyElses = "0131";
        clerk(nobodyElses).caller().get("/api/me").ok();
        clerk(nobodyElses).caller().get("/api/me").ok();
        Visitor browser = loggedIn(nobodyElses);
        browser.form("/logout", Map.of("_csrf", browser.token()));

        assertThat(lines("?kind=login&person=" + nobodyElses))
                .containsExactly("logged-out page", "logged-in page", "logged-in api");
    }

    @Test
    void aSearchForWordsIsWrittenWithoutThem() {
        operator.caller().get("/api/petitions?q=13912345678").ok();

        JsonNode line =
                search("?kind=read&person=operator&size=1").path("items").get(0);
        assertThat(line.path("action").asText()).isEqualTo("petitions-searched");
        assertThat(line.toString()).doesNotContain("13912345678");
    }

    @Test
    void theSearchItselfIsWrittenWithItsFilters() {
        search("?person=operator&kind=step&from=2026-01-01");

        JsonNode line = search("?kind=read&person=auditor&size=1").path("items").get(0);
        assertThat(line.path("action").asText()).isEqualTo("journal-searched");
        assertThat(line.at("/after/person").asText()).isEqualTo("operator");
        assertThat(line.at("/after/sort").asText()).isEqualTo("step");
        assertThat(line.at("/after/since").asText()).isEqualTo("2025-12-31T16:00:00Z");
        assertThat(lines("?person=operator&kind=read")).contains("journal-searched api");
    }

    @Test
    void aUnitIsFoundAndAPersonByHisName() {
        assertThat(lines("?unit=" + LIGHTING + "&petition=" + number)).containsExactly("petition-assigned api");
        String name =
                clerk("operator").caller().get("/api/me").ok().path("name").asText();
        assertThat(lines("?person=" + name + "&petition=" + number)).containsExactly("petition-accepted api");
    }

    @Test
    void whatCannotBeSearchedForIsSaid() {
        assertWrong("?person=nobody-of-this-name", "journal-person-unknown", "person");
        assertWrong("?petition=路灯", "petition-number-malformed", "petition");
        assertWrong("?unit=a b", "unit-unknown", "unit");
        assertWrong("?from=yesterday", "date-malformed", "from");
        assertWrong("?kind=gossip", "field-not-in-list", "kind");
        assertWrong("?page=200&size=50", "journal-page-too-far", "page");
    }

    @Test
    void everythingFoundLeavesAsAFileAndThatIsWritten() {
        HttpResponse<String> file = new Visitor(port)
                .get(JOURNAL + "/export?format=csv&petition=" + number, Visitor.basic("auditor", "Wenzheng-demo-1"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"journal-[\\d-]+\\.csv\"");
        assertThat(file.body().lines().skip(1))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(line -> assertThat(line).contains(number));
        assertThat(file.body()).contains("时间,账号,姓名,类别,做了什么", "受理", "派单").doesNotContain(WORDS);
        assertThat(lines("?kind=export&person=auditor&petition=" + number)).containsExactly("journal-exported api");
    }

    @Test
    void aWorkbookIsOneToo() {
        HttpResponse<String> file =
                new Visitor(port).get(JOURNAL + "/export?kind=login", Visitor.basic("auditor", "Wenzheng-demo-1"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("PK");
    }

    @Test
    void thePageFindsSaysWhatIsWrongAndLeadsToTheTrail() {
        Visitor auditor = loggedIn("auditor");

        assertThat(auditor.get("/audit?petition=" + number.toLowerCase() + "&kind=step")
                        .body())
                .contains("/audit?number=" + number, "派单", "市政照明", "✕");
        assertThat(auditor.get("/audit?person=nobody-of-this-name").body())
                .contains("没有这个账号或姓名", "value=\"nobody-of-this-name\"");
        assertThat(auditor.get("/audit?kind=demo&from=2020-01-01&to=2020-01-02").statusCode())
                .isEqualTo(422);
        assertThat(auditor.get("/audit?from=2020-01-01&to=2020-01-02").body()).contains("没有符合条件的留痕");
        assertThat(loggedIn("supervisor").get("/audit").body()).contains("请输入诉求编号");
    }

    private void assertWrong(String query, String slug, String field) {
        Reply reply = clerk("auditor").caller().get(JOURNAL + encoded(query));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("type").asText()).endsWith("/" + slug);
        assertThat(reply.body().path("field").asText()).isEqualTo(field);
    }

    private List<String> lines(String query) {
        return StreamSupport.stream(search(query).path("items").spliterator(), false)
                .map(line ->
                        line.path("action").asText() + " " + line.path("door").asText())
                .toList();
    }

    private JsonNode search(String query) {
        return clerk("auditor").caller().get(JOURNAL + encoded(query)).ok();
    }

    private static String encoded(String query) {
        return UriComponentsBuilder.fromUriString(query).encode().toUriString();
    }

    private Visitor loggedIn(String account) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(account, "Wenzheng-demo-1");
        return visitor;
    }
}
