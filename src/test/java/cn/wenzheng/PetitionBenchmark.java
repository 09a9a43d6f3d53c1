package cn.wenzheng;

import cn.wenzheng.budget.BareEngine;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.Expense;
import cn.wenzheng.budget.Expenses;
import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.organization.OrganizationDesk;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flywaydb.core.Flyway;
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
 * Says what one petition costs the product over HTTP and the bare engine, on the same server with the disk waited for.
 *
 * <p>No part of the build, since times on a shared machine mean little: compare the counts and the ratios. Run it with
 * {@code mvn test -Dtest=PetitionBenchmark -Dpetitions=200 -Dpeople=2}: so many petitions, by so many people at once.
 * The HTTP client runs in the same JVM and is part of the product's CPU time.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {StatementBudgetTest.NO_JOBS, "wenzheng.data=target/benchmark", "wenzheng.portal.rate-limit=100000"
        })
@ActiveProfiles("budget")
@Import(CountedStatements.class)
class PetitionBenchmark {

    private static final int WARM_UP = 30;
    private static final String SUPERUSER = "postgres";

    private final int petitions = Integer.getInteger("petitions", 200);
    private final int people = Integer.getInteger("people", 1);

    @Autowired
    private EmbeddedServer server;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @LocalServerPort
    private int port;

    @Test
    void comparesTheProductWithTheBareEngine(
            @Autowired OrganizationDesk organization, @Autowired PasswordEncoder passwords) throws Exception {
        SmallCity.moveInto(organization, passwords);
        try (BareEngine bare = bareEngine()) {
            compare(bare);
        }
    }

    private void compare(BareEngine bare) throws Exception {
        JdbcClient superuser = JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), SUPERUSER, ""));
        describe(superuser);
        PetitionByHttp city = SmallCity.byHttp(port);
        Expenses ofBare = new Expenses(bare.counter(), superuser, people);
        Expenses ofProduct = new Expenses(counter, superuser, people);
        ofBare.of(WARM_UP, bare::carryOne);
        ofProduct.of(WARM_UP, city::carryOne);
        say("bare engine, five tasks", ofBare.of(petitions, bare::carryOne));
        say("product over HTTP, five tasks", ofProduct.of(petitions, city::carryOne));
        say("bare engine, start only", new Expenses(bare.counter(), superuser, 1).of(petitions, bare::begin));
        say(
                "product, import of a file",
                new Expenses(counter, superuser, 1).ofAll(petitions, () -> city.importAll(file())));
    }

    private void describe(JdbcClient superuser) {
        System.out.printf(
                "history level %s, authorization %s (revokes %s), %d petitions by %d at once, job executor off%n",
                engine.getHistoryLevel().getName(),
                engine.isAuthorizationEnabled() ? "on" : "off",
                engine.getAuthorizationCheckRevokes(),
                petitions,
                people);
        for (String setting : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
            System.out.printf(
                    "%s %s%n",
                    setting,
                    superuser.sql("SHOW " + setting).query(String.class).single());
        }
    }

    private static void say(String what, Expense expense) {
        System.out.printf("%-32s %s%n", what, expense);
    }

    private String file() {
        return IntStream.range(0, petitions)
                .mapToObj(line -> UUID.randomUUID() + ",路灯不亮,学院路第" + line + "盏路灯不亮。,,李明")
                .collect(Collectors.joining("\n", "externalId,title,text,time,user\n", "\n"));
    }

    private BareEngine bareEngine() throws Exception {
        return BareEngine.start(
                engine,
                "spring.datasource.url=" + bareDatabase(),
                "spring.datasource.username=" + EmbeddedServer.APP,
                StatementBudgetTest.NO_JOBS);
    }

    /** A second database on the same server, so that both wait for the same disk. */
    private String bareDatabase() throws Exception {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), SUPERUSER, "");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS bare");
            statement.execute("CREATE DATABASE bare OWNER " + EmbeddedServer.OWNER);
        }
        String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/bare");
        Migrations.configure(Flyway.configure().dataSource(url, EmbeddedServer.OWNER, ""), EmbeddedServer.APP)
                .load()
                .migrate();
        return url;
    }
}
