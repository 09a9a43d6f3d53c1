package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.Absences;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city is kept while people work in it: somebody leaves, somebody stands in, a unit ends. */
class CityByPagesTest extends CityTest {

    private static final String PASSWORD = "Wenzheng-demo-1";

    private static int count;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock now;

    @Autowired
    private Absences absences;

    private Caller admin;
    private String unit;
    private String account;

    /** Every test gets a unit and a person of its own. */
    @BeforeEach
    void aUnitWithOnePersonIsAdded() {
        admin = clerk("admin").caller();
        unit = "T" + ++count;
        account = unit + "-a";
        admin.post("/api/admin/units", Map.of("code", unit, "name", "试点" + unit, "level", 1, "parent", "0000"))
                .ok();
        engage(account, "handler");
    }

    @Test
    void whoeverIsDisabledIsOutAndHisTaskGoesBackToHisColleagues() {
        engage(unit + "-b", "handler");
        String number = filedAndAssigned(unit).number();
        Clerk leaver = clerk(account);
        String task = leaver.task(number, "HandlePetition").path("id").asText();
        claims(account, task);
        Visitor browser = visitor();
        browser.logIn(account, PASSWORD);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

        admin.post("/api/admin/people/" + account + "/disable", Map.of()).ok();

        assertThat(leaver.caller().get("/api/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThat(journalOf(number)).contains("task-released admin");
        clerk(unit + "-b").answers(number, INTERNAL, ANSWER).ok();
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId(account)
                        .count())
                .isZero();
        admin.post("/api/admin/people/" + account + "/enable", Map.of()).ok();
        assertThat(leaver.caller().get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void whoeverMovesOnLeavesHisTasksBehind() {
        String number = filedAndAssigned(unit).number();
        String task = clerk(account).task(number, "HandlePetition").path("id").asText();
        claims(account, task);

        admin.post("/api/admin/people/" + account, Map.of("name", "甲", "unit", LIGHTING, "roles", List.of("handler")))
                .ok();

        assertThat(journalOf(number)).contains("task-released admin");
        assertThat(clerk(account).tasks(number)).isEmpty();
    }

    @Test
    void aDeputyActsWhileTheHeadIsAwayAndNoLonger() {
        String head = unit + "-head";
        engage(head, "head");
        String today = LocalDate.now(now).toString();
        Map<String, String> absence = Map.of("deputy", account, "from", today, "to", today);
        assertThat(roles(account)).doesNotContain("head");

        admin.post("/api/admin/people/" + head + "/absences", absence).ok();
        assertThat(roles(account)).contains("head", "handler");
        assertThat(admin.post("/api/admin/people/" + head + "/absences", absence)
                        .body()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/absence-overlaps");

        JsonNode noted = admin.get("/api/admin/people/" + head + "/absences").ok();
        admin.post("/api/admin/absences/" + noted.at("/items/0/id").asText() + "/end", Map.of())
                .ok();
        assertThat(roles(account)).doesNotContain("head");
        assertThat(actions(head)).contains("absence-begun", "absence-ended");
    }

    @Test
    void anAbsenceEndsByTheClockAndGivesBackWhatWasBorrowed() {
        String away = unit + "-away";
        engage(away, "operator");
        String today = LocalDate.now(now).toString();
        admin.post("/api/admin/people/" + away + "/absences", Map.of("deputy", account, "from", today, "to", today))
                .ok();
        String number = files().number();
        String task = clerk(account).task(number, "AcceptPetition").path("id").asText();
        claims(account, task);

        admin.post("/api/demo/clock", Map.of("advance", "PT26H")).ok();
        absences.endWhatIsOver();

        assertThat(roles(account)).isEqualTo("[\"handler\"]");
        assertThat(journalOf(number)).contains("task-released system");
        operator.accepts(number).ok();
    }

    @Test
    void aUnitWithOpenWorkStaysAndIsToldWhatIsOpenAndWhoCouldTakeIt() {
        filedAndAssigned(unit);

        Reply refused = admin.post("/api/admin/units/" + unit + "/close", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asText())
                .contains("办理中的诉求 1 件", "在职人员 1 人", "可以交给：")
                .doesNotContain("督办单", "{");
        JsonNode sheet = admin.get("/api/admin/units/" + unit).ok();
        assertThat(sheet.path("heirs").toString()).contains(LIGHTING).doesNotContain("\"0000\"");
        assertThat(sheet.path("mayClose").asBoolean()).isFalse();
    }

    @Test
    void anEmptyUnitClosesKeepsItsNameAndGetsNothingMore() {
        admin.post("/api/admin/people/" + account + "/disable", Map.of()).ok();
        admin.post("/api/admin/units/" + unit + "/close", Map.of()).ok();

        String number = files().number();
        operator.accepts(number).ok();
        Reply refused = dispatcher.assigns(number, unit);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(admin.get("/api/units?size=200").ok().toString()).doesNotContain("\"" + unit + "\"");
        assertThat(admin.get("/api/admin/units/" + unit).ok().at("/unit/name").asText())
                .isEqualTo("试点" + unit);
        assertThat(admin.post("/api/admin/people/" + account + "/enable", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aNewPasswordWorksAtOnceTheOldOneNoMore() {
        String password = admin.post("/api/admin/people/" + account + "/password", Map.of())
                .ok()
                .path("value")
                .asText();

        assertThat(password).hasSizeGreaterThanOrEqualTo(14);
        assertThat(clerk(account).caller().get("/api/me").status()).isEqualTo(401);
        Caller person = stranger.as(account, password);
        assertThat(person.get("/api/me").status()).isEqualTo(200);
        assertThat(person.get("/api/tasks").body().path("type").asText()).isEqualTo("/problems/password-is-new");
        assertThat(sql.sql("SELECT password_is_new FROM person WHERE id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("SELECT count(*) FROM journal WHERE journal::text LIKE '%' || ? || '%'")
                        .param(password)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theAuditorReadsAndChangesNothingAndOthersSeeNothing() {
        Caller auditor = clerk("auditor").caller();
        assertThat(auditor.get("/api/admin/people/" + account).status()).isEqualTo(200);
        assertThat(auditor.post("/api/admin/people/" + account + "/disable", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(clerk(LIGHTING).caller().get("/api/admin/people").status()).isEqualTo(403);
        assertThat(actions(account)).contains("person-added", "person-viewed");
    }

    @Test
    void theAdministratorKeepsTheCityAndSeesNoCase() {
        String number = filedAndAssigned(unit).number();
        assertThat(admin.get("/api/petitions/" + number).status()).isEqualTo(404);
        assertThat(admin.post("/api/admin/people/admin/disable", Map.of()).status())
                .isEqualTo(409);
        Map<String, Object> lessRoles = Map.of("name", "孟", "unit", "0145", "roles", List.of("operator"));
        assertThat(admin.post("/api/admin/people/admin", lessRoles).status()).isEqualTo(409);
    }

    @Test
    void aTopicWithoutAUnitIsAGapUntilOneAnswersForIt() {
        String code = "G" + count;
        admin.post("/api/admin/topics", Map.of("code", code, "name", "无人机扰民", "parent", "C01", "keywords", "无人机、航拍"))
                .ok();
        assertThat(topic(code).path("gap").asBoolean()).isTrue();
        admin.post("/api/admin/topics/" + code + "/duty", Map.of("unit", unit, "clause", "第三条"))
                .ok();
        assertThat(topic(code).path("gap").asBoolean()).isFalse();
        assertThat(topic(code).path("keywords").toString()).isEqualTo("[\"无人机\",\"航拍\"]");
        admin.post("/api/admin/topics/" + code + "/close", Map.of()).ok();
        assertThat(admin.get("/api/admin/topics").ok().toString()).doesNotContain("\"" + code + "\"");
    }

    private JsonNode topic(String code) {
        return admin.get("/api/admin/topics/" + code).ok();
    }

    /** A new person, who has chosen his password already. */
    private void engage(String id, String role) {
        admin.post("/api/admin/people", Map.of("id", id, "name", "人" + id, "unit", unit, "roles", List.of(role)))
                .ok();
        sql.sql("""
                UPDATE person SET password_is_new = false,
                    password_hash = (SELECT password_hash FROM person WHERE id = 'operator') WHERE id = ?""").param(id).update();
    }

    private void claims(String person, String task) {
        assertThat(webapp(person, "tasklist")
                        .post("/camunda/api/engine/engine/default/task/" + task + "/claim", Map.of("userId", person))
                        .status())
                .isEqualTo(204);
    }

    private Visitor visitor() {
        return new Visitor(Integer.parseInt(stranger.address().replaceAll(".*:", "")));
    }

    private String roles(String id) {
        return clerk(id).caller().get("/api/me").ok().path("roles").toString();
    }

    private List<String> journalOf(String number) {
        return sql.sql("SELECT action || ' ' || actor FROM journal WHERE petition = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private List<String> actions(String person) {
        return sql.sql("SELECT action FROM journal WHERE after ->> 'person' = ? OR before ->> 'person' = ?")
                .params(person, person)
                .query(String.class)
                .list();
    }
}
