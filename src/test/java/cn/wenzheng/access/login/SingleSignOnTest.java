package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The city's own login opens the house to those who work in it, and to nobody else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleSignOnTest extends FromOutside {

    private static final OpenIdProvider PROVIDER = new OpenIdProvider();

    @Autowired
    private OrganizationDesk organization;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("wenzheng.sso.issuer", PROVIDER::issuer);
        settings.add("wenzheng.sso.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("wenzheng.sso.client-secret", () -> OpenIdProvider.SECRET);
        settings.add("wenzheng.sso.roles.hotline", () -> "operator,dispatcher");
        settings.add("wenzheng.sso.roles.it", () -> "admin");
    }

    @AfterAll
    static void leaves() {
        PROVIDER.goes();
    }

    @BeforeEach
    void theProviderVouchesForAnOperator() {
        PROVIDER.account = "operator";
        PROVIDER.groups = List.of("Hotline", "choir");
        PROVIDER.spoilt = UnaryOperator.identity();
        PROVIDER.signedByAStranger = false;
        PROVIDER.complaints.clear();
    }

    /** First, while nobody has asked the provider yet: the house stands although it is away. */
    @Test
    @Order(1)
    void aProviderThatIsAwayIsSaidAndThePasswordsStillOpen() {
        assertThat(caller.get("/login").body()).contains("统一身份登录", "/oauth2/authorization/city");

        HttpResponse<String> away = caller.get("/oauth2/authorization/city", "Accept", "text/html");

        assertThat(location(away)).endsWith("/login?refused=sso-away");
        assertThat(caller.get("/login?refused=sso-away").body()).contains("暂时连接不上");
        assertThat(location(caller.logIn("victim", PASSWORD))).endsWith("/work");
    }

    @Test
    void whoeverTheProviderVouchesForIsInWithTheRolesOfHisGroups() {
        assertThat(location(comesIn())).endsWith("/work");

        assertThat(PROVIDER.complaints).isEmpty();
        assertThat(caller.get("/api/me").body())
                .contains("\"id\":\"operator\"", "\"roles\":[\"operator\",\"dispatcher\"]");
        assertThat(caller.get("/work").statusCode()).isEqualTo(200);
        assertThat(caller.get("/camunda/app/tasklist/default/", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/camunda/api/engine/engine/default/version").statusCode())
                .isEqualTo(200);
        assertThat(journal("operator", "logged-in")).isPositive();
        assertThat(roleChanges("operator")).isOne();

        comesIn();
        assertThat(roleChanges("operator")).isOne();
    }

    @Test
    void hisSessionHoldsTheSameSmallLoginAsAfterAPassword() {
        jdbc.sql("DELETE FROM spring_session").update();
        comesIn();

        assertThat(jdbc.sql("SELECT attribute_name FROM spring_session_attributes ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("SPRING_SECURITY_CONTEXT", "cn.wenzheng.access.CameBySingleSignOn");
        assertThat(jdbc.sql("""
                        SELECT principal_name || ' ' || count(*) FROM spring_session_attributes
                        JOIN spring_session ON primary_id = session_primary_id
                        WHERE position('never-kept' IN encode(attribute_bytes, 'escape')) = 0
                          AND position('Oidc' IN encode(attribute_bytes, 'escape')) = 0
                        GROUP BY principal_name""").query(String.class).list()).containsExactly("operator 2");
    }

    @Test
    void theLoginLeadsToThePageThatAskedForItAndLeavingEndsIt() {
        caller.get("/notices", "Accept", "text/html");
        assertThat(location(comesIn())).endsWith("/notices");

        caller.form("/logout", Map.of("_csrf", caller.token()));
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-here", "' OR 1=1", "", "citizen"})
    void whoIsNotInTheRegisterIsToldWhomToAsk(String account) {
        PROVIDER.account = account;

        assertThat(location(comesIn())).endsWith("/login?refused=sso-unknown");

        assertThat(caller.get("/login?refused=sso-unknown").body()).contains("请联系银州市民生诉求中心的系统管理员");
        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE reason = 'sso-unknown' AND actor = 'citizen'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoIsDisabledIsNotLetIn() {
        caller.post("/api/admin/people/leaver/disable", "{}", Visitor.basic("admin", PASSWORD));
        PROVIDER.account = "leaver";

        assertThat(location(comesIn())).endsWith("/login?refused=sso-unknown");
    }

    @Test
    void whoseGroupsHaveNoRoleIsNotLetIn() {
        PROVIDER.account = "victim";
        PROVIDER.groups = List.of("choir");

        assertThat(location(comesIn())).endsWith("/login?refused=sso-no-role");
        assertThat(roles("victim")).containsExactly(Role.OPERATOR);
    }

    @Test
    void theRulesOfTheHouseHoldForGroupsToo() {
        PROVIDER.account = "victim";
        PROVIDER.groups = List.of("hotline", "it");
        assertThat(location(comesIn())).endsWith("/login?refused=sso-roles");
        assertThat(journal("victim", "login", "role-stands-alone")).isOne();

        PROVIDER.account = "admin";
        PROVIDER.groups = List.of("hotline");
        assertThat(location(comesIn())).endsWith("/login?refused=sso-roles");
        assertThat(journal("admin", "login", "last-admin")).isOne();
        assertThat(roles("admin")).containsExactly(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "issuer", "audience", "expired", "signature"})
    void whatIsNotGenuineOpensNothing(String wrong) {
        PROVIDER.signedByAStranger = wrong.equals("signature");
        PROVIDER.spoilt = claims -> spoil(claims, wrong);

        assertThat(location(comesIn())).endsWith("/login?refused=sso-failed");

        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
    }

    private static JWTClaimsSet.Builder spoil(JWTClaimsSet.Builder claims, String what) {
        return switch (what) {
            case "nonce" -> claims.claim("nonce", "of-another-login");
            case "issuer" -> claims.issuer("http://127.0.0.1:1");
            case "audience" -> claims.audience("another-product");
            case "expired" -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)));
            default -> claims;
        };
    }

    @Test
    void anAnswerNobodyHasAskedForOpensNothing() {
        HttpResponse<String> forged = caller.get("/login/oauth2/code/city?code=code-1&state=x", "Accept", "text/html");

        assertThat(location(forged)).endsWith("/login?refused=sso-failed");
        assertThat(caller.get("/login?refused=%3Cb%3Ex").body()).doesNotContain("<b>x");
    }

    @Test
    void whoComesThisWayIsNotAskedForAPasswordOfOurs() {
        caller.post("/api/admin/people/newcomer/password", "{}", Visitor.basic("admin", PASSWORD));
        PROVIDER.account = "newcomer";
        caller = visitor();

        assertThat(location(comesIn())).endsWith("/work");

        assertThat(caller.get("/work").statusCode()).isEqualTo(200);
        assertThat(caller.get("/account").body()).contains("您这次是统一身份登录的").doesNotContain("请先换成");
    }

    /** As a browser goes: to the provider, which sends it back with a code. */
    private HttpResponse<String> comesIn() {
        PROVIDER.comes();
        String there = location(caller.get("/oauth2/authorization/city"));
        URI back = URI.create(location(asked(there)));
        return caller.get(back.getRawPath() + "?" + back.getRawQuery(), "Accept", "text/html");
    }

    private static HttpResponse<String> asked(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private Set<Role> roles(String account) {
        return organization.person(account).map(Person::roles).orElseThrow();
    }

    private int journal(String actor, String action) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE actor = ? AND action = ?")
                .params(actor, action)
                .query(Integer.class)
                .single();
    }

    private int journal(String actor, String action, String reason) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE actor = ? AND action = ? AND reason = ?")
                .params(actor, action, reason)
                .query(Integer.class)
                .single();
    }

    private int roleChanges(String person) {
        return jdbc.sql("""
                        SELECT count(*) FROM journal WHERE actor = 'system' AND action = 'person-changed'
                        AND after ->> 'person' = ? AND after ->> 'roles' LIKE '%dispatcher%'""").param(person).query(Integer.class).single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
