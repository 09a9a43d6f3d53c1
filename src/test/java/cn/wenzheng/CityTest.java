package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.EngineRoom;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.city.Webapp;
import cn.wenzheng.process.BegunByHand;
import cn.wenzheng.triage.text.BuiltIn;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole product on a real database, with everybody coming through the real doors; only the engine's clockwork is
 * turned by hand, so that nothing has to be waited for.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "wenzheng.portal.rate-limit=1000"})
@WithDatabase
public abstract class CityTest {

    /** Units of the demo city. */
    protected static final String LIGHTING = "0106";

    protected static final String POWER = "0111";
    protected static final String ROADS = "0113";

    protected static final String WORDS = "新华街的路灯坏了三天，老人夜里摔了一跤";
    protected static final String INTERNAL = "已派抢修班组更换镇流器";
    protected static final String ANSWER = "您好，路灯已于今晚修复，感谢您的反映";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine processEngine;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    protected Caller stranger;
    protected EngineRoom engine;
    protected Clerk operator;
    protected Clerk dispatcher;
    protected Clerk reviewer;
    protected Clerk supervisor;

    @BeforeEach
    void everybodyIsAtWork() {
        BuiltIn.get();
        stranger = Caller.nobody("http://127.0.0.1:" + port);
        engine = new EngineRoom(processEngine, jdbc, () -> BegunByHand.all(context));
        operator = clerk("operator");
        dispatcher = clerk("dispatcher");
        reviewer = clerk("reviewer");
        supervisor = clerk("supervisor");
    }

    protected final Citizen files() {
        return Citizen.files(stranger, "路灯不亮", WORDS + "。我叫" + Citizen.NAME + "，电话" + Citizen.PHONE + "。");
    }

    protected final Citizen filedAndAssigned(String lead, String... assisting) {
        Citizen citizen = files();
        operator.accepts(citizen.number()).ok();
        dispatcher.assigns(citizen.number(), lead, assisting).ok();
        return citizen;
    }

    protected final Clerk clerk(String account) {
        return new Clerk(stranger.as(account, "Wenzheng-demo-1"));
    }

    /** A browser with this account logged in. */
    protected final Visitor visitor(String account) {
        Visitor visitor = new Visitor(URI.create(stranger.address()).getPort());
        visitor.logIn(account, "Wenzheng-demo-1");
        return visitor;
    }

    /** A browser with one of Camunda's webapps open. */
    final Webapp webapp(String account, String app) {
        return Webapp.opened(stranger.address(), account, "Wenzheng-demo-1", app);
    }

    /**
     * The unit signs for the petition and forgets it: moves the product's one clock past the limit of its task and fires
     * what is due by then.
     */
    protected final void passUntilOverdue(Clerk handler, String number) {
        handler.signs(number);
        Instant due =
                Instant.parse(handler.task(number, "HandlePetition").path("due").asText());
        Duration step = Duration.between(clock.instant(), due).plusMinutes(1);
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", step.toString()))
                .ok();
        engine.firesWhatIsDue();
    }

    protected final void assertStandsAt(String number, String... tasks) {
        assertThat(engine.instances(number)).isOne();
        assertThat(engine.standsAt(number)).containsExactly(tasks);
    }

    protected final void assertIsOver(String number) {
        assertThat(engine.instances(number)).isZero();
        assertThat(engine.standsAt(number)).isEmpty();
    }

    protected final List<String> facts(String number) {
        JsonNode facts = clerk("assessor")
                .caller()
                .get("/api/assessment/facts?petition=" + number)
                .ok();
        return StreamSupport.stream(facts.path("items").spliterator(), false)
                .map(fact ->
                        fact.path("stage").asText() + " " + fact.path("unit").asText())
                .toList();
    }
}
