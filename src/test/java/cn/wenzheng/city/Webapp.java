package cn.wenzheng.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that is logged in to the product and speaks to Camunda's webapps as their scripts do. */
public final class Webapp {

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Webapp(String address) {
        this.address = address;
    }

    /** Logs in on the product's own page and opens one of the webapps. */
    public static Webapp opened(String address, String account, String password, String app) {
        Webapp webapp = new Webapp(address);
        Matcher token = TOKEN.matcher(webapp.page(HttpRequest.newBuilder(webapp.uri("/login"))));
        if (!token.find()) {
            throw new AssertionError("the login page has no token");
        }
        String form = "username=" + account + "&password=" + password + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        webapp.page(HttpRequest.newBuilder(webapp.uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        webapp.page(HttpRequest.newBuilder(webapp.uri("/camunda/app/" + app + "/default/")));
        return webapp;
    }

    public Reply get(String path) {
        return reply(call(path).GET());
    }

    public Reply post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    public Reply send(String method, String path, Map<String, ?> body) {
        try {
            return reply(call(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    private HttpRequest.Builder call(String path) {
        HttpRequest.Builder call = HttpRequest.newBuilder(uri(path)).header("Accept", "application/json");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> call.header("X-XSRF-TOKEN", token));
        return call;
    }

    private String page(HttpRequest.Builder request) {
        return new String(answer(request).body(), StandardCharsets.UTF_8);
    }

    private Reply reply(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = answer(request);
        try {
            JsonNode body = JSON.readTree(answer.body());
            return new Reply(answer.statusCode(), body);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }
}
