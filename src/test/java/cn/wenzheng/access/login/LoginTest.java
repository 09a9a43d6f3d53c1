package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Visitor;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the staff and programs come in, and when they may not. */
class LoginTest extends FromOutside {

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

    private String session() {
        return caller.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private List<String> reasonsOf(String actor) {
        return jdbc.sql("SELECT reason FROM journal WHERE actor = ? AND action = 'login' ORDER BY id")
                .param(actor)
                .query(String.class)
                .list();
    }
}
