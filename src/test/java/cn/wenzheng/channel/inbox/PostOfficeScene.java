package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The whole product with two accounts on a fake platform, and somebody who pushes. */
@Import(WithFakePlatform.class)
@TestPropertySource(properties = "wenzheng.test.fake-platform=true")
abstract class PostOfficeScene extends CityTest {

    static final String ROOT = "root";
    static final String POLLED = "polled";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    FakePlatform platform;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient rows;

    /** A person and an item of this test alone. */
    String person;

    @BeforeEach
    void theCityHasAccounts() {
        person = "u" + COUNT.incrementAndGet();
        account(ROOT, "0000", "问政试验台");
        account(POLLED, LIGHTING, "银州路灯");
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        await().until(() -> accounts.find(Channel.WECHAT, ROOT).isPresent()
                && accounts.find(Channel.WECHAT, POLLED).isPresent());
    }

    private void account(String code, String unit, String name) {
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WECHAT', ?, ?, ?, 'wx', true, '2026-01-01Z') ON CONFLICT DO NOTHING""").params(code, unit, name).update();
    }

    String id(String what) {
        return person + "-" + what;
    }

    /** A private message of this test's person. */
    Map<String, Object> message(String what, String text) {
        return Map.of("id", id(what), "person", person, "name", "李建国", "text", text);
    }

    HttpResponse<String> push(Object body) {
        return push(ROOT, body);
    }

    HttpResponse<String> push(String account, Object body) {
        try {
            return send(account, "sign=" + account, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    void pushed(Object body) {
        assertThat(push(body).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> send(String account, String query, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stranger.address() + "/channels/wechat/" + account + "?" + query))
                .POST(body);
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> ask(String account, String query) {
        return exchange(
                HttpRequest.newBuilder(URI.create(stranger.address() + "/channels/wechat/" + account + "?" + query)));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The petitions of this test's person, the oldest first. */
    List<String> petitions() {
        return rows.sql("SELECT number FROM petition WHERE external_id LIKE ? ORDER BY number")
                .param(person + "-%")
                .query(String.class)
                .list();
    }

    String petition(String what) {
        return rows.sql("SELECT number FROM petition WHERE external_id = ?")
                .param(id(what))
                .query(String.class)
                .single();
    }

    /** Asks what is missing; he is told in some seconds. */
    String askedBack(String what) {
        engine.beginsWhatArrived();
        String number = petition(what);
        operator.caller()
                .post("/api/petitions/" + number + "/ask-back", Map.of("question", "请问是哪一段路？"))
                .ok();
        return number;
    }

    void knowsOfIt() {
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT11S"))
                .ok();
    }

    JsonNode sheet(String number) {
        return operator.sheet(number);
    }

    long count(String sql, Object... parameters) {
        return rows.sql("SELECT count(*) FROM " + sql)
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
