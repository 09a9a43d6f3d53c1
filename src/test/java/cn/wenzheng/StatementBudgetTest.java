package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.budget.BareEngine;
import cn.wenzheng.budget.Cost;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.budget.StatementBudget;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.inbox.WithFakePlatform;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Channel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what a petition costs the database close to what the engine costs by itself. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            StatementBudgetTest.NO_JOBS,
            CountedStatements.MIGRATIONS,
            CountedStatements.NO_PAUSES,
            "wenzheng.portal.rate-limit=100000",
            "wenzheng.test.fake-platform=true"
        })
@WithDatabase
@ActiveProfiles("budget")
@Import({CountedStatements.class, WithFakePlatform.class})
class StatementBudgetTest {

    /** Its own queries would be counted in. */
    static final String NO_JOBS = "camunda.bpm.job-execution.enabled=false";

    /** Of one push: item and thread, the person's petitions, the petition, its limits and words, that it is to begin. */
    private static final int PUSH = 14;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private OrganizationDesk organization;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @LocalServerPort
    private int port;

    private PetitionByHttp city;

    @Autowired
    private List<OneHand> hands;

    @BeforeEach
    void moveIn() throws Exception {
        // They look for work of other nodes now and then, and that would be counted in.
        hands.forEach(OneHand::stop);
        SmallCity.moveInto(organization, passwords);
        city = SmallCity.byHttp(port);
        city.carryOne();
    }

    @Test
    void onePetitionStaysWithinItsBudget() throws Exception {
        Cost product = counter.of(city::carryOne);
        try (BareEngine bare = bareEngine()) {
            bare.carryOne();
            Cost alone = bare.counter().of(bare::carryOne);
            assertThat(alone.statements()).as("the engine's own").isGreaterThan(100);
            StatementBudget.checkPetition(product, alone);
        }
    }

    @Test
    void aPushIsOneShortTransaction(@Autowired JdbcClient jdbc, @Autowired Accounts accounts) throws Exception {
        jdbc.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WECHAT', 'budget', '0000', '问政', 'wx', true, '2026-01-01Z') ON CONFLICT DO NOTHING""").update();
        jdbc.sql("UPDATE channel_version SET version = version + 1").update();
        hands.forEach(OneHand::start);
        await().until(() -> accounts.find(Channel.WECHAT, "budget").isPresent());
        hands.forEach(OneHand::stop);
        push("first");
        Cost pushed = counter.of(() -> push("second"));
        Cost again = counter.of(() -> push("second"));
        assertThat(pushed.writingCommits()).isOne();
        assertThat(pushed.statements()).as("a push").isLessThanOrEqualTo(PUSH);
        assertThat(again.statements()).as("the same again").isLessThanOrEqualTo(2);
    }

    private void push(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/channels/wechat/budget?sign=budget"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"%s\",\"person\":\"u%s\",\"text\":\"路灯坏了\"}".formatted(id, id)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theBareEngineIsSetUpAsTheProductsIs() {
        try (BareEngine bare = bareEngine()) {
            assertThat(bare.configuration()).satisfies(alone -> {
                assertThat(alone.getHistoryLevel()).isSameAs(engine.getHistoryLevel());
                assertThat(alone.isAuthorizationEnabled()).isEqualTo(engine.isAuthorizationEnabled());
                assertThat(alone.getAuthorizationCheckRevokes()).isEqualTo(engine.getAuthorizationCheckRevokes());
                assertThat(alone.getDefaultUserPermissionNameForTask())
                        .isEqualTo(engine.getDefaultUserPermissionNameForTask());
                assertThat(alone.isEnforceSpecificVariablePermission())
                        .isEqualTo(engine.isEnforceSpecificVariablePermission());
                assertThat(alone.isCmmnEnabled()).isEqualTo(engine.isCmmnEnabled());
                assertThat(alone.isStandaloneTasksEnabled()).isEqualTo(engine.isStandaloneTasksEnabled());
                assertThat(alone.isJdbcBatchProcessing()).isEqualTo(engine.isJdbcBatchProcessing());
                assertThat(alone.getIdGenerator()).hasSameClassAs(engine.getIdGenerator());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/petitions?size=200", "/api/tasks?size=200", "/api/notices?size=200"})
    void aListCostsTheSameHoweverLongItIs(String list) throws Exception {
        city.file();
        int few = city.list("operator", list).size();
        Cost ofFew = counter.of(() -> city.list("operator", list));
        for (int petition = 0; petition < 30; petition++) {
            city.file();
        }
        Cost ofMany = counter.of(() -> assertThat(city.list("operator", list)).hasSize(few + 30));
        StatementBudget.checkList(ofFew);
        StatementBudget.checkList(ofMany);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/petitions", "/petitions?q=%E8%B7%AF%E7%81%AF&unit=0201&sort=due", "/petitions/news"})
    void aPageOfPetitionsStaysWithinTheBudgetOfAList(String page) throws Exception {
        Visitor operator = new Visitor(port);
        operator.logIn("operator", SmallCity.PASSWORD);
        StatementBudget.checkList(
                counter.of(() -> assertThat(operator.get(page).statusCode()).isEqualTo(200)));
    }

    @Test
    void theFigureThatEveryPageAsksForCostsOneStatement() throws Exception {
        city.figure("operator");
        assertThat(counter.of(() -> city.figure("operator"))).isEqualTo(new Cost(1, 0));
    }

    @Test
    void theBudgetBites() {
        Cost engineAlone = new Cost(200, 6);
        StatementBudget.checkPetition(new Cost(275, 8), engineAlone);
        StatementBudget.checkList(new Cost(8, 0));
        assertThatThrownBy(() -> StatementBudget.checkPetition(new Cost(276, 8), engineAlone))
                .isInstanceOf(AssertionError.class)
                .hasMessage("76 statements above the bare engine's, at most 75 are allowed");
        assertThatThrownBy(() -> StatementBudget.checkPetition(new Cost(275, 9), engineAlone))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("9 writing commits");
        assertThatThrownBy(() -> StatementBudget.checkList(new Cost(9, 0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("9 statements for a list");
    }

    @Test
    void theCounterCountsEveryStatementAndOnlyCommitsThatChangeSomething(
            @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) throws Exception {
        String change = "UPDATE unit SET name = name";
        assertThat(counter.of(() -> jdbc.sql("SELECT 1").query(Integer.class).single()))
                .isEqualTo(new Cost(1, 0));
        assertThat(counter.of(() -> jdbc.sql(change).update())).isEqualTo(new Cost(1, 1));
        assertThat(counter.of(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(change).update();
                    jdbc.sql(change).update();
                })))
                .isEqualTo(new Cost(2, 1));
        assertThat(counter.of(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(change).update();
                    status.setRollbackOnly();
                })))
                .isEqualTo(new Cost(1, 0));
    }

    private BareEngine bareEngine() {
        List<String> settings = TestDatabase.migrated().settings();
        return BareEngine.start(
                engine, Stream.concat(settings.stream(), Stream.of(NO_JOBS)).toArray(String[]::new));
    }
}
