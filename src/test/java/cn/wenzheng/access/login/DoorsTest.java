package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.WithDatabase;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/** The doors of the running house, tried from outside. */
@WithDatabase
@ActiveProfiles("doors")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "wenzheng.access.account-attempts=3",
            "wenzheng.access.address-attempts=100",
            "wenzheng.portal.rate-limit=5",
            "camunda.bpm.job-execution.enabled=false"
        })
class DoorsTest {

    private static final String PASSWORD = "correct-horse-battery";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Visitor caller;

    @BeforeAll
    static void moveIn(@Autowired OrganizationDesk organization) {
        String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
        List<Unit> units = List.of(new Unit("0000", "银州市民生诉求中心", 1, null));
        organization.moveIn(
                units,
                List.of(),
                Map.of(
                        person("operator", Role.OPERATOR), hash,
                        person("auditor", Role.AUDITOR), hash,
                        person("admin", Role.ADMIN), hash,
                        person("leaver", Role.OPERATOR), hash,
                        person("victim", Role.OPERATOR), hash));
    }

    private static Person person(String id, Role role) {
        return new Person(id, "人" + id, "0000", EnumSet.of(role));
    }

    @BeforeEach
    void arrives() {
        caller = new Visitor(port);
    }

    @Test
    void aProgramComesInWithItsPasswordAndLeavesNoSession() {
        HttpResponse<String> me = caller.get("/api/me", Visitor.basic("operator", PASSWORD));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"id\":\"operator\"", "\"roles\":[\"operator\"]", "\"unit\":\"0000\"", "银州市民生诉求中心");
        assertThat(me.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void aWrongPasswordIsAskedForAgainInOneSentence() {
        HttpResponse<String> me = caller.get("/api/me", Visitor.basic("operator", "wrong"));

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(me.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(me.body()).contains("/problems/login-wrong", "账号或密码不对");
    }

    @Test
    void noLoginBoxOpensOverAPage() {
        HttpResponse<String> me = caller.get("/api/me", "Accept-Language", "en");

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(me.body()).contains("Please log in first.");
    }

    @Test
    void aWriteWithinASessionNeedsTheToken() {
        assertThat(caller.logIn("operator", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/work");
        String path = "/api/petitions/WZ-20260316-000001/accept";

        HttpResponse<String> without = caller.post(path, "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("/problems/csrf-expired");
        assertThat(caller.post(path, "{}", "X-CSRF-TOKEN", caller.token()).statusCode())
                .isNotEqualTo(403);
    }

    @Test
    void theSessionIsRenewedAtLoginAndItsCookieIsKept() {
        caller.get("/login");
        String before = session();
        HttpResponse<String> login = caller.logIn("operator", PASSWORD);

        assertThat(session()).isNotEqualTo(before);
        assertThat(login.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aPersonWhoLeavesLosesHisSession() {
        caller.logIn("leaver", PASSWORD);
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(200);

        jdbc.sql("DELETE FROM person WHERE id = 'leaver'").update();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(caller.get("/api/me").statusCode()).isEqualTo(401));
    }

    private String session() {
        return caller.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void tooManyWrongPasswordsCloseTheAccountForAWhile() {
        for (int i = 0; i < 3; i++) {
            assertThat(caller.get("/api/me", Visitor.basic("victim", "wrong-" + i))
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> paused = caller.get("/api/me", Visitor.basic("victim", PASSWORD));
        assertThat(paused.statusCode()).isEqualTo(429);
        assertThat(paused.body()).contains("登录尝试次数过多");
        assertThat(caller.logIn("victim", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?paused");
        assertThat(reasonsOf("victim")).containsExactly("login-wrong", "login-wrong", "login-wrong", "login-paused");
    }

    @Test
    void theJournalKeepsNoNameThatIsNoAccount() {
        caller.get("/api/me", Visitor.basic("my-secret-password", "x"));

        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE actor = 'citizen' AND action = 'login'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE journal::text LIKE '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/work",
                "/petitions",
                "/tasks/1/sheet",
                "/import",
                "/supervision",
                "/audit",
                "/camunda/app/tasklist/"
            })
    void theStaffsPagesAskForTheLogin(String path) {
        HttpResponse<String> page = caller.get(path, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/engine-rest/task",
                "/actuator",
                "/actuator/env",
                "/webjars/camunda/app/tasklist/index.html",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist"
            })
    void whatIsNotNamedIsNotThere(String path) {
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        caller.logIn("admin", PASSWORD);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theDescriptionOfTheApiIsForTheAdministrator() {
        assertThat(caller.get("/v3/api-docs").statusCode()).isEqualTo(401);
        assertThat(caller.get("/v3/api-docs", Visitor.basic("operator", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> document = caller.get("/v3/api-docs", Visitor.basic("admin", PASSWORD));
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).contains("\"enum\":[\"inquiry\",\"help\"", "application/problem+json");
    }

    @Test
    void camundasCallsNeedALogin() {
        assertThat(caller.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/login,'none',same-origin,DENY", "/,'none',no-referrer,DENY", "/track,'none',no-referrer,DENY"})
    void everyPageSaysWhatTheBrowserMayDo(String path, String frames, String referrer, String frameOptions) {
        HttpResponse<String> page = caller.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors '" + frames + "'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue(referrer);
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue(frameOptions);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void theSheetMayStandInTasklistsFrame() {
        HttpResponse<String> sheet = caller.get("/tasks/1/sheet");

        assertThat(sheet.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
        assertThat(sheet.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"txt\":1}|unknown-field|txt",
                "{\"text\":1}|field-malformed|text",
                "{\"text\":\"a\",\"text\":\"b\"}|malformed|",
                "{\"text\":\"a\"} x|malformed|",
                "{\"text\"|malformed|",
                "[]|malformed|",
                "{\"text\":\"a\",\"kind\":\"HELP\"}|field-not-in-list|kind",
                "{\"text\":\"a\",\"kind\":3}|field-not-in-list|kind",
                "{\"text\":\"a\\u0000\"}|field-with-null-character|text",
                "{\"text\":\"a\",\"petitioner\":{\"nme\":1}}|unknown-field|petitioner.nme",
                "{\"text\":\"a\",\"lat\":\"x\"}|field-malformed|lat"
            })
    void jsonIsTakenByTheLetter(String body, String slug, String field) {
        HttpResponse<String> answer = caller.post("/api/petitions", body, Visitor.basic("operator", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"/problems/" + slug + "\"").doesNotContain("cn.wenzheng", "Exception");
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Test
    void whatIsNoRequestIsSaidSo() {
        String[] login = Visitor.basic("operator", PASSWORD);
        assertThat(caller.post("/api/me", "{}", login).statusCode()).isEqualTo(405);
        assertThat(caller.form("/api/petitions", Map.of("text", "a"), login).statusCode())
                .isEqualTo(415);
        assertThat(caller.get("/api/units?page=x", login).statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/petitions?status=nonsense", login).body())
                .contains("field-not-in-list", "received");
        assertThat(caller.get("/api/petitions?q=a%00b", login).statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/nothing", login).statusCode()).isEqualTo(404);
        assertThat(caller.post("/api/petitions", "{\"text\":\"" + "a".repeat(1 << 20) + "\"}", login)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFloodFromOneAddressIsHeldBackAndTheStaffIsNot() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            last = caller.post("/api/petitions", "{}");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("提交过于频繁");
        assertThat(last.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]\\d?"));
        assertThat(caller.form("/", Map.of("text", "")).statusCode()).isEqualTo(429);
        assertThat(caller.post("/api/petitions", "{}", Visitor.basic("operator", PASSWORD))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRefusedCommandIsWrittenDown() {
        caller.post(
                "/api/petitions/WZ-20260316-999999/accept",
                "{\"kind\":\"help\",\"category\":\"1\",\"nonsense\":1}",
                Visitor.basic("operator", PASSWORD));

        assertThat(jdbc.sql("""
                        SELECT action || ' ' || outcome || ' ' || reason || ' ' || door FROM journal
                        WHERE petition = 'WZ-20260316-999999' AND actor = 'operator'""").query(String.class).list()).containsExactly("accept refused unknown-field api");
    }

    private List<String> reasonsOf(String actor) {
        return jdbc.sql("SELECT reason FROM journal WHERE actor = ? AND action = 'login' ORDER BY id")
                .param(actor)
                .query(String.class)
                .list();
    }
}
