package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** The simulated platforms over real HTTP, IMAP and SMTP; the server has few threads, so that one that is held is missed. */
@TestPropertySource(properties = "server.tomcat.threads.max=6")
class SimulatorApiTest extends CityTest {

    private static final String WEIBO = "/simulator/platforms/weibo";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    private final String token = UUID.randomUUID().toString();

    private Caller admin;

    @BeforeEach
    void theAdministratorIsThere() {
        admin = clerk("admin").caller();
    }

    @Test
    void onlyWhoRunsTheDemoSpeaksThere() {
        Map<String, Object> words = Map.of("text", "路灯坏了");

        assertThat(stranger.post("/simulator/weibo/post", words).status()).isEqualTo(401);
        assertThat(operator.caller().post("/simulator/weibo/post", words).status())
                .isEqualTo(403);
        assertThat(admin.post("/simulator/fax/post", words).status()).isEqualTo(404);
        assertThat(admin.post("/simulator/weibo/post", Map.of("text", " "))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("text");
        assertThat(admin.post("/simulator/weibo/post", Map.of("text", "a", "colour", "red"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post("/simulator/weibo/behaviour", Map.of("fly", true))
                        .body()
                        .path("type")
                        .asText())
                .endsWith("unknown-switch");
        assertThat(admin.post("/simulator/weibo/behaviour", Map.of("delay", "soon"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("delay");
    }

    @Test
    void whatTheCitySaysIsReceivedByTheCitizenAndByNobodyElse() throws Exception {
        String post = mentions("xiaowang");
        JsonNode written = comment(post, "您好，已受理，编号 WZ-1");

        assertThat(written.path("idstr").asText()).isNotBlank();
        JsonNode received = admin.get("/simulator/weibo/received?user=xiaowang").ok();
        assertThat(received.path("total").asInt()).isOne();
        assertThat(received.at("/items/0/text").asText()).isEqualTo("您好，已受理，编号 WZ-1");
        assertThat(received.at("/items/0/user").asText()).isEqualTo("xiaowang");
        assertThat(received.at("/items/0/inReplyTo").asText()).isEqualTo(post);
        assertThat(admin.get("/simulator/weibo/received?user=nobody")
                        .ok()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whoNeverAnswersHasTakenItAndHoldsNoThread() throws Exception {
        String post = mentions("silent");
        behave(Map.of("never-answers", true));
        try {
            List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 20)
                    .mapToObj(number -> http.sendAsync(
                            form(post, "您好，第" + number, Duration.ofSeconds(60)), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(admin.get("/simulator/weibo/received?user=silent")
                                    .ok()
                                    .path("total")
                                    .asInt())
                            .isEqualTo(20));
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        } finally {
            behave(Map.of("never-answers", false));
        }
        assertThat(comment(post, "又好了").path("idstr").asText()).isNotBlank();
    }

    @Test
    void platformsCanBeDownSlowOrHidden() throws Exception {
        String post = mentions("patient");
        assertThat(status(Map.of("down", true), post)).isEqualTo(503);
        assertThat(status(Map.of("down", false, "answer", "502"), post)).isEqualTo(502);
        assertThat(status(Map.of("answer", false, "delay", "PT0.3S"), post)).isEqualTo(200);
        assertThat(status(Map.of("delay", false, "next-error", "21602"), post)).isEqualTo(400);
        behave(Map.of("expire-token", true));
        assertThat(comment(post, "您好").path("error_code").asText()).isEqualTo("21327");
        assertThat(admin.get("/simulator/weibo/behaviour").ok()).isEmpty();
    }

    private int status(Map<String, ?> behaviour, String post) throws Exception {
        behave(behaviour);
        HttpRequest read = HttpRequest.newBuilder(URI.create(
                        stranger.address() + WEIBO + "/2/statuses/show.json?access_token=" + token + "&id=" + post))
                .build();
        return http.send(read, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String mentions(String user) {
        Map<String, Object> words = Map.of("user", user, "kind", "mention", "text", "路灯坏了");
        return admin.post("/simulator/weibo/post", words).ok().path("id").asText();
    }

    private void behave(Map<String, ?> behaviour) {
        admin.post("/simulator/weibo/behaviour", behaviour).ok();
    }

    private JsonNode comment(String post, String text) throws Exception {
        String answer = http.send(form(post, text, Duration.ofSeconds(10)), HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer);
    }

    private HttpRequest form(String post, String text, Duration patience) {
        String body = "access_token=" + token + "&id=" + post + "&rip=127.0.0.1&comment="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(stranger.address() + WEIBO + "/2/comments/create.json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void theCitysMailsReachTheCitizenOnceEach() throws Exception {
        MimeMessage mail = new MimeMessage(session());
        mail.setFrom("wenzheng@city.example");
        mail.setRecipients(Message.RecipientType.TO, "li@citizens.example");
        mail.setSubject("答复", "UTF-8");
        mail.setText("路灯已修好", "UTF-8");
        mail.saveChanges();
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
            transport.sendMessage(mail, mail.getAllRecipients());
        }

        JsonNode received = admin.get("/simulator/email/received?user=li").ok();
        assertThat(received.path("total").asInt()).isOne();
        assertThat(received.at("/items/0/text").asText()).contains("答复", "路灯已修好");
    }

    @Test
    void whatACitizenMailsLiesInTheCitysMailbox() {
        Map<String, Object> words = Map.of("user", "li", "text", "路灯坏了，请来看看", "media", "picture");
        String id = admin.post("/simulator/email/post", words).ok().path("id").asText();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messageIds()).contains("<" + id + "@citizens.example>"));
    }

    private List<String> messageIds() throws MessagingException, IOException {
        try (Store store = session().getStore("imap")) {
            store.connect("wenzheng@city.example", "anything");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<String> ids = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    ids.add(((MimeMessage) message).getMessageID());
                }
                return ids;
            }
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", environment.getRequiredProperty(MailServer.SMTP_PORT));
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put("mail.imap.port", environment.getRequiredProperty(MailServer.IMAP_PORT));
        return Session.getInstance(properties);
    }

    @Test
    void thePageHasItsWordsForEveryPlatformInBothLanguages() {
        Visitor visitor = new Visitor(URI.create(stranger.address()).getPort());
        visitor.logIn("admin", "Wenzheng-demo-1");
        mentions("xiaowang");
        for (Platform platform : Platform.values()) {
            for (String language : List.of("zh", "en")) {
                HttpResponse<String> page =
                        visitor.get("/demo/simulator?channel=" + platform.code() + "&lang=" + language);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).doesNotContain("??");
            }
        }
        assertThat(visitor.get("/work").body()).contains("/demo/simulator");
    }
}
