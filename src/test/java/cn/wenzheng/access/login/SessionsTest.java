package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.city.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.management.BadAttributeValueExpException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.test.context.TestPropertySource;

/** What a login leaves in the database, what it costs, and the webapps' own way to log in. */
@Import(CountedStatements.class)
@TestPropertySource(properties = CountedStatements.MIGRATIONS)
class SessionsTest extends FromOutside {

    private static final String WEBAPP_LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

    @Autowired
    private StatementCounter counter;

    @BeforeEach
    void nobodyIsHere() {
        jdbc.sql("DELETE FROM spring_session").update();
        jdbc.sql("DELETE FROM attempt").update();
    }

    @Test
    void readersMakeNoSession() {
        for (String path : List.of("/", "/track", "/track/WZ-20260316-000001", "/login", "/api/csrf", "/nothing")) {
            caller.get(path, "Accept", "text/html");
        }
        assertThat(caller.get("/work", "Accept", "text/html").statusCode()).isEqualTo(302);
        assertThat(caller.get("/camunda/app/tasklist/", "Accept", "text/html").statusCode())
                .isEqualTo(302);
        caller.form("/login", Map.of("username", "operator", "password", "x", "_csrf", "x"));
        assertThat(sessions()).isZero();
    }

    @Test
    void theLoginLeadsToThePageThatAskedForIt() {
        caller.get("/audit", "Accept", "text/html");
        assertThat(caller.logIn("admin", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/audit");
    }

    @Test
    void aSessionCostsTwoStatementsARequestAtMost() throws Exception {
        caller.logIn("operator", PASSWORD);
        caller.get("/api/me");

        assertThat(counter.of(() ->
                                assertThat(caller.get("/api/me").statusCode()).isEqualTo(200))
                        .statements())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void readingWritesNothing() throws Exception {
        caller.logIn("operator", PASSWORD);
        caller.get("/api/me");

        assertThat(counter.of(() -> caller.get("/work")).writingCommits()).isZero();
    }

    /** Both are asked every few seconds while a page is open, whether somebody looks or not. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/notices/unread", "/petitions/news"})
    void whatAPageAsksByItselfNeitherWritesNorKeepsTheSessionAlive(String question) throws Exception {
        caller.logIn("operator", PASSWORD);
        passMinutes(10);
        long before = lastAccess();
        assertThat(counter.of(() ->
                                assertThat(caller.get(question).statusCode()).isEqualTo(200))
                        .writingCommits())
                .isZero();
        assertThat(lastAccess()).isEqualTo(before);
        passMinutes(21);
        assertThat(caller.get(question, "Accept", "application/json").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void whatAPersonAsksKeepsTheSessionAlive() {
        caller.logIn("operator", PASSWORD);
        passMinutes(10);
        long before = lastAccess();
        caller.get("/api/me");
        assertThat(lastAccess()).isGreaterThan(before);
        passMinutes(21);
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(200);
    }

    private void passMinutes(int minutes) {
        jdbc.sql("UPDATE spring_session SET last_access_time = last_access_time - :t, expiry_time = expiry_time - :t")
                .param("t", minutes * 60_000L)
                .update();
    }

    private long lastAccess() {
        return jdbc.sql("SELECT last_access_time FROM spring_session")
                .query(Long.class)
                .single();
    }

    @Test
    void theWebappsAddNothingToASessionButTheirToken() throws Exception {
        caller.logIn("admin", PASSWORD);
        caller.get("/camunda/app/welcome/default/", "Accept", "text/html");
        String question = "/camunda/api/admin/auth/user/default";
        caller.get(question);

        assertThat(counter.of(() ->
                                assertThat(caller.get(question).body()).contains("\"userId\":\"admin\"", "\"cockpit\""))
                        .statements())
                .isLessThanOrEqualTo(3);
        assertThat(jdbc.sql("SELECT attribute_name FROM spring_session_attributes ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("CAMUNDA_CSRF_TOKEN", "SPRING_SECURITY_CONTEXT");
    }

    @Test
    void onlyWhatALoginPutsInComesOut() throws IOException {
        SecurityContextImpl login = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new User("operator", "", List.of()), null, List.of(new SimpleGrantedAuthority("ROLE_OPERATOR"))));
        assertThat(Sessions.read(bytes(login))).isEqualTo(login);
        assertThat(Sessions.read(bytes(new BadAttributeValueExpException("x")))).isNull();
        assertThat(Sessions.read(new byte[] {1, 2, 3})).isNull();
    }

    @Test
    void aSessionThatCannotBeReadIsNoLogin() {
        caller.logIn("operator", PASSWORD);
        jdbc.sql("UPDATE spring_session_attributes SET attribute_bytes = '\\x010203'")
                .update();
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theWebappsOwnLoginIsTheProducts() {
        HttpResponse<String> login = webappLogin("admin", PASSWORD);
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("\"userId\":\"admin\"", "\"authorizedApps\":[", "\"tasklist\"", "\"admin\"");

        assertThat(caller.get("/api/me").body()).contains("\"id\":\"admin\"");
        assertThat(caller.get("/camunda/api/engine/engine/default/version").statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongPasswordsAtTheWebappsCountAsEverywhere() {
        assertThat(webappLogin("victim", "wrong").statusCode()).isEqualTo(401);
        assertThat(caller.get("/api/me", Visitor.basic("victim", "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(caller.logIn("victim", "wrong")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?error");

        assertThat(webappLogin("victim", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(caller.get("/api/me", Visitor.basic("victim", PASSWORD)).statusCode())
                .isEqualTo(429);
        assertThat(sessions()).isZero();
    }

    @Test
    void whoIsLoggedInNeedsTheWebappsTokenToLogInAnew() {
        caller.logIn("operator", PASSWORD);
        assertThat(webappLogin("admin", PASSWORD).statusCode()).isEqualTo(403);
        caller.get("/camunda/app/tasklist/default/", "Accept", "text/html");
        assertThat(webappLogin("admin", PASSWORD).statusCode()).isEqualTo(403);
        assertThat(webappLogin("admin", PASSWORD, "X-XSRF-TOKEN", "null").statusCode())
                .isEqualTo(403);
        String token = caller.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(webappLogin("admin", PASSWORD, "X-XSRF-TOKEN", token).statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/api/me").body()).contains("\"id\":\"admin\"");
    }

    private HttpResponse<String> webappLogin(String account, String password, String... headers) {
        return caller.form(WEBAPP_LOGIN, Map.of("username", account, "password", password), headers);
    }

    private int sessions() {
        return jdbc.sql("SELECT count(*) FROM spring_session")
                .query(Integer.class)
                .single();
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
