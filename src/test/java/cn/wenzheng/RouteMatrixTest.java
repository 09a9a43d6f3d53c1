package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the house for every kind of caller: who gets in, who hears no, for whom it is not there.
 *
 * <p>The petition asked about is a closed one of unit 0107, the task is one of acceptance; the bodies are such that
 * nothing is changed. "In" means past the question who may: what the state then allows is for other tests.
 */
@WithDatabase
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "wenzheng.portal.rate-limit=1000"})
class RouteMatrixTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PetitionProcess process;

    @Autowired
    private OrganizationDesk organization;

    private String number;
    private String task;

    @BeforeEach
    void findPetitionAndTask() {
        number = jdbc.sql("SELECT number FROM petition WHERE status = 'CLOSED'")
                .query(String.class)
                .single();
        Actor operator = Actor.of(organization.person("operator").orElseThrow(), Door.API);
        task = process.tasksOf(operator, 0, 200).items().stream()
                .filter(open -> open.task().equals("AcceptPetition"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void everyRouteIsListed() {
        assertThat(unlisted(routes(mapping))).isEmpty();
        assertThat(RouteMatrix.ROWS).extracting(RouteMatrix.Row::route).isSubsetOf(routes(mapping));
    }

    @Test
    void everyCallerGetsTheExpectedAnswer() {
        assertThat(RouteMatrix.ROWS.stream().flatMap(row -> findings(row).stream()))
                .isEmpty();
    }

    @Test
    void anUnlistedRouteIsFound() {
        assertThat(unlisted(routes(withForgottenRoute()))).containsExactly("GET /api/forgotten");
    }

    @Test
    void aWrongExpectationIsFound() {
        RouteMatrix.Row wrong = RouteMatrix.Row.of("GET /api/units | operator | 404 | login");

        assertThat(findings(wrong))
                .contains("GET /api/units auditor: expected 404, was 200")
                .doesNotContain("GET /api/units operator: expected in, was 200");
    }

    private static Set<String> unlisted(Set<String> routes) {
        Set<String> unlisted = new TreeSet<>(routes);
        RouteMatrix.ROWS.forEach(row -> unlisted.remove(row.route()));
        return unlisted;
    }

    private static Set<String> routes(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> methods(info).stream()
                        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(route -> !RouteMatrix.LIBRARIES.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).toList();
    }

    private static RequestMappingHandlerMapping withForgottenRoute() {
        StaticApplicationContext house = new StaticApplicationContext();
        house.registerSingleton("forgotten", Forgotten.class);
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(house);
        mapping.afterPropertiesSet();
        return mapping;
    }

    @RestController
    static class Forgotten {

        @GetMapping("/api/forgotten")
        String forgotten() {
            return "";
        }
    }

    private List<String> findings(RouteMatrix.Row row) {
        List<String> findings = new ArrayList<>();
        for (String caller : RouteMatrix.CALLERS) {
            String expected = row.expected(caller);
            MockHttpServletResponse answer = ask(row, caller);
            if (!RouteMatrix.fits(expected, answer)) {
                findings.add(row.route() + " " + caller + ": expected " + expected + ", was " + answer.getStatus());
            }
        }
        return findings;
    }

    private MockHttpServletResponse ask(RouteMatrix.Row row, String caller) {
        String path = row.path()
                .replace("{number}", number)
                .replace("{channel}", "weibo")
                .replace("{account}", "none")
                .replace("{size:thumbnail|bmiddle|large}/{file:[0-9]+}", "large/0")
                .replace("{id}", row.path().contains("tasks") ? task : "none");
        var request = request(row, path)
                .header("Accept", isCall(path) ? "application/json" : "text/html")
                .with(csrf());
        if (!caller.equals("nobody")) {
            request.with(user(RouteMatrix.account(caller)));
        }
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(row.route() + " " + caller, failure);
        }
    }

    private static boolean isCall(String path) {
        return path.startsWith("/api/") || path.startsWith("/simulator/");
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(RouteMatrix.Row row, String path) {
        if (row.body().equals(RouteMatrix.FILE)) {
            return MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", new byte[0]));
        }
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), path);
        return row.body().isEmpty()
                ? request
                : request.contentType("application/json").content(row.body());
    }
}
