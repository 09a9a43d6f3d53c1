package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Visitor;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two programs on one database are one product, and either may die. */
class TwoNodesTest {

    private static final String PASSWORD = "Wenzheng-demo-1";
    private static final int ROWS = 2000;
    private static final Pattern CODE = Pattern.compile("setup code: ([2-9A-Z-]+)");

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());

    @TempDir
    private Path logs;

    @Test
    void theDemoCityLivesOnBothAndOutlivesOne() throws Exception {
        // 1. Both start in the same second on an empty database, and everything is there once.
        try (NodeInItsOwnProgram here = start("here", "demo");
                NodeInItsOwnProgram there = start("there", "demo")) {
            here.awaitReady();
            there.awaitReady();
            assertThat(number("SELECT count(*) FROM act_re_deployment")).isOne();
            assertThat(number("SELECT count(*) - count(DISTINCT key_) FROM act_re_procdef"))
                    .isZero();
            assertThat(number("SELECT count(*) FROM act_ru_filter")).isEqualTo(4);
            assertThat(number("""
                    SELECT count(*) - count(DISTINCT (group_id_, resource_type_, resource_id_)) FROM act_ru_authorization
                    WHERE group_id_ IS NOT NULL""")).isZero();
            assertThat(number("SELECT count(*) FROM petition")).isEqualTo(9);
            assertThat(number("SELECT count(*) FROM journal WHERE action = 'slip-issued' AND petition IN"
                            + " (SELECT number FROM petition WHERE idempotency_key <> 'demo-overdue')"))
                    .as("no limit of a petition was missed while its story was told")
                    .isZero();

            // 2. A login here is a login there, for the webapps too; wrong passwords add up; the clock is one.
            loginHoldsThere(here, there);
            wrongPasswordsAddUp(here, there);
            clockIsFollowed(here, there);

            // 3. One dies in the middle of an import; nothing is lost and nothing doubled, and its timers fire.
            String waiting = petition(here);
            String imported = upload(here.visitor());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number("SELECT count(*) FROM petition WHERE external_id LIKE 'TN-%'") > 0);
            here.kill();
            assertThat(number("SELECT count(*) FROM import WHERE state = 'RUNNING'"))
                    .as("killed in the middle")
                    .isOne();
            advance(there, "PT300H");
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(rows.sql(
                                            "SELECT count(*) FROM journal WHERE petition = ? AND action = 'slip-issued'")
                                    .param(waiting)
                                    .query(Integer.class)
                                    .single())
                            .isPositive());
            importIsWhole(there, imported);
        }
    }

    @Test
    void aRealCityIsSetUpOnEitherAndRestartedWithoutAFailedRequest() throws Exception {
        try (NodeInItsOwnProgram here = start("here", "production");
                NodeInItsOwnProgram there = start("there", "production")) {
            here.awaitReady();
            there.awaitReady();
            HttpResponse<String> setUp = there.visitor().post("/api/setup", """
                    {"code":"%s","unitCode":"0000","unitName":"中心","account":"chen","name":"陈","password":"Yinzhou-Spring-2026"}
                    """.formatted(code(here)));
            assertThat(setUp.statusCode()).as(setUp.body()).isEqualTo(204);
            assertThat(here.visitor().get("/setup").statusCode()).isEqualTo(404);
            assertThat(here.visitor()
                            .get("/api/me", Visitor.basic("chen", "Yinzhou-Spring-2026"))
                            .statusCode())
                    .isEqualTo(200);

            try (Balancer balancer = new Balancer(here, there)) {
                balancer.awaitAnswers(200);
                here.terminate();
                assertThat(here.exit()).isIn(0, 143);
                balancer.awaitAnswers(200);
                try (NodeInItsOwnProgram again = start("again", "production")) {
                    again.awaitReady();
                    balancer.add(again);
                    balancer.awaitAnswers(100);
                    there.terminate();
                    assertThat(there.exit()).isIn(0, 143);
                    balancer.awaitAnswers(200);
                    assertThat(balancer.failures()).isEmpty();
                }
            }
        }
    }

    private NodeInItsOwnProgram start(String name, String profile) throws Exception {
        return NodeInItsOwnProgram.start(logs.resolve(name), profile, database);
    }

    private static String code(NodeInItsOwnProgram node) {
        Matcher printed = CODE.matcher(node.said());
        assertThat(printed.find()).isTrue();
        return printed.group(1);
    }

    private static void loginHoldsThere(NodeInItsOwnProgram here, NodeInItsOwnProgram there) {
        Visitor visitor = here.visitor();
        visitor.logIn("operator", PASSWORD);
        String session = visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        for (String path :
                new String[] {"/api/me", "/work", "/camunda/api/engine/engine/default/task/count?maxResults=1"}) {
            assertThat(there.visitor()
                            .get(path, "Cookie", "JSESSIONID=" + session)
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static void wrongPasswordsAddUp(NodeInItsOwnProgram here, NodeInItsOwnProgram there) {
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(me(here, "publicity", "wrong")).isEqualTo(401);
            assertThat(there.visitor()
                            .form(
                                    "/camunda/api/admin/auth/user/default/login/tasklist",
                                    Map.of("username", "publicity", "password", "wrong"))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(me(here, "publicity", PASSWORD)).isEqualTo(429);
        assertThat(me(there, "publicity", PASSWORD)).isEqualTo(429);
    }

    private static int me(NodeInItsOwnProgram node, String account, String password) {
        return node.visitor().get("/api/me", Visitor.basic(account, password)).statusCode();
    }

    private static void clockIsFollowed(NodeInItsOwnProgram here, NodeInItsOwnProgram there) {
        advance(here, "PT26H");
        Instant ahead = Instant.now().plus(Duration.ofHours(25));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(receivedAt(there)).isAfter(ahead));
    }

    private static Instant receivedAt(NodeInItsOwnProgram node) {
        String body =
                node.visitor().post("/api/petitions", "{\"text\":\"路灯坏了\"}").body();
        return OffsetDateTime.parse(body.replaceAll(".*\"receivedAt\":\"([^\"]+)\".*", "$1"))
                .toInstant();
    }

    private static String petition(NodeInItsOwnProgram node) {
        return node.visitor()
                .post("/api/petitions", "{\"text\":\"井盖碎了\"}")
                .body()
                .replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
    }

    private static void advance(NodeInItsOwnProgram node, String step) {
        HttpResponse<String> moved = node.visitor()
                .post("/api/demo/clock", "{\"advance\":\"" + step + "\"}", Visitor.basic("admin", PASSWORD));
        assertThat(moved.statusCode()).isEqualTo(200);
    }

    private static String upload(Visitor visitor) {
        String file = IntStream.range(0, ROWS)
                .mapToObj(row -> "TN-" + row + ",路灯,第" + row + "盏路灯不亮,2026-03-14 08:05,")
                .collect(Collectors.joining("\n", "externalId,title,text,time,user\n", "\n"));
        String body = "--part\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\nbacklog\r\n--part\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + file + "\r\n--part--\r\n";
        HttpResponse<String> taken =
                visitor.multipart("/api/import", "part", body, Visitor.basic("operator", PASSWORD));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return taken.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private void importIsWhole(NodeInItsOwnProgram node, String id) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(node.visitor()
                                .get("/api/import/" + id, Visitor.basic("operator", PASSWORD))
                                .body())
                        .contains("\"state\":\"done\"", "\"created\":" + ROWS));
        assertThat(number("SELECT count(*) FROM petition WHERE external_id LIKE 'TN-%'"))
                .isEqualTo(ROWS);
        assertThat(number("""
                SELECT count(*) FROM act_hi_procinst WHERE proc_def_key_ = 'PetitionHandling' AND business_key_ IN
                    (SELECT number FROM petition WHERE external_id LIKE 'TN-%')""")).isEqualTo(ROWS);
    }

    private int number(String question) {
        return rows.sql(question).query(Integer.class).single();
    }
}
