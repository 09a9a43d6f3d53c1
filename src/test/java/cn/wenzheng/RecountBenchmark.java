package cn.wenzheng;

import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says how long a hundred thousand running limits take to be counted by another calendar, every one of which moves, and
 * how long a petition takes meanwhile from filing to close.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=RecountBenchmark -Dlimits=100000}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {StatementBudgetTest.NO_JOBS, "wenzheng.portal.rate-limit=100000"})
@WithDatabase
@ActiveProfiles("budget")
class RecountBenchmark {

    private static final String NUMBERS =
            "SELECT 'WZ-20260301-' || lpad(n::text, 6, '0') AS number, n FROM generate_series(1, :limits) AS n";

    private static final String PETITIONS = """
            INSERT INTO petition (number, version, status, since, round, channel, account, digest, query_code, urgency,
                hide_identity, may_be_public, backlog, received_at)
            SELECT number, 0, 'ASSIGNED', timestamptz '2026-03-02Z', 1, 'PORTAL', '', '', 'code', 'NORMAL', false, false,
                false, timestamptz '2026-03-02Z'
            FROM (""" + NUMBERS + ") AS numbered";

    /** Counted by no calendar yet, and due when none would let them be. */
    private static final String LIMITS = """
            INSERT INTO deadline (petition, stage, unit, round, started_at, urge_at, remind_at, due_at, budget, level,
                calendar_version)
            SELECT number, 'HANDLING', '0201', 1, at, at, at, at, 'days 5/1', 'NORMAL', 0
            FROM (""" + NUMBERS + """
                ) AS numbered, LATERAL (SELECT timestamptz '2027-03-01 01:00Z' + n * interval '1 second' AS at) AS started""";

    private final int limits = Integer.getInteger("limits", 100_000);
    private final List<Long> petitions = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void saysHowLongCountingAnewTakes(
            @Autowired OrganizationDesk organization,
            @Autowired PasswordEncoder passwords,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String owner)
            throws Exception {
        SmallCity.moveInto(organization, passwords);
        PetitionByHttp city = SmallCity.byHttp(port);
        for (int petition = 0; petition < 30; petition++) {
            carryOne(city);
        }
        say("petitions before");
        JdbcClient asOwner =
                JdbcClient.create(new DriverManagerDataSource(url + "?currentSchema=wenzheng,public", owner, ""));
        asOwner.sql(PETITIONS).param("limits", limits).update();
        asOwner.sql(LIMITS).param("limits", limits).update();
        long begin = System.nanoTime();
        asOwner.sql("ANALYZE").update();
        while (old() > 0) {
            carryOne(city);
        }
        System.out.printf(
                "%d limits counted anew in %.1f s%n",
                limits, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3);
        say("petitions meanwhile");
    }

    private void carryOne(PetitionByHttp city) throws Exception {
        long begin = System.nanoTime();
        city.carryOne();
        petitions.add((System.nanoTime() - begin) / 1_000_000);
    }

    private int old() {
        return jdbc.sql("SELECT count(*) FROM deadline WHERE calendar_version < 1")
                .query(Integer.class)
                .single();
    }

    private void say(String what) {
        Collections.sort(petitions);
        System.out.printf(
                "%s: %d, median %d ms, p95 %d ms, longest %d ms%n",
                what,
                petitions.size(),
                petitions.get(petitions.size() / 2),
                petitions.get(petitions.size() * 95 / 100),
                petitions.get(petitions.size() - 1));
        petitions.clear();
    }
}
