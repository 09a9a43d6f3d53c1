package cn.wenzheng.process.sweep;

import static org.awaitility.Awaitility.await;

import cn.wenzheng.budget.Copies;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.Expense;
import cn.wenzheng.budget.Expenses;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says what waiting timers cost an idle product, how fast due ones are worked off beside timers of the engine that have
 * nothing behind them (the same engine, database and settings), and what a sweep costs; with the disk waited for.
 *
 * <p>No part of the build, since times on a shared machine mean little: compare the counts and the ratios, on a busy
 * machine over many short rounds. Run it with
 * {@code mvn test -Dtest=TimerBenchmark -Dwaiting=100000 -Ddue=20000 -Drounds=3 -Dseconds=30}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"wenzheng.data=target/timers-${random.uuid}", "wenzheng.portal.rate-limit=100000"})
@ActiveProfiles("budget")
@Import(CountedStatements.class)
class TimerBenchmark {

    private static final String BARE = "BareTimer";

    private final int waiting = Integer.getInteger("waiting", 100_000);
    private final int due = Integer.getInteger("due", 20_000);
    private final int rounds = Integer.getInteger("rounds", 3);
    private final int seconds = Integer.getInteger("seconds", 30);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private TimerSweep sweep;

    @LocalServerPort
    private int port;

    private JobExecutor executor;
    private JdbcClient superuser;
    private Copies copies;
    private String petition;

    @BeforeEach
    void aPetitionIsInAUnitsHands(
            @Autowired OrganizationDesk organization, @Autowired PasswordEncoder passwords, @Autowired DataSource pool)
            throws Exception {
        executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.shutdown();
        String url;
        try (var connection = pool.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        DriverManagerDataSource everything = new DriverManagerDataSource(
                url.replaceFirst("\\?.*", "") + "?currentSchema=wenzheng,public", "postgres", "");
        superuser = JdbcClient.create(everything);
        copies = new Copies(everything);
        SmallCity.moveInto(organization, passwords);
        petition = SmallCity.byHttp(port).bringToUnit();
    }

    @Test
    void saysWhatTimersCost() throws Exception {
        executor.start();
        TimeUnit.SECONDS.sleep(seconds);
        idle();
        int each = number("SELECT count(*) FROM act_ru_job WHERE handler_type_ = 'timer-transition'");
        copies.ofPetition(petition, "WZ-20260101-", waiting / each);
        TimeUnit.SECONDS.sleep(seconds);
        idle();
        sweeps();
        executor.shutdown();
        drains();
    }

    private void idle() throws Exception {
        Expense cost = new Expenses(counter, superuser, 1).ofAll(1, () -> TimeUnit.SECONDS.sleep(seconds));
        System.out.printf(
                "%,7d waiting timers, idle for %d s: CPU %.0f ms JVM + %.0f ms PostgreSQL, %.0f statements%n",
                number("SELECT count(*) FROM act_ru_job WHERE handler_type_ = 'timer-transition'"),
                seconds,
                cost.jvmMillis(),
                cost.serverMillis(),
                cost.statements());
    }

    private void sweeps() throws Exception {
        for (int time = 0; time < 5; time++) {
            Expense cost = new Expenses(counter, superuser, 1).ofAll(1, sweep::sweep);
            System.out.printf(
                    "a sweep: %.0f ms, CPU %.0f ms PostgreSQL, %.0f statements%n",
                    1000 / cost.perSecond(), cost.serverMillis(), cost.statements());
        }
    }

    private void drains() throws Exception {
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bare/timer.bpmn")
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(BARE, BARE);
        drain(0, "warm-up, ", due / 10);
        System.out.printf(
                "median of the ratios %.2f%n",
                IntStream.rangeClosed(1, rounds)
                        .mapToDouble(round -> drain(round, "", due))
                        .sorted()
                        .skip(rounds / 2)
                        .findFirst()
                        .orElseThrow());
    }

    /** Both kinds one after the other, that what else the machine does disturbs them alike. */
    private double drain(int round, String what, int many) {
        try {
            String prefix = "BARE-" + round + "-";
            copies.ofInstance(BARE, prefix, many);
            Expense bare = drained(what + "bare engine's timer", "Due", prefix, many);
            prefix = "WZ-202602%02d-".formatted(round);
            copies.ofPetition(petition, prefix, many);
            Expense product = drained(what + "product's urging", Elements.BOUNDARY_EVENT_HANDLING_URGE, prefix, many);
            double ratio = product.perSecond() / bare.perSecond();
            System.out.printf(
                    "ratio %.2f; of the processor's time %.2f%n",
                    ratio, (bare.jvmMillis() + bare.serverMillis()) / (product.jvmMillis() + product.serverMillis()));
            return ratio;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Expense drained(String what, String timer, String prefix, int many) throws Exception {
        // In one statement, lest a sweep in between puts the timers right.
        superuser
                .sql(
                        "WITH half AS (UPDATE deadline SET urge_at = started_at WHERE petition LIKE ? AND stage = 'HANDLING')"
                                + " UPDATE act_ru_job SET duedate_ = (SELECT started_at::timestamp FROM deadline"
                                + " WHERE petition = ? AND stage = 'HANDLING') WHERE handler_cfg_ = ? AND id_ LIKE ?")
                .params(prefix + "%", petition, timer, prefix + "%")
                .update();
        superuser.sql("VACUUM ANALYZE").update();
        Expense cost = new Expenses(counter, superuser, 1).ofAll(many, () -> {
            executor.start();
            await().atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            number("SELECT count(*) FROM act_ru_job WHERE duedate_ < localtimestamp AND retries_ > 0")
                                    == 0);
        });
        executor.shutdown();
        System.out.printf("%,d times %-22s %s%n", many, what, cost);
        return cost;
    }

    private int number(String question) {
        return superuser.sql(question).query(Integer.class).single();
    }
}
