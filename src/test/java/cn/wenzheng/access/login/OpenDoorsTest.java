package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What stands open, what asks for a login, what is not there, and what the browser is told. */
/** Its visitors are many at one address. */
@TestPropertySource(properties = "wenzheng.portal.rate-limit=1000")
class OpenDoorsTest extends FromOutside {

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

    @Test
    void camundasPagesKeepTheirOwnHeadersAndTheProductsLogin() {
        caller.logIn("admin", PASSWORD);
        HttpResponse<String> page = caller.get("/camunda/app/welcome/default/", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("nonce-");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void leavingTasklistLeavesTheHouse() {
        caller.logIn("operator", PASSWORD);
        assertThat(caller.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormWithoutATokenIsRefusedInOneSentence() {
        HttpResponse<String> page =
                caller.form("/login", Map.of("username", "operator", "password", PASSWORD), "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("页面停留时间过长");
    }

    @Test
    void aReplyAfterTheSessionHasEndedIsNotLost() {
        HttpResponse<String> page = caller.form("/track/WZ-20260316-000001/add", Map.of("text", "灯还没有修好"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("灯还没有修好");
    }
}
