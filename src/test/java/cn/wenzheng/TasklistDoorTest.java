package cn.wenzheng;

import static cn.wenzheng.city.Webapp.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Webapp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasklist's own API, spoken to as its scripts do and as they never would. */
class TasklistDoorTest extends CityTest {

    private static final Map<String, Object> GOOD = Map.of(
            "form_decision", "answer", "form_answer", INTERNAL, "form_publicAnswer", ANSWER, "form_solved", "true");

    @Autowired
    private JdbcClient rows;

    private Webapp tasklist;
    private String number;
    private String task;

    @BeforeEach
    void aHandlerOpensTasklist() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        number = citizen.number();
        task = clerk(LIGHTING).task(number, "HandlePetition").path("id").asText();
        tasklist = webapp(LIGHTING, "tasklist");
    }

    @Test
    void letsTheHandlerTakeAndAnswerHisTask() {
        assertThat(tasklist.get("/camunda/api/admin/auth/user/default").ok().path("authorizedApps"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("tasklist", "welcome");
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/form")
                        .ok()
                        .at("/camundaFormRef/key")
                        .asText())
                .isEqualTo("handlePetition");
        tasklist.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", LIGHTING))
                .ok();
        submit(GOOD).ok();
        assertStandsAt(number, "ReviewPetition");
        assertThat(engine.tablesThatHold(INTERNAL)).isEmpty();
        assertThat(engine.tablesThatHold(ANSWER)).isEmpty();
    }

    @Test
    void showsAFormItsListsAndTheDraftAndNoVariable() {
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/form-variables").ok())
                .isEmpty();
        clerk(LIGHTING)
                .caller()
                .put("/api/tasks/" + task + "/draft", Map.of("form_answer", "写到一半"))
                .ok();
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/form-variables")
                        .ok()
                        .at("/form_answer/value")
                        .asText())
                .isEqualTo("写到一半");
        String other = files().number();
        String accept = operator.task(other, "AcceptPetition").path("id").asText();
        JsonNode categories = webapp("operator", "tasklist")
                .get(ENGINE + "/task/" + accept + "/form-variables")
                .ok()
                .path("categories");
        assertThat(categories.path("type").asText()).isEqualTo("Json");
        assertThat(categories.path("value").asText()).contains("\"value\":\"C010601\"");
    }

    @Test
    void refusesWhatCannotBeAnAnswer() {
        assertRefused(submit(Map.of("form_decision", "answer", "form_answer", "", "form_solved", "true")), 422);
        assertRefused(submit(with("form_answer", "长".repeat(20_001))), 422);
        assertRefused(submit(with("form_solved", "vielleicht")), 422);
        assertRefused(submit(with("form_answer", List.of("a"))), 422);
        assertRefused(submit(with("form_answer", 7)), 422);
        assertRefused(submit(with("form_pass", "true")), 422);
        assertRefused(submit(with("leadIsDone", true)), 422);
        assertRefused(submit(with("unitCode", "0111")), 422);
        assertStandsAt(number, "HandlePetition");
        assertThat(refusedAttempts("form-submitted")).isEqualTo(8);
    }

    @Test
    void isShutToAnotherUnit() {
        Webapp stranger = webapp(POWER, "tasklist");
        assertRefused(stranger.get(ENGINE + "/task/" + task), 404);
        assertRefused(stranger.get(ENGINE + "/task/" + task + "/form-variables"), 404);
        assertRefused(stranger.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", POWER)), 404);
        assertRefused(stranger.post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", Map.of())), 404);
        assertStandsAt(number, "HandlePetition");
    }

    @Test
    void knowsNoTaskOfAClosedPetition() {
        submit(GOOD).ok();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertRefused(submit(GOOD), 404);
        assertIsOver(number);
    }

    @Test
    void hasNoWayAroundTheForm() {
        for (String way : List.of("complete", "resolve", "bpmnError", "bpmnEscalation", "unclaim", "delegate")) {
            assertRefused(tasklist.post(ENGINE + "/task/" + task + "/" + way, Map.of("errorCode", "x")), 404);
        }
        assertRefused(
                tasklist.send("PUT", ENGINE + "/task/" + task + "/variables/accepted", Map.of("value", true)), 404);
        assertRefused(tasklist.post(ENGINE + "/filter/create", Map.of("name", "x")), 404);
        assertRefused(tasklist.get(ENGINE + "/process-instance"), 404);
        assertRefused(tasklist.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics"), 404);
        assertStandsAt(number, "HandlePetition");
    }

    @Test
    void claimsForNobodyElse() {
        tasklist.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", POWER))
                .ok();
        assertThat(clerk(LIGHTING)
                        .task(number, "HandlePetition")
                        .path("assignee")
                        .asText())
                .isEqualTo(LIGHTING);
        assertThat(clerk(POWER).tasks(number)).isEmpty();
    }

    @Test
    void saysThatAColleagueWasFaster() {
        Webapp colleague = webapp(LIGHTING + "-head", "tasklist");
        tasklist.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", LIGHTING))
                .ok();
        assertRefused(colleague.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", LIGHTING + "-head")), 409);
        assertRefused(
                colleague.post(
                        ENGINE + "/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("form_answer", Map.of("value", "x")))),
                409);
    }

    @Test
    void listsFourFiltersAndHisOwnTasksInThem() {
        JsonNode filters = tasklist.get(ENGINE + "/filter?resourceType=Task&maxResults=2000")
                .ok();
        assertThat(filters)
                .extracting(filter -> filter.path("name").asText())
                .containsExactlyInAnyOrder("我的任务", "本单位待办", "今日到期", "已逾期");
        String ours = StreamSupport.stream(filters.spliterator(), false)
                .filter(filter -> filter.path("name").asText().equals("本单位待办"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(tasklist.get(ENGINE + "/filter/" + ours + "/list?maxResults=200")
                        .ok())
                .extracting(found -> found.path("id").asText())
                .contains(task);
        assertThat(webapp(POWER, "tasklist")
                        .get(ENGINE + "/filter/" + ours + "/list?maxResults=200")
                        .ok())
                .extracting(found -> found.path("id").asText())
                .doesNotContain(task);
    }

    @Test
    void letsASupervisorSeeInCockpitAndChangeNothing() {
        Webapp cockpit = webapp("supervisor", "cockpit");
        JsonNode found = cockpit.get(ENGINE + "/process-instance?maxResults=9&businessKey=" + number)
                .ok();
        assertThat(found).hasSize(1);
        String instance = found.get(0).path("id").asText();
        assertThat(cockpit.get(ENGINE + "/job?maxResults=9&processInstanceId=" + instance)
                        .ok())
                .hasSize(4);
        assertThat(cockpit.get(ENGINE + "/process-definition?key=PetitionHandling&sortBy=version&sortOrder=desc")
                        .ok())
                .hasSize(1);
        cockpit.get(ENGINE + "/task/report/candidate-group-count").ok();
        cockpit.get(ENGINE + "/batch/statistics/?firstResult=0&maxResults=10").ok();
        assertRefused(
                cockpit.send(
                        "PUT",
                        ENGINE + "/process-instance/" + instance + "/variables/accepted",
                        Map.of("value", false)),
                404);
        assertRefused(cockpit.send("DELETE", ENGINE + "/process-instance/" + instance, Map.of()), 404);
        assertStandsAt(number, "HandlePetition");
    }

    private Reply submit(Map<String, ?> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return tasklist.post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> form = new HashMap<>(GOOD);
        form.put(field, value);
        return form;
    }

    private long refusedAttempts(String action) {
        return rows.sql("SELECT count(*) FROM journal WHERE petition = ? AND action = ?")
                .params(number, action)
                .query(Long.class)
                .single();
    }

    private static void assertRefused(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("message").asText())
                .matches("(?s).*\\p{IsHan}.*。")
                .doesNotContain("Exception");
    }
}
