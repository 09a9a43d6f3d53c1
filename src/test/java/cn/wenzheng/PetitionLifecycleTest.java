package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.EngineRoom;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The life of a petition, told once from beginning to end, and then the other ways it can go.
 *
 * <p>The whole product runs on a real database and everybody comes through the real doors; only the engine's clockwork
 * is turned by hand, so that nothing has to be waited for.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "wenzheng.portal.rate-limit=1000"})
@WithDatabase
class PetitionLifecycleTest {

    /** Units of the demo city. */
    private static final String LIGHTING = "0106";

    private static final String POWER = "0111";
    private static final String ROADS = "0113";

    private static final String WORDS = "新华街的路灯坏了三天，老人夜里摔了一跤";
    private static final String INTERNAL = "已派抢修班组更换镇流器";
    private static final String ANSWER = "您好，路灯已于今晚修复，感谢您的反映";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine processEngine;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private Caller stranger;
    private EngineRoom engine;
    private Clerk operator;
    private Clerk dispatcher;
    private Clerk reviewer;
    private Clerk supervisor;

    @BeforeEach
    void everybodyIsAtWork() {
        stranger = Caller.nobody("http://127.0.0.1:" + port);
        engine = new EngineRoom(processEngine, jdbc);
        operator = clerk("operator");
        dispatcher = clerk("dispatcher");
        reviewer = clerk("reviewer");
        supervisor = clerk("supervisor");
    }

    @Test
    void aPetitionIsSubmittedForgottenEscalatedHandledReviewedAndClosed() {
        // 1. A citizen speaks and takes away a number, a query code and a promise.
        Citizen citizen = files();
        String number = citizen.number();
        assertThat(citizen.looks().path("promisedBy").isNull()).isFalse();
        assertStandsAt(number, "AcceptPetition");

        // 2. The operator takes it on, which keeps the promise; the dispatcher gives it to the lighting office.
        operator.accepts(number).ok();
        assertThat(citizen.looks().path("promiseKept").asBoolean()).isTrue();
        dispatcher.assigns(number, LIGHTING).ok();
        Clerk handler = clerk(LIGHTING);
        assertThat(handler.tasks(number)).containsExactly("HandlePetition");
        assertThat(clerk(ROADS).tasks(number)).isEmpty();

        // 3. Nobody moves. Time passes, and supervision comes by itself.
        assertThat(supervisor.tasks(number)).isEmpty();
        passUntilOverdue(handler, number);
        assertThat(supervisor.tasks(number)).containsExactly("FollowSlip");
        assertThat(clerk(LIGHTING + "-head").tasks(number)).contains("AnswerSlip");
        assertThat(facts(number)).containsExactly("handling " + LIGHTING);

        // 4. The unit answers, and the reviewer lets the answer out.
        handler.answers(number, INTERNAL, ANSWER).ok();
        assertStandsAt(number, "ReviewPetition");
        assertThat(citizen.looks().path("answers").toString()).doesNotContain(ANSWER);
        reviewer.passes(number).ok();
        assertStandsAt(number, "ClosePetition");

        // 5. The citizen is called back and the case is closed; its page shows the answer and nothing internal.
        reviewer.closes(number).ok();
        JsonNode page = citizen.looks();
        assertThat(page.path("status").asText()).isEqualTo("closed");
        assertThat(page.path("answers").toString()).contains(ANSWER);
        assertThat(page.toString()).doesNotContain(INTERNAL);

        // 6. The engine has let go of it, remembers one instance and not a word of what was said.
        assertThat(engine.instances(number)).isZero();
        assertThat(engine.instancesEver(number)).isOne();
        for (String secret : List.of("路灯坏了三天", INTERNAL, ANSWER, Citizen.NAME, Citizen.PHONE, Citizen.EMAIL)) {
            assertThat(engine.tablesThatHold(secret)).as(secret).isEmpty();
        }
        assertThat(engine.tablesThatHold(number)).as("the search can find").isNotEmpty();

        // 7. The auditor finds every step in its order, and who took it.
        assertThat(trail(number))
                .containsSubsequence(
                        "petition-received citizen",
                        "petition-accepted operator",
                        "petition-assigned dispatcher",
                        "petition-supervised system",
                        "petition-handled " + LIGHTING,
                        "petition-reviewed reviewer",
                        "petition-closed reviewer");
    }

    @Test
    void aRefusedPetitionEndsWithTheReasonAndWhereToTurn() {
        Citizen citizen = files();
        operator.refuses(citizen.number(), "请向吴忠市政府反映").ok();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("refused");
        assertThat(citizen.looks().path("answers").toString()).contains("请向吴忠市政府反映");
        assertIsOver(citizen.number());
        assertThat(operator.accepts(citizen.number()).status()).isEqualTo(409);
    }

    @Test
    void aWithdrawnPetitionLeavesNoTaskToAnybody() {
        Citizen citizen = filedAndAssigned(LIGHTING, POWER);
        citizen.withdraws();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("withdrawn");
        assertIsOver(citizen.number());
        assertThat(clerk(LIGHTING).answers(citizen.number(), INTERNAL, ANSWER).status())
                .isEqualTo(409);
    }

    @Test
    void aReassignedPetitionLeavesTheOldUnitAtOnce() {
        String number = filedAndAssigned(LIGHTING).number();
        dispatcher.reassigns(number, ROADS).ok();
        assertThat(clerk(LIGHTING).tasks(number)).isEmpty();
        assertThat(clerk(LIGHTING).caller().get("/api/petitions/" + number).status())
                .isEqualTo(404);
        assertThat(clerk(LIGHTING).answers(number, INTERNAL, ANSWER).status()).isEqualTo(404);
        assertThat(clerk(ROADS).tasks(number)).containsExactly("HandlePetition");
        assertStandsAt(number, "HandlePetition");
    }

    @Test
    void aReassignedPetitionKeepsItsAssistingUnit() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        dispatcher.reassigns(number, ROADS).ok();
        assertThat(clerk(POWER).tasks(number)).containsExactly("HandlePetition");
        assertStandsAt(number, "HandlePetition", "HandlePetition");
    }

    @Test
    void theLeadsNotOursEndsAllPartsAndLeadsBackToAssignment() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertStandsAt(number, "AssignPetition");
        assertThat(clerk(POWER).tasks(number)).isEmpty();
        dispatcher.assigns(number, ROADS).ok();
        assertThat(clerk(ROADS).tasks(number)).containsExactly("HandlePetition");
    }

    @Test
    void anAssistingUnitsNotOursEndsItsOwnPartOnly() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(POWER).saysNotOurs(number).ok();
        assertThat(clerk(POWER).tasks(number)).isEmpty();
        assertStandsAt(number, "HandlePetition");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertStandsAt(number, "ReviewPetition");
    }

    @Test
    void theLeadAnswersLastOrSaysWhatIsMissing() {
        Citizen citizen = filedAndAssigned(LIGHTING, POWER, ROADS);
        String number = citizen.number();
        clerk(ROADS).assists(number, "路面无塌陷").ok();
        assertThat(clerk(LIGHTING).answers(number, INTERNAL, ANSWER).status()).isEqualTo(409);
        assertStandsAt(number, "HandlePetition", "HandlePetition");
        clerk(LIGHTING).answersWithDissent(number, ANSWER, "供电公司尚未反馈线路情况").ok();
        assertStandsAt(number, "ReviewPetition");
        assertThat(reviewer.sheet(number).path("units").toString()).contains("供电公司尚未反馈线路情况");
        assertThat(citizen.looks().toString()).doesNotContain("供电公司尚未反馈线路情况", "路面无塌陷");
    }

    @Test
    void anAnswerSentBackIsAnsweredAnewByTheLead() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).answers(number, INTERNAL, "已处理").ok();
        reviewer.sendsBack(number).ok();
        assertStandsAt(number, "HandlePetition");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertIsOver(number);
    }

    @Test
    void onlyTheLateOneOfThreeUnitsIsNamed() {
        String number = filedAndAssigned(LIGHTING, POWER, ROADS).number();
        clerk(POWER).assists(number, "线路正常").ok();
        clerk(ROADS).assists(number, "路面无塌陷").ok();
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(facts(number)).containsExactly("handling " + LIGHTING);
        engine.firesWhatIsDue();
        assertThat(facts(number)).hasSize(1);
        assertThat(engine.incidents()).isZero();
    }

    private Citizen files() {
        return Citizen.files(stranger, "路灯不亮", WORDS + "。我叫" + Citizen.NAME + "，电话" + Citizen.PHONE + "。");
    }

    private Citizen filedAndAssigned(String lead, String... assisting) {
        Citizen citizen = files();
        operator.accepts(citizen.number()).ok();
        dispatcher.assigns(citizen.number(), lead, assisting).ok();
        return citizen;
    }

    private Clerk clerk(String account) {
        return new Clerk(stranger.as(account, "Wenzheng-demo-1"));
    }

    /** Moves the product's one clock past the limit of the unit's task and fires what is due by then. */
    private void passUntilOverdue(Clerk handler, String number) {
        Instant due =
                Instant.parse(handler.task(number, "HandlePetition").path("due").asText());
        Duration step = Duration.between(clock.instant(), due).plusMinutes(1);
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", step.toString()))
                .ok();
        engine.firesWhatIsDue();
    }

    private void assertStandsAt(String number, String... tasks) {
        assertThat(engine.instances(number)).isOne();
        assertThat(engine.standsAt(number)).containsExactly(tasks);
    }

    private void assertIsOver(String number) {
        assertThat(engine.instances(number)).isZero();
        assertThat(engine.standsAt(number)).isEmpty();
    }

    private List<String> facts(String number) {
        JsonNode facts = clerk("assessor")
                .caller()
                .get("/api/assessment/facts?petition=" + number)
                .ok();
        return StreamSupport.stream(facts.path("items").spliterator(), false)
                .map(fact ->
                        fact.path("stage").asText() + " " + fact.path("unit").asText())
                .toList();
    }

    private List<String> trail(String number) {
        JsonNode trail =
                clerk("auditor").caller().get("/api/audit/petitions/" + number).ok();
        return StreamSupport.stream(trail.path("items").spliterator(), false)
                .map(line ->
                        line.path("action").asText() + " " + line.path("actor").asText())
                .toList();
    }
}
