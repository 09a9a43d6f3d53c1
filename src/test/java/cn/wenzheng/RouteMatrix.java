package cn.wenzheng;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletResponse;

/** The expected answers of {@code routes.txt}, one line a route. */
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
    static final String FILE = "FILE";

    private static final String CENTRE = "operator dispatcher reviewer supervisor auditor";
    private static final String READERS = CENTRE + " assessor publicity unit head";
    private static final String STAFF = READERS + " admin other";

    static final List<Row> ROWS = read();

    private static List<Row> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                        RouteMatrix.class.getResourceAsStream("/routes.txt"), StandardCharsets.UTF_8))
                .lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    private RouteMatrix() {}

    /**
     * One line of the matrix.
     *
     * @param others what the rest of the staff hears; {@code other:404} after it for a unit that has no part
     */
    record Row(String route, Set<String> in, String others, String stranger, String body) {

        static Row of(String line) {
            String[] parts = line.split(" \\| ");
            String in =
                    parts[1].replace("STAFF", STAFF).replace("READERS", READERS).replace("CENTRE", CENTRE);
            return new Row(parts[0], Set.of(in.split(" +")), parts[2], parts[3], parts.length < 5 ? "" : parts[4]);
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
                    .orElse(others.split(" ")[0]);
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
