package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An auditor reads everything and changes nothing but the journal, which grows by what he tries. */
@WithDatabase
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
class AuditorChangesNothingTest {

    /** What is written while somebody looks: the journal, and who is logged in where. */
    private static final Set<String> MOVING = Set.of("journal", "journal_subject", "spring_session", "attempt");

    /** Commands that would be right if he were the right person. */
    private static final Map<String, String> GOOD = Map.of(
            "accept", "{\"kind\":\"help\",\"category\":\"C010601\"}",
            "refuse", "{\"reason\":\"not-this-city\",\"note\":\"不属于本市\"}");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PetitionProcess process;

    @Autowired
    private OrganizationDesk organization;

    private String number;
    private String task;

    @Autowired
    private List<OneHand> hands;

    /** What the house does by itself meanwhile would be counted in. */
    @BeforeEach
    void lettingTheHandsRest() {
        hands.forEach(OneHand::stop);
    }

    @AfterEach
    void lettingThemWorkAgain() {
        hands.forEach(OneHand::start);
    }

    @BeforeEach
    void somethingIsWaiting() {
        number = jdbc.sql("SELECT number FROM petition WHERE status = 'RECEIVED' LIMIT 1")
                .query(String.class)
                .single();
        Actor operator = Actor.of(organization.person("operator").orElseThrow(), Door.API);
        task = process.tasksOf(operator, 0, 200).items().stream()
                .filter(open -> open.petition().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void everyWritingRouteRefusesHimOrIsNobodys() {
        List<RouteMatrix.Row> writing = RouteMatrix.ROWS.stream()
                .filter(row -> !row.method().equals("GET"))
                // The platforms' side belongs to nobody of the house.
                .filter(row -> !row.path().startsWith("/simulator/platforms/"))
                .toList();
        Map<String, String> before = fingerprint();

        assertThat(writing).hasSizeGreaterThan(15).allSatisfy(row -> {
            int status = asAuditor(row.method(), address(row.path()), row.body());
            boolean hisOwn =
                    row.in().contains("auditor") || row.expected("auditor").equals("302");
            if (!hisOwn) {
                assertThat(status).as(row.route()).isGreaterThanOrEqualTo(400);
            }
        });
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void aCommandThatWouldBeRightIsRefusedAndWritten() {
        Map<String, String> before = fingerprint();
        long lines = refused();

        GOOD.forEach((step, body) -> assertThat(asAuditor("POST", "/api/petitions/" + number + "/" + step, body))
                .as(step)
                .isEqualTo(403));

        assertThat(fingerprint()).isEqualTo(before);
        assertThat(refused()).isEqualTo(lines + GOOD.size());
    }

    @Test
    void aChangeWouldBeSeen() {
        Map<String, String> before = fingerprint();
        jdbc.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(number)
                .update();

        assertThat(fingerprint()).isNotEqualTo(before);
        jdbc.sql("UPDATE petition SET urgency = 'NORMAL' WHERE number = ?")
                .param(number)
                .update();
    }

    private String address(String path) {
        return path.replace("{number}", number)
                .replace("{id}", path.contains("tasks") ? task : "1")
                .replace("{channel}", "weibo")
                .replaceAll("\\{[^}]+}", "none");
    }

    private int asAuditor(String method, String path, String body) {
        var request = body.equals(RouteMatrix.FILE)
                ? MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", "text\n路灯".getBytes()))
                : MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                        .contentType("application/json")
                        .content(body);
        try {
            return mvc.perform(request.with(csrf()).with(user("auditor")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception failure) {
            throw new IllegalStateException(path, failure);
        }
    }

    private long refused() {
        return jdbc.sql("SELECT count(*) FROM journal WHERE actor = 'auditor' AND outcome = 'refused' AND petition = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    /** One sum over all rows of each table. */
    private Map<String, String> fingerprint() {
        Map<String, String> tables = new TreeMap<>();
        jdbc
                .sql("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('wenzheng', 'public')"
                        + " AND has_table_privilege(schemaname || '.' || tablename, 'SELECT')")
                .query(String.class)
                .stream()
                .filter(table -> MOVING.stream().noneMatch(moving -> table.contains("." + moving)))
                .forEach(table -> tables.put(
                        table,
                        jdbc.sql("SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM "
                                        + table + " t")
                                .query(String.class)
                                .single()));
        return tables;
    }
}
