package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes send an answer once, and one that dies in the middle of a call loses nothing. */
class AnswersOnTwoNodesTest {

    private static final String PASSWORD = "Wenzheng-demo-1";

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());
    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final Spoken spoken = new Spoken(rows, platform.address());

    @TempDir
    private Path logs;

    @AfterEach
    void thePlatformCloses() {
        platform.close();
    }

    /** What another node does after the lock has lapsed: looks, repeats, or asks. */
    @ParameterizedTest
    @CsvSource({
        "READ_BACK, sent c1, look, SENT",
        "RETRY_ONCE, twice, say, SENT",
        "RETRY, sent c1, say, SENT",
        "ASK, '', '', TO_SETTLE"
    })
    void d1ANodeThatIsKilledBetweenCallAndResultLeavesAnUnknownFate(String rule, String next, String what, String state)
            throws Exception {
        platform.answers(ScriptedPlatform.HOLD);
        String number;
        try (NodeInItsOwnProgram here = start("here", rule)) {
            here.awaitReady();
            number = publicPost(here);
            accept(here, number);
            await().atMost(Duration.ofSeconds(20)).until(() -> platform.calls().size() == 1);
            here.kill();
        }
        if (!next.isEmpty()) {
            platform.answers(next);
        }
        try (NodeInItsOwnProgram there = start("there", rule)) {
            there.awaitReady();
            there.visitor().post("/api/demo/clock", "{\"advance\":\"PT2M\"}", Visitor.basic("admin", PASSWORD));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo(state));
            assertThat(platform.calls()).hasSize(next.isEmpty() ? 1 : 2);
            if (!next.isEmpty()) {
                assertThat(platform.calls().get(1)).satisfies(call -> {
                    assertThat(call.what()).isEqualTo(what);
                    assertThat(call.again()).isTrue();
                    assertThat(call.key()).isEqualTo(platform.calls().get(0).key());
                });
            }
            assertThat(rows.sql("SELECT count(*) FROM outbound_attempt WHERE code = 'node-lost'")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void d2TwoNodesSendOneDeliveryOnce() throws Exception {
        try (NodeInItsOwnProgram here = start("here", "READ_BACK");
                NodeInItsOwnProgram there = start("there", "READ_BACK")) {
            here.awaitReady();
            there.awaitReady();
            for (int petition = 0; petition < 20; petition++) {
                accept(petition % 2 == 0 ? here : there, publicPost(here));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rows.sql("SELECT count(*) FROM outbound_reply WHERE state = 'SENT'")
                                    .query(Integer.class)
                                    .single()
                            == 20);
            assertThat(platform.calls()).hasSize(20);
            assertThat(platform.calls().stream().map(ScriptedPlatform.Call::key).distinct())
                    .hasSize(20);
        }
    }

    private NodeInItsOwnProgram start(String name, String rule) throws Exception {
        return NodeInItsOwnProgram.start(
                logs.resolve(name), "demo,scripted-platform", database, "scripted.rule=" + rule);
    }

    private String publicPost(NodeInItsOwnProgram node) {
        String number = node.visitor()
                .post("/api/petitions", "{\"text\":\"路灯坏了\"}")
                .body()
                .replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
        spoken.cameBy(number, spoken.conversation(spoken.account("{}")), true);
        return number;
    }

    private static void accept(NodeInItsOwnProgram node, String number) {
        HttpResponse<String> accepted = node.visitor()
                .post(
                        "/api/petitions/" + number + "/accept",
                        "{\"kind\":\"help\",\"category\":\"C010601\"}",
                        Visitor.basic("operator", PASSWORD));
        assertThat(accepted.statusCode()).as(accepted.body()).isIn(200, 204);
    }
}
