package cn.wenzheng;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * The expected answers, one line a route: method and path, who gets in, what the other staff hears (403 or 404), what a
 * stranger hears (in, login or 404), and the body that is sent.
 */
final class RouteMatrix {

    /** The demo city's accounts: one for each role, a unit with its head, another unit, and somebody without a login. */
    static final List<String> CALLERS = List.of(
            "operator",
            "dispatcher",
            "reviewer",
            "supervisor",
            "assessor",
            "publicity",
            "auditor",
            "admin",
            "unit",
            "head",
            "other",
            "nobody");

    /** Routes that libraries bring: the error page and the description of the API, which other tests ask for. */
    static final Set<String> LIBRARIES = Set.of(
            "ANY ${server.error.path:${error.path:/error}}",
            "ANY /error",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /v3/api-docs/swagger-config");

    /** Stands for an uploaded file without a row. */
    static final String FILE = "file";

    private static final String CENTRE = "operator dispatcher reviewer supervisor auditor ";
    private static final String READERS = CENTRE + "assessor publicity unit head";
    private static final String STAFF = READERS + " admin other";

    static final List<Row> ROWS = List.of(
            // citizens
            row("GET /", STAFF, "403", "in"),
            row("POST /", STAFF, "403", "in"),
            row("GET /track", STAFF, "403", "in"),
            row("POST /track", "", "404", "404"),
            row("GET /track/{number}", STAFF, "403", "in"),
            row("POST /track/{number}/messages", "", "404", "404"),
            row("POST /track/{number}/withdraw", "", "404", "404"),
            row("GET /login", STAFF, "403", "in"),
            row("POST /api/petitions", STAFF, "403", "in", "{\"text\":\"\"}"),
            row("POST /api/petitions/{number}/replies", "", "404", "404", "{\"text\":\"谢谢\"}"),
            row("POST /api/petitions/{number}/withdraw", "", "404", "404"),
            // pages of the staff
            row("GET /work", STAFF, "403", "login"),
            row("GET /petitions", STAFF, "403", "login"),
            row("GET /petitions/{number}", READERS, "404", "login"),
            row("GET /tasks/{id}/sheet", "operator", "404", "login"),
            row("GET /supervision", "supervisor auditor assessor unit head other", "403", "login"),
            row("GET /audit", "auditor supervisor", "403", "login"),
            row("GET /assessment", "assessor supervisor auditor", "403", "login"),
            row("GET /import", "operator", "403", "login"),
            row("GET /import/{id}", "", "404", "login"),
            row("GET /import/sample.csv", STAFF, "403", "login"),
            row("POST /import", "operator", "403", "login", FILE),
            // reading
            row("GET /api/me", STAFF, "403", "login"),
            row("GET /api/csrf", STAFF, "403", "in"),
            row("GET /api/units", STAFF, "403", "login"),
            row("GET /api/categories", STAFF, "403", "login"),
            row("GET /api/petitions", STAFF, "403", "login"),
            row("GET /api/petitions/{number}", READERS, "404", "404"),
            row("GET /api/supervision/slips", "supervisor auditor assessor unit head other", "403", "login"),
            row("GET /api/assessment/facts", "assessor supervisor auditor", "403", "login"),
            row("GET /api/audit/petitions/{number}", "auditor supervisor", "403", "login"),
            row("GET /api/audit/petitions/{number}/path", "auditor supervisor", "403", "login"),
            row("POST /api/deadlines/preview", STAFF, "403", "login", "{\"receivedAt\":\"2026-03-16T09:00:00+08:00\"}"),
            // commands
            row(
                    "POST /api/petitions/{number}/accept",
                    "operator",
                    "403",
                    "login",
                    "{\"kind\":\"help\",\"category\":\"x\"}"),
            row(
                    "POST /api/petitions/{number}/refuse",
                    "operator",
                    "403",
                    "login",
                    "{\"reason\":\"secrets\",\"note\":\"x\"}"),
            row("POST /api/petitions/{number}/assign", "operator dispatcher", "403", "login", "{\"lead\":\"0107\"}"),
            row(
                    "POST /api/petitions/{number}/reassign",
                    "dispatcher",
                    "403",
                    "login",
                    "{\"lead\":\"0101\",\"reason\":\"x\"}"),
            row(
                    "POST /api/petitions/{number}/handle",
                    "unit head",
                    "403 other:404",
                    "login",
                    "{\"answer\":\"a\",\"publicAnswer\":\"b\",\"solved\":true}"),
            row("POST /api/petitions/{number}/review", "reviewer", "403", "login", "{\"pass\":true}"),
            row(
                    "POST /api/petitions/{number}/close",
                    "reviewer",
                    "403",
                    "login",
                    "{\"reached\":false,\"reason\":\"x\"}"),
            row(
                    "POST /api/petitions/{number}/messages",
                    "unit head reviewer",
                    "403 other:404",
                    "login",
                    "{\"text\":\"您好\"}"),
            row(
                    "POST /api/petitions/{number}/reveal",
                    CENTRE,
                    "403 other:404 admin:404",
                    "login",
                    "{\"field\":\"phone\",\"reason\":\"回访\"}"),
            // tasks
            row("GET /api/tasks", STAFF, "403", "login"),
            row("GET /api/tasks/{id}", "operator", "404", "login"),
            row("GET /api/tasks/{id}/draft", "operator", "404", "login"),
            row("PUT /api/tasks/{id}/draft", "operator", "404", "login", "{}"),
            row("DELETE /api/tasks/{id}/draft", "operator", "404", "login"),
            row("POST /api/tasks/{id}/release", "operator", "404", "login"),
            row("GET /api/tasks/{id}/colleagues", "operator", "404", "login"),
            row("POST /api/tasks/{id}/handover", "operator", "404", "login", "{\"colleague\":\"nobody\"}"),
            // import
            row("GET /api/import", "operator", "403", "login"),
            row("GET /api/import/{id}", "", "404", "login"),
            row("POST /api/import", "operator", "403", "login", FILE),
            // demo
            row("POST /api/demo/clock", "admin", "403", "login", "{\"advance\":\"PT0S\"}"));

    private RouteMatrix() {}

    private static Row row(String route, String in, String others, String stranger, String... body) {
        return new Row(route, Set.of(in.strip().split(" +")), others, stranger, body.length == 0 ? "" : body[0]);
    }

    /**
     * One line of the matrix.
     *
     * @param others what the rest of the staff hears; {@code other:404} after it for a unit that has no part
     */
    record Row(String route, Set<String> in, String others, String stranger, String body) {

        static Row of(String line) {
            String[] parts = line.split(" \\| ");
            return row(parts[0], parts[1], parts[2], parts[3]);
        }

        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }

        String expected(String caller) {
            if (caller.equals("nobody")) {
                return stranger;
            }
            if (in.contains(caller)) {
                return "in";
            }
            return Arrays.stream(others.split(" "))
                    .filter(word -> word.startsWith(caller + ":"))
                    .map(word -> word.substring(caller.length() + 1))
                    .findFirst()
                    .orElse(others.substring(0, 3));
        }
    }

    static String account(String caller) {
        return switch (caller) {
            case "unit" -> "0107";
            case "head" -> "0107-head";
            case "other" -> "0101";
            default -> caller;
        };
    }

    /** In is what is neither kept out nor broken. */
    static boolean fits(String expected, MockHttpServletResponse answer) {
        int status = answer.getStatus();
        return switch (expected) {
            case "in" -> status < 300 || status == 409 || status == 422;
            case "login" ->
                status == 401
                        || status == 302
                                && String.valueOf(answer.getRedirectedUrl()).endsWith("/login");
            default -> expected.equals(String.valueOf(status));
        };
    }
}
