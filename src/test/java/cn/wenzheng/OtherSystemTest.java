package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.channel.Accounts;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another system hands petitions over and hears what becomes of them. */
class OtherSystemTest extends CityTest {

    /** The demo city's. */
    private static final String SECRET = "whsec_ZGVtby13ZW56aGVuZy1zZWNyZXQtMDAwMDAwMDA=";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock time;

    @Autowired
    private Accounts accounts;

    private String id;

    @BeforeEach
    void aMessageOfItsOwn() {
        id = UUID.randomUUID().toString();
    }

    private int push(String message, String externalId, String text) throws Exception {
        String body = "{\"type\":\"petition.submitted\",\"data\":{\"externalId\":\"" + externalId + "\",\"text\":\""
                + text + "\",\"petitioner\":{\"phone\":\"13900001111\"}}}";
        long second = time.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(stranger.address() + "/channels/webhook/wenzheng"))
                .header("Content-Type", "application/json")
                .header("webhook-id", message)
                .header("webhook-timestamp", Long.toString(second))
                .header("webhook-signature", new Webhook(SECRET).sign(message, second, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }

    private List<String> petitions() {
        return jdbc.sql("SELECT number FROM petition WHERE channel = 'WEBHOOK' AND external_id LIKE ?")
                .param(id + "%")
                .query(String.class)
                .list();
    }

    private List<String> events(String number) {
        return jdbc.sql("SELECT occasion FROM outbound_reply WHERE petition = ? AND channel = 'WEBHOOK' ORDER BY id")
                .param(number)
                .query(String.class)
                .list();
    }

    private JsonNode event(String number, String type) throws Exception {
        String body = jdbc.sql("SELECT text_private FROM outbound_reply WHERE petition = ? AND occasion = ?")
                .params(number, type)
                .query(String.class)
                .single();
        return new ObjectMapper().readTree(body);
    }

    @Test
    void theSameMessageIsOnePetitionAndOtherDataUnderItsNameIsRefused() throws Exception {
        assertThat(push(id, id + "-a", "路灯坏了")).isEqualTo(204);
        assertThat(push(id, id + "-a", "路灯坏了")).isEqualTo(204);
        assertThat(push(id + "-again", id + "-a", "路灯坏了")).isEqualTo(204);
        assertThat(push(id + "-other", id + "-a", "又停水了")).isEqualTo(409);
        assertThat(push(id, id + "-b", "又停水了")).isEqualTo(409);
        assertThat(petitions()).hasSize(1);
        assertThat(push(id + "-b", id + "-b", "又停水了")).isEqualTo(204);
        assertThat(petitions()).hasSize(2);
    }

    @Test
    void whoHandedItOverHearsOfEachStepAndOnceOfTheAnswer() throws Exception {
        assertThat(push(id, id, "路灯坏了")).isEqualTo(204);
        String number = petitions().get(0);
        engine.beginsWhatArrived();
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        Clerk handler = clerk(LIGHTING);
        handler.answers(number, INTERNAL, ANSWER + "，联系电话13900001111").ok();
        assertThat(events(number)).containsExactly("petition.created", "petition.assigned");
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();

        assertThat(events(number))
                .containsExactly("petition.created", "petition.assigned", "petition.answered", "petition.closed");
        JsonNode answered = event(number, "petition.answered");
        assertThat(answered.path("subject").asText()).isEqualTo(number);
        assertThat(answered.path("id").asText()).startsWith("evt_" + number).doesNotContain(".");
        assertThat(answered.at("/data/externalId").asText()).isEqualTo(id);
        assertThat(answered.at("/data/publicAnswer").asText()).contains(ANSWER).doesNotContain("13900001111");
        assertThat(answered.toString()).doesNotContain(INTERNAL);
        assertThat(event(number, "petition.assigned").at("/data/unit").asText()).isEqualTo(LIGHTING);
    }

    @Test
    void anEscalationIsAnEventToo() throws Exception {
        assertThat(push(id, id, "路灯坏了")).isEqualTo(204);
        String number = petitions().get(0);
        engine.beginsWhatArrived();
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        passUntilOverdue(clerk(LIGHTING), number);

        assertThat(events(number)).contains("petition.escalated");
    }

    @Test
    void ofOthersPetitionsNothingIsToldUnlessItIsWantedAndThenNoWords() throws Exception {
        assertThat(events(files().number())).isEmpty();
        wants("petition.created, petition.answered");
        try {
            String number = files().number();
            operator.accepts(number).ok();
            dispatcher.assigns(number, LIGHTING).ok();
            clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
            reviewer.passes(number).ok();

            assertThat(events(number)).containsExactly("petition.created", "petition.answered");
            assertThat(event(number, "petition.answered").path("data").toString())
                    .isEqualTo("{\"number\":\"" + number + "\",\"unit\":\"" + LIGHTING + "\"}");
        } finally {
            wants("");
        }
    }

    private void wants(String types) {
        jdbc.sql("UPDATE channel_account SET settings = settings || jsonb_build_object('events', ?::text)"
                        + " WHERE channel = 'WEBHOOK' AND code = 'wenzheng'")
                .param(types)
                .update();
        jdbc.sql("UPDATE channel_version SET version = version + 1").update();
        await().until(() -> accounts.find(Channel.WEBHOOK, "wenzheng")
                .filter(account -> account.settings().getOrDefault("events", "").equals(types))
                .isPresent());
    }
}
