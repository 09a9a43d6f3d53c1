package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A platform knocks at two nodes at once, and what one node has acknowledged the other goes on with. */
class PushOnTwoNodesTest {

    private static final String FAKE = "wenzheng.test.fake-platform=true";

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path logs;

    @Test
    void c5TwentyIdenticalPushesOnTwoNodesAreOnePetition() throws Exception {
        try (NodeInItsOwnProgram here = start("here");
                NodeInItsOwnProgram there = start("there")) {
            here.awaitReady();
            there.awaitReady();
            openTheAccount();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> push(here, "first").get() == 200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> push(there, "first").get() == 200);

            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int copy = 0; copy < 20; copy++) {
                answers.add(push(copy % 2 == 0 ? here : there, "second"));
            }
            for (CompletableFuture<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(number("SELECT count(*) FROM petition WHERE channel = 'WECHAT' AND account = 'both'"))
                    .isEqualTo(2);

            // What a node has acknowledged is begun by the other one when it dies.
            here.kill();
            await().atMost(Duration.ofSeconds(60)).until(() -> tasks() == 2);
            assertThat(number("""
                    SELECT count(*) FROM act_hi_procinst h JOIN petition p ON p.number = h.business_key_
                    WHERE p.account = 'both' AND h.super_process_instance_id_ IS NULL
                      AND h.proc_def_key_ = 'PetitionHandling'""")).isEqualTo(2);
        }
    }

    @Test
    void whatWasAcknowledgedIsBegunOnceThoughEveryNodeDiesBefore() throws Exception {
        NodeInItsOwnProgram dying = start("dying");
        try (dying;
                Connection held = database.owner().getConnection()) {
            dying.awaitReady();
            openTheAccount();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> push(dying, "before").get() == 200);
            await().atMost(Duration.ofSeconds(30)).until(() -> tasks() == 1);
            held.setAutoCommit(false);
            held.createStatement().execute("LOCK TABLE act_ru_task IN SHARE MODE");
            for (int message = 0; message < 30; message++) {
                assertThat(push(dying, "held-" + message).get()).isEqualTo(200);
            }
            assertThat(number("SELECT count(*) FROM petition WHERE account = 'both'"))
                    .as("what is acknowledged is a petition, whatever becomes of the engine")
                    .isEqualTo(31);
            assertThat(tasks()).isOne();
            dying.kill();
            held.rollback();
        }
        assertThat(tasks()).isOne();
        assertThat(number("SELECT count(*) FROM petition_to_begin")).isEqualTo(30);

        try (NodeInItsOwnProgram next = start("next")) {
            next.awaitReady();
            await().atMost(Duration.ofSeconds(60)).until(() -> tasks() == 31);
            assertThat(push(next, "held-7").get())
                    .as("the platform comes again")
                    .isEqualTo(200);
        }
        assertThat(number("SELECT count(*) FROM petition_to_begin")).isZero();
        assertThat(number("SELECT count(*) FROM petition WHERE account = 'both'"))
                .isEqualTo(31);
        assertThat(number("""
                SELECT count(*) FROM act_hi_procinst h JOIN petition p ON p.number = h.business_key_
                WHERE p.account = 'both' AND h.proc_def_key_ = 'PetitionHandling'""")).isEqualTo(31);
    }

    private void openTheAccount() {
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WECHAT', 'both', '0000', '问政', 'wx', true, '2026-01-01Z')""").update();
        rows.sql("UPDATE channel_version SET version = version + 1").update();
    }

    private long tasks() {
        return number("""
                SELECT count(DISTINCT p.number) FROM petition p JOIN act_ru_execution e ON e.business_key_ = p.number
                JOIN act_ru_task t ON t.proc_inst_id_ = e.proc_inst_id_
                WHERE p.account = 'both' AND t.task_def_key_ = 'Task_AcceptPetition'""");
    }

    private NodeInItsOwnProgram start(String name) throws Exception {
        return NodeInItsOwnProgram.start(logs.resolve(name), "demo", database, FAKE);
    }

    private CompletableFuture<Integer> push(NodeInItsOwnProgram node, String id) {
        String body = "{\"id\":\"two-" + id + "\",\"person\":\"u\",\"text\":\"路灯坏了\"}";
        return http.sendAsync(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + node.port() + "/channels/wechat/both?sign=both"))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    private long number(String sql) {
        return rows.sql(sql).query(Long.class).single();
    }
}
