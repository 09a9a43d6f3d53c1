package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says how long the list of petitions takes among a hundred thousand, page by page as a browser gets it, and what it
 * costs.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=FindingBenchmark -Dpetitions=100000 -Dtimes=40}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {StatementBudgetTest.NO_JOBS, CountedStatements.MIGRATIONS})
@WithDatabase
@ActiveProfiles("budget")
@Import(CountedStatements.class)
class FindingBenchmark {

    private static final List<String> LISTS = List.of(
            "",
            "status=assigned",
            "status=closed",
            "unit=U5",
            "category=T5",
            "channel=alipay",
            "channel=email",
            "kind=help",
            "urgency=urgent",
            "urgency=life",
            "overdue=true",
            "overdue=true&sort=due",
            "overdue=false",
            "from=2026-01-01&to=2026-01-31",
            "q=WZ-20260316-100000",
            "q=099999",
            "q=2026",
            "q=路灯",
            "q=路灯不亮",
            "q=解决",
            "q=工作人员",
            "q=路",
            "q=新华 井盖 昨天",
            "q=没有这样的话",
            "sort=due",
            "sort=due&reversed=true",
            "sort=status",
            "sort=unit",
            "sort=number",
            "page=1000",
            "page=1000&sort=due",
            "status=closed&q=路灯&sort=unit");

    private final int petitions = Integer.getInteger("petitions", 100_000);
    private final int times = Integer.getInteger("times", 40);

    @Autowired
    private StatementCounter counter;

    @LocalServerPort
    private int port;

    @Test
    void saysHowLongAListTakes(
            @Autowired OrganizationDesk organization,
            @Autowired PasswordEncoder passwords,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String owner)
            throws Exception {
        SmallCity.moveInto(organization, passwords);
        ManyPetitions.moveInto(
                new DriverManagerDataSource(url + "?currentSchema=wenzheng,public", owner, ""), petitions);
        Visitor centre = new Visitor(port);
        centre.logIn("operator", SmallCity.PASSWORD);
        System.out.printf("%-40s %8s %8s %8s%n", petitions + " petitions", "p50 ms", "p95 ms", "SQL");
        for (String list : LISTS) {
            measure(centre, "/petitions" + (list.isEmpty() ? "" : "?" + list.replace(" ", "%20")));
        }
        measure(centre, "/petitions/news?since=2026-03-15T00:00:00Z");
        measure(centre, "/work");
    }

    private void measure(Visitor centre, String page) throws Exception {
        for (int time = 0; time < 3; time++) {
            centre.get(page);
        }
        double[] took = new double[times];
        int statements = 0;
        for (int time = 0; time < times; time++) {
            long begin = System.nanoTime();
            statements = Math.max(
                    statements, counter.of(() -> read(centre.get(page))).statements());
            took[time] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf("%-40s %8.0f %8.0f %8d%n", page, took[times / 2], took[(int) (times * 0.95)], statements);
    }

    private static void read(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
    }
}
