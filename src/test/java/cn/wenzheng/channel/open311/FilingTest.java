package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.PublicHttp;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How requests come in. */
class FilingTest extends Open311Scene {

    @Test
    void o3EachKindOfPlaceIsTakenAndHalfAPlaceIsNot() {
        String number = filed("description", "路灯不亮");
        JsonNode sheet = operator.sheet(number);
        assertThat(sheet.path("latitude").asDouble()).isEqualTo(38.4872);
        assertThat(sheet.path("channel").asText()).isEqualTo("open311");
        assertThat(sheet.path("account").asText()).isEqualTo("wenzheng");
        assertThat(sheet.path("suggestedCategory").asText()).isEqualTo(LIGHTS);
        String worded = filed("lat", null, "long", null, "address_string", "新华街5号");
        assertThat(operator.sheet(worded).path("address").asText()).isEqualTo("新华街5号");
        filed("lat", null, "long", null, "address_id", "A-17");

        errors(files(form("lat", null, "long", null)), 400);
        errors(files(form("long", null)), 400);
        errors(files(form("lat", "90.1")), 400);
        errors(files(form("long", "-180.1")), 400);
        errors(files(form("lat", "NaN")), 400);
        errors(files(form("lat", "north")), 400);
    }

    @Test
    void whatTheSenderHasChosenIsNotThoughtBetter() {
        String number = filed("description", "自来水停了两天，家里一滴水都没有，什么时候来水？");
        String thought = operator.caller()
                .get("/api/petitions/" + number + "/suggestion")
                .ok()
                .path("category")
                .path("value")
                .asText();
        assertThat(thought).isNotEmpty().isNotEqualTo(LIGHTS);
        assertThat(operator.sheet(number).path("suggestedCategory").asText()).isEqualTo(LIGHTS);
    }

    @Test
    void o4AnswersFitTheQuestionsOrAreRefused() {
        offered(
                LIGHTS,
                Map.of(
                        "attributes",
                        List.of(
                                ServicesTest.question("pole", "singlevaluelist", true, "A", "B"),
                                ServicesTest.question("days", "multivaluelist", false, "MON", "TUE"),
                                ServicesTest.question("count", "number", false),
                                ServicesTest.question("since", "datetime", false))));
        errors(files(form()), 400);
        errors(files(form("attribute[pole]", "C")), 400);
        errors(files(form("attribute[pole]", "A", "attribute[unknown]", "x")), 400);
        errors(files(form("attribute[pole]", "A", "attribute[count]", "many")), 400);
        errors(files(form("attribute[pole]", "A", "attribute[since]", "2026-01-01")), 400);
        errors(posts(ROOT + "/requests.json", encoded(form("attribute[pole]", "A")) + "&attribute[pole]=B"), 400);

        HttpResponse<String> answer = posts(
                ROOT + "/requests.json",
                encoded(form(
                                "description",
                                "灯坏了",
                                "attribute[pole]",
                                "A",
                                "attribute[count]",
                                "3",
                                "attribute[since]",
                                "2026-01-01T00:00:00Z"))
                        + "&attribute[days][]=MON&attribute%5Bdays%5D%5B%5D=TUE");
        String text = operator.sheet(numberOf(answer)).path("text").asText();
        assertThat(text).startsWith("灯坏了\n").contains("问题 pole：选项A", "问题 days：选项MON、选项TUE", "问题 count：3");
    }

    @Test
    void o5WithoutAValidKeyNothingIsTaken() {
        assertThat(errors(files(form("api_key", null)), 403)
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("403");
        errors(files(form("api_key", "wrong")), 403);
        errors(files(form("api_key", "wrong", "service_code", null)), 403);
        assertThat(files(form("api_key", OTHER_KEY)).statusCode()).isEqualTo(200);
        switched("other", false);
        try {
            errors(files(form("api_key", OTHER_KEY)), 403);
            assertThat(posts(ROOT + "/requests.xml", encoded(form("api_key", OTHER_KEY)))
                            .body())
                    .contains("<code>403</code>");
        } finally {
            switched("other", true);
        }
    }

    @Test
    void o8ABatchServiceAnswersWithATokenThatIsPendingUntilTheProcessBegins() {
        offered(LIGHTS, Map.of("batch", true));
        JsonNode answer = json(files(form())).path(0);
        assertThat(answer.has("service_request_id")).isFalse();
        String token = answer.path("token").asText();
        assertThat(both("/tokens/" + token, "")
                        .path(0)
                        .path("service_request_id")
                        .isNull())
                .isTrue();
        engine.beginsWhatArrived();
        JsonNode resolved = both("/tokens/" + token, "").path(0);
        assertThat(resolved.path("token").asText()).isEqualTo(token);
        assertThat(resolved.path("service_request_id").asText()).startsWith("WZ-");
        errors(gets(ROOT + "/tokens/" + UUID.randomUUID() + ".json"), 404);
        errors(gets(ROOT + "/tokens/nonsense.json"), 404);

        offered(LIGHTS, Map.of("batch", false));
        JsonNode atOnce = json(files(form())).path(0);
        assertThat(atOnce.has("token")).isFalse();
        assertThat(atOnce.path("service_request_id").asText()).startsWith("WZ-");
    }

    @Test
    void theTestEndpointChecksTheSameAndKeepsNothing() {
        long before = count();
        assertThat(numberOf(posts(Ask.TEST + "/requests.json", encoded(form()))))
                .startsWith("TEST-");
        errors(posts(Ask.TEST + "/requests.json", encoded(form("lat", null))), 400);
        errors(posts(Ask.TEST + "/requests.json", encoded(form("api_key", null))), 403);
        assertThat(posts(
                                Ask.TEST + "/servicerequestupdates.json",
                                encoded(form("update_id", "1", "service_request_id", "x")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return rows.sql("SELECT count(*) FROM petition").query(Long.class).single();
    }

    @Test
    void o10FormsAreReadAsClientsSendThem() throws Exception {
        String body = encoded(form("description", null)) + "&description=two+words%0D%0A%E8%B7%AF%E7%81%AF";
        HttpResponse<String> answer = send(request(ROOT + "/requests.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(operator.sheet(numberOf(answer)).path("text").asText()).isEqualTo("two words\n路灯");

        String twice = encoded(form())
                + "&media_url=https%3A%2F%2Fexample.org%2F1.jpg&media_url=https%3A%2F%2Fexample.org%2F2.jpg";
        assertThat(mediaOf(numberOf(posts(ROOT + "/requests.json", twice))))
                .containsExactlyInAnyOrder("https://example.org/1.jpg", "https://example.org/2.jpg");

        String withPhotos = numberOf(send(request(ROOT + "/requests.json")
                .header("Content-Type", "multipart/form-data; boundary=b0und")
                .POST(BodyPublishers.ofByteArray(multipart(form("description", "照片 😀"), picture())))));
        assertThat(operator.sheet(withPhotos).path("text").asText()).isEqualTo("照片 😀");
        assertThat(mediaOf(withPhotos)).containsExactlyInAnyOrder("photo1", "photo2");
        await().untilAsserted(() ->
                assertThat(operator.sheet(withPhotos).path("attachments")).hasSize(2));
    }

    private List<String> mediaOf(String number) {
        return rows.sql("SELECT media FROM inbound_media WHERE petition = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private static byte[] multipart(Map<String, String> form, byte[] photo) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : form.entrySet()) {
            body.writeBytes(("--b0und\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("photo1", "photo2")) {
            body.writeBytes(("--b0und\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                            + ".png\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(photo);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b0und--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void o11ADescriptionHasFourThousandSignsAtMost() {
        filed("description", "😀".repeat(4_000));
        errors(files(form("description", "😀".repeat(4_001))), 400);
        String odd = filed("description", "灯\u0001坏\uFFFE了 <b>&");
        released(accepted(odd));
        assertThat(one(odd).path("description").asText()).isEqualTo("灯坏了 <b>&");
        assertThat(gets(ROOT + "/requests/" + odd + ".xml").body()).contains("灯坏了 &lt;b&gt;&amp;");
        assertThat(gets(ROOT + "/requests/" + odd + ".json").body()).doesNotContain("<b>");
    }

    private String accepted(String number) {
        engine.beginsWhatArrived();
        operator.accepts(number).ok();
        return number;
    }

    @Test
    void o12TheSameReportTwiceIsOneRequest() {
        Map<String, String> form = form("device_id", "d1");
        String number = numberOf(files(form));
        assertThat(numberOf(files(form))).isEqualTo(number);
        assertThat(numberOf(files(with(form, "device_id", "d2")))).isNotEqualTo(number);
        assertThat(numberOf(files(with(form, "lat", "38.5")))).isNotEqualTo(number);
        assertThat(numberOf(files(with(form, "api_key", OTHER_KEY)))).isNotEqualTo(number);
        rows.sql("UPDATE open311_request SET filed_at = filed_at - interval '25 hours' WHERE petition = ?")
                .param(number)
                .update();
        assertThat(numberOf(files(form))).as("after the window").isNotEqualTo(number);

        String own = UUID.randomUUID().toString();
        String first = filed("attribute[fixmystreet_id]", own, "description", "一");
        rows.sql("UPDATE open311_request SET filed_at = filed_at - interval '500 days' WHERE petition = ?")
                .param(first)
                .update();
        assertThat(filed("attribute[fixmystreet_id]", own, "description", "二")).isEqualTo(first);
        assertThat(filed("attribute[fixmystreet_id]", own, "api_key", OTHER_KEY))
                .isNotEqualTo(first);
        assertThat(operator.sheet(first).path("text").asText()).isEqualTo("一");
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    @Test
    void o12TwentyAtOnceAreOneRequest() throws Exception {
        Map<String, String> form = form();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> numbers = new ArrayList<>();
            for (int copy = 0; copy < 20; copy++) {
                numbers.add(people.submit(() -> numberOf(files(form))));
            }
            String number = numbers.get(0).get();
            for (Future<String> same : numbers) {
                assertThat(same.get()).isEqualTo(number);
            }
        } finally {
            people.shutdown();
        }
    }

    @Test
    void o15AnAddressThatLeadsInsideOrElsewhereIsNeverFetched(@Autowired PublicHttp http) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        inside.createContext("/", call -> {
            calls.incrementAndGet();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        inside.start();
        try {
            String loopback = "http://127.0.0.1:" + inside.getAddress().getPort() + "/a.png";
            Media media = new Media(http);
            Account account = accounts.find(Channel.OPEN311, "wenzheng").orElseThrow();
            for (String address : List.of(
                    loopback,
                    loopback.replace("127.0.0.1", "localhost"),
                    loopback.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
                    "http://169.254.169.254/latest/meta-data",
                    "http://10.0.0.1/x.png")) {
                assertThat(media.fetch(new MediaRef(MediaRef.Type.PICTURE, address, null, null), account))
                        .as(address)
                        .isEmpty();
            }
            String number = filed("media_url", loopback);
            await().until(() -> rows.sql("SELECT state FROM inbound_media WHERE petition = ?")
                    .param(number)
                    .query(String.class)
                    .single()
                    .equals("GONE"));
            assertThat(calls).hasValue(0);
        } finally {
            inside.stop(0);
        }
        errors(files(form("media_url", "file:///etc/passwd")), 400);
        errors(files(form("media_url", "https://example.org/" + "a".repeat(2_000))), 400);
    }
}
