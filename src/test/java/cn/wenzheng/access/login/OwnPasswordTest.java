package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A password that an administrator has set lets its person choose his own and do nothing else. */
@Import(CountedStatements.class)
@TestPropertySource(properties = CountedStatements.MIGRATIONS)
class OwnPasswordTest extends FromOutside {

    private static final String CHOSEN = "Zhongxin-Tram-4711";

    @Autowired
    private StatementCounter counter;

    private String temporary;
    private int lines;

    @BeforeEach
    void theAdministratorSetsAPassword() {
        jdbc.sql("DELETE FROM attempt").update();
        lines = lines("password-changed");
        temporary = caller.post("/api/admin/people/newcomer/password", "{}", Visitor.basic("admin", PASSWORD))
                .body()
                .replaceAll(".*\"value\":\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/work", "/petitions?q=x", "/notices", "/admin", "/camunda/app/tasklist/", "/camunda/lib/x.js"})
    void everyPageLeadsToTheOwnAccount(String page) {
        assertThat(location(caller.logIn("newcomer", temporary))).endsWith("/work");

        HttpResponse<String> answer = caller.get(page, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks", "/api/petitions", "/api/petitions/WZ-20260316-000001", "/api/units"})
    void aProgramIsToldWhereToChangeIt(String path) {
        HttpResponse<String> answer = caller.get(path, Visitor.basic("newcomer", temporary));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/password-is-new", "/account");
        assertThat(caller.get("/api/me", Visitor.basic("newcomer", temporary)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theWebappsCallsAreRefusedAndLeavingIsNot() {
        caller.logIn("newcomer", temporary);
        assertThat(caller.get("/camunda/api/engine/engine/default/task").body()).contains("password-is-new");

        assertThat(caller.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void hisOwnPasswordOpensTheHouseAndEndsTheOtherLogins() {
        Visitor elsewhere = visitor();
        elsewhere.logIn("newcomer", temporary);
        caller.logIn("newcomer", temporary);
        assertThat(caller.get("/account").body()).contains("请先换成只有您自己知道的密码", "人newcomer");

        HttpResponse<String> changed = form(temporary, CHOSEN, CHOSEN);

        assertThat(location(changed)).endsWith("/account?changed");
        assertThat(caller.get("/account?changed").body()).contains("密码已修改").doesNotContain("请先换成");
        assertThat(caller.get("/work").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(visitor()
                        .get("/api/me", Visitor.basic("newcomer", temporary))
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor()
                        .get("/api/tasks", Visitor.basic("newcomer", CHOSEN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(lines("password-changed")).isEqualTo(lines + 1);
        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE journal::text LIKE '%' || ? || '%'")
                        .param(CHOSEN)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aProgramChangesItToo() {
        String command = "{\"old\":\"%s\",\"new\":\"%s\",\"again\":\"%s\"}".formatted(temporary, CHOSEN, CHOSEN);

        assertThat(caller.post("/api/account/password", command, Visitor.basic("newcomer", temporary))
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.get("/api/units", Visitor.basic("newcomer", CHOSEN)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'',Zhongxin-Tram-4711,Zhongxin-Tram-4711,old,field-required",
        "x,Zhongxin-Tram-4711,Zhongxin-Tram-4711,old,password-old-wrong",
        "RIGHT,short,short,new,password-short",
        "RIGHT,123456789012,123456789012,new,password-common",
        "RIGHT,Zhongxin-Tram-4711,Zhongxin-Tram-4712,again,password-differs",
        "RIGHT,RIGHT,RIGHT,new,password-same"
    })
    void whatIsWrongIsSaidBesideItsField(String old, String chosen, String again, String field, String slug) {
        String command = "{\"old\":\"%s\",\"new\":\"%s\",\"again\":\"%s\"}"
                .formatted(old, chosen, again)
                .replace("RIGHT", temporary);

        HttpResponse<String> answer =
                caller.post("/api/account/password", command, Visitor.basic("newcomer", temporary));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/" + slug + "\"", "\"field\":\"" + field + "\"");
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsNoPassword() {
        caller.logIn("newcomer", temporary);

        HttpResponse<String> page = form("x", CHOSEN, CHOSEN);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("现在的密码不对", "id=\"old-error\"").doesNotContain(CHOSEN);
        assertThat(form(temporary, "1", "1").body()).contains("id=\"new-error\"", "至少要有 12 个字符");
    }

    @Test
    void guessingTheOldOneCountsAsAtALogin() {
        caller.logIn("newcomer", temporary);
        for (int guess = 0; guess < 3; guess++) {
            assertThat(form("guess-" + guess, CHOSEN, CHOSEN).statusCode()).isEqualTo(422);
        }

        assertThat(form(temporary, CHOSEN, CHOSEN).statusCode()).isEqualTo(429);
        assertThat(location(visitor().logIn("newcomer", temporary))).endsWith("/login?paused");
    }

    @Test
    void aForgedFormChangesNothing() {
        caller.logIn("newcomer", temporary);

        assertThat(caller.form("/account", Map.of("old", temporary, "new", CHOSEN, "again", CHOSEN))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor()
                        .get("/api/me", Visitor.basic("newcomer", temporary))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePageAndTheQuestionStayWithinTheBudget() throws Exception {
        caller.logIn("newcomer", temporary);
        caller.get("/account");

        assertThat(counter.of(() -> caller.get("/account")).statements()).isLessThanOrEqualTo(8);
        assertThat(counter.of(() -> caller.get("/work")).statements()).isLessThanOrEqualTo(3);
    }

    private HttpResponse<String> form(String old, String chosen, String again) {
        return caller.form("/account", Map.of("old", old, "new", chosen, "again", again, "_csrf", caller.token()));
    }

    private int lines(String action) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE action = ? AND actor = 'newcomer'")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
