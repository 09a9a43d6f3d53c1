package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product, and a program of citizens that speaks Open311. */
abstract class Open311Scene extends CityTest {

    static final String ROOT = "/open311/v2";
    static final String LIGHTS = "C010601";
    static final String KEY = "demo-open311-key";
    static final String OTHER_KEY = "another-program";

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    JdbcClient rows;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock time;

    Clerk admin;
    Clerk publicity;

    @BeforeEach
    void twoProgramsHaveKeys() {
        admin = clerk("admin");
        publicity = clerk("publicity");
        if (accounts.find(Channel.OPEN311, "other").isEmpty()) {
            long id = admin.caller()
                    .post(
                            "/api/admin/channels",
                            Map.of(
                                    "channel", "open311", "code", "other", "unit", "0000", "name", "另一个应用", "address",
                                    "other"))
                    .ok()
                    .path("id")
                    .asLong();
            admin.caller()
                    .post("/api/admin/channels/" + id + "/secrets", Map.of("name", "api-key", "value", OTHER_KEY))
                    .ok();
            switched("other", true);
        }
        offered(LIGHTS, Map.of("attributes", List.of()));
    }

    void switched(String code, boolean on) {
        long id = rows.sql("SELECT id FROM channel_account WHERE channel = 'OPEN311' AND code = ?")
                .param(code)
                .query(Long.class)
                .single();
        admin.caller()
                .post("/api/admin/channels/" + id + "/switch", Map.of("enabled", on))
                .ok();
        await().until(() -> accounts.find(Channel.OPEN311, code).isPresent() == on);
    }

    /** An administrator sets how a topic is offered. */
    void offered(String service, Map<String, ?> setting) {
        assertThat(admin.caller()
                        .put("/api/admin/open311/services/" + service, setting)
                        .status())
                .isEqualTo(204);
    }

    /** A form that is right, changed by pairs of name and value; a null takes a field away. */
    static Map<String, String> form(String... changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", KEY);
        form.put("service_code", LIGHTS);
        form.put("lat", "38.4872");
        form.put("long", "106.2309");
        form.put("description", "路灯不亮 " + UUID.randomUUID());
        for (int at = 0; at < changes.length; at += 2) {
            if (changes[at + 1] == null) {
                form.remove(changes[at]);
            } else {
                form.put(changes[at], changes[at + 1]);
            }
        }
        return form;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> posts(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> files(Map<String, String> form) {
        return posts(ROOT + "/requests.json", encoded(form));
    }

    /** The number of a request that must be taken. */
    String filed(String... changes) {
        return numberOf(files(form(changes)));
    }

    static String numberOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path(0).path("service_request_id").asText();
    }

    HttpResponse<String> gets(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stranger.address() + path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    /** The answer in JSON, after the XML one was found to say the same. */
    JsonNode both(String path, String query) {
        HttpResponse<String> xml = gets(ROOT + path + ".xml" + query);
        HttpResponse<String> json = gets(ROOT + path + ".json" + query);
        assertThat(xml.statusCode()).isEqualTo(json.statusCode());
        assertThat(xml.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(json.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(xml.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        Documents.assertSame(Documents.xml(xml.body()).getDocumentElement(), json(json));
        return json(json);
    }

    JsonNode one(String number) {
        return both("/requests/" + number, "").path(0);
    }

    /** The error list of an answer, each with a code and words. */
    static JsonNode errors(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode errors = json(answer);
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.path("code").asText()).matches("[45]\\d\\d");
            assertThat(error.path("description").asText()).isNotBlank();
        });
        return errors;
    }

    static String[] names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toArray(String[]::new);
    }

    /** The petition goes from step to step until the citizen has his answer. */
    void answered(String number, String publicAnswer) {
        engine.beginsWhatArrived();
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        clerk(LIGHTING).answers(number, INTERNAL, publicAnswer).ok();
        reviewer.passes(number).ok();
    }

    void released(String number) {
        assertThat(publicity
                        .caller()
                        .post("/api/petitions/" + number + "/release", Map.of())
                        .status())
                .isEqualTo(204);
    }
}
