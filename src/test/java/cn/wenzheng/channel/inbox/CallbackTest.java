package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What holds for every push, whoever translates it (channels' conformance cases C1 to C16). */
@ExtendWith(OutputCaptureExtension.class)
class CallbackTest extends PostOfficeScene {

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private Clock clock;

    @Value("${spring.flyway.user}")
    private String owner;

    @Test
    void c1VerificationIsAnsweredRawOrRefused() {
        assertThat(ask(ROOT, "sign=root&echo=%2B7")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("%2B7");
        });
        assertThat(ask(ROOT, "sign=other&echo=7").statusCode()).isEqualTo(403);
        assertThat(ask(ROOT, "").statusCode()).isEqualTo(403);
        assertThat(ask("nobody", "sign=nobody&echo=7").statusCode()).isEqualTo(404);
    }

    @Test
    void c2NothingOfAForgedPushIsKept() {
        HttpResponse<String> answer = send(
                ROOT,
                "sign=wrong",
                BodyPublishers.ofString("{\"id\":\"" + id("a") + "\",\"person\":\"x\",\"text\":\"t\"}"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(count("inbound_message WHERE external_id = ?", id("a"))).isZero();
    }

    @Test
    void c4AReplayIsAcknowledgedAndIsOneRow() {
        pushed(message("a", "路灯坏了"));
        assertThat(push(message("a", "路灯坏了")).body()).isEqualTo("taken");
        assertThat(petitions()).hasSize(1);
        assertThat(count("inbound_message WHERE external_id = ?", id("a"))).isOne();
    }

    @Test
    void c5TwentyAtOnceAreOnePetitionWithOneProcess() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int copy = 0; copy < 20; copy++) {
                answers.add(people.submit(() -> {
                    together.await();
                    return push(message("a", "路灯坏了"));
                }));
            }
            together.countDown();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().body()).isEqualTo("taken");
            }
        } finally {
            people.shutdown();
        }
        assertThat(petitions()).hasSize(1);
        engine.beginsWhatArrived();
        assertThat(engine.instancesEver(petition("a"))).isOne();
        assertStandsAt(petition("a"), "AcceptPetition");
    }

    @Test
    void c6WhatWasKeptBeforeACrashIsOneWhenItComesAgain(@Autowired PostOffice office) {
        accounts.find(cn.wenzheng.petition.Channel.WECHAT, ROOT)
                .ifPresent(account ->
                        office.take(account, List.of(platform.polled(id("a"), person, "路灯坏了")), null, () -> {}));
        assertThat(push(Map.of("id", id("a"), "person", person, "text", "路灯坏了")).body())
                .isEqualTo("taken");
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void c7WhatCannotBeKeptIsNotAcknowledgedAndIsTakenWhenItComesAgain() {
        JdbcClient owned = JdbcClient.create(new DriverManagerDataSource(database, owner, ""));
        owned.sql("ALTER TABLE wenzheng.inbound_message RENAME TO inbound_message_away")
                .update();
        try {
            HttpResponse<String> answer = push(message("a", "路灯坏了"));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("again");
        } finally {
            owned.sql("ALTER TABLE wenzheng.inbound_message_away RENAME TO inbound_message")
                    .update();
        }
        assertThat(petitions()).isEmpty();
        pushed(message("a", "路灯坏了"));
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void c8TheProcessBeginsAfterTheAnswer() {
        pushed(message("a", "路灯坏了"));
        String number = petition("a");
        assertThat(engine.standsAt(number))
                .as("nothing of the process was waited for")
                .isEmpty();
        assertThat(operator.accepts(number).status()).isEqualTo(409);
        engine.beginsWhatArrived();
        assertStandsAt(number, "AcceptPetition");
        operator.accepts(number).ok();
    }

    @Test
    void c9WhatIsTooLongIsNotRead() {
        byte[] long20 = new byte[20 << 20];
        assertThat(send(ROOT, "sign=root", BodyPublishers.ofByteArray(long20)).statusCode())
                .isEqualTo(413);
        byte[] just = new byte[FakePlatform.MOST + 1];
        assertThat(send(ROOT, "sign=root", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(just)))
                        .statusCode())
                .as("chunked, so that its length is not told")
                .isEqualTo(413);
        InputStream endless = new InputStream() {
            private int left = 20 << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }
        };
        assertThat(send(ROOT, "sign=root", BodyPublishers.ofInputStream(() -> endless))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void c10AnUnknownTypeIsAcknowledgedAndIgnored() {
        pushed(Map.of("id", id("a"), "person", person, "unknown", true));
        assertThat(count("inbound_message WHERE external_id = ?", id("a"))).isZero();
    }

    @Test
    void c11EverySignIsKeptAndWhatNoTableHoldsIsTakenOut() {
        String said = "𠀀𠮷路灯😀 e\u0301 \u202Eتبت" + "\u0000";
        pushed(message("a", said));
        assertThat(sheet(petition("a")).path("text").asText())
                .isEqualTo(said.replace("\u0000", "").strip());
        String half = "{\"id\":\"" + id("b") + "\",\"person\":\"" + id("x") + "\",\"text\":\"坏了\\ud83d\"}";
        assertThat(send(ROOT, "sign=root", BodyPublishers.ofString(half)).statusCode())
                .isEqualTo(200);
        assertThat(sheet(petition("b")).path("text").asText()).isEqualTo("坏了?");
    }

    @Test
    void c12AnOlderMessageThatComesLaterMovesNoWindowBack() {
        pushed(with(message("a", "路灯坏了"), "at", "2026-11-20T05:00:00Z"));
        pushed(with(message("b", "我补充一下"), "at", "2026-11-20T04:00:00Z"));
        assertThat(rows.sql("SELECT spoke_at FROM conversation WHERE person = ?")
                        .param(person)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo("2026-11-20T05:00:00Z");
    }

    @Test
    void c12WhatComesLaterStandsWhereItWasSaid() {
        Instant now = clock.instant();
        pushed(message("a", "路灯坏了"));
        for (int minutes : List.of(10, 30, 20)) {
            Map<String, Object> words = with(message("m" + minutes, "第" + minutes + "分钟前"), "inReplyTo", id("a"));
            pushed(with(words, "at", now.minusSeconds(60L * minutes).toString()));
        }
        List<String> told = new ArrayList<>();
        sheet(petition("a"))
                .path("timeline")
                .forEach(entry -> told.add(
                        entry.path("event").asText() + entry.path("text").asText("")));
        assertThat(told)
                .hasSize(4)
                .as("nothing stands before the petition itself")
                .first()
                .asString()
                .startsWith("received");
        assertThat(told.subList(1, 4))
                .extracting(entry -> entry.replaceAll("\\D", ""))
                .containsExactly("30", "20", "10");
    }

    @Test
    void c15ChunksAndOddTypesAreTakenAndPackedBodiesAreNot() {
        byte[] body = ("{\"id\":\"" + id("a") + "\",\"person\":\"" + person + "\",\"text\":\"a=1&b=%2B\"}").getBytes();
        assertThat(send(
                                ROOT,
                                "sign=root",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sheet(petition("a")).path("text").asText()).isEqualTo("a=1&b=%2B");
        assertThat(send(ROOT, "sign=root", BodyPublishers.ofByteArray(body), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void c16NoLineOfTheLogSaysWhoOrWhat(CapturedOutput output) {
        pushed(Map.of("id", id("other"), "person", id("x"), "name", "李建国", "text", "我家住在学院路九号"));
        rows.sql("UPDATE petition SET external_id = 'x' || external_id WHERE external_id = ?")
                .param(id("other"))
                .update();
        c7WhatCannotBeKeptIsNotAcknowledgedAndIsTakenWhenItComesAgain();
        assertThat(output).doesNotContain("学院路九号", id("a"), id("other"), "李建国");
    }

    @Test
    void duplicateParametersOfAQueryReachTheAdapterAsTheyAre() {
        assertThat(ask(ROOT, "sign=root&echo=7&sign=root").statusCode()).isEqualTo(403);
    }

    @Test
    void theSameIdWithOtherWordsChangesNothing() {
        pushed(message("a", "路灯坏了"));
        pushed(message("a", "路灯好了"));
        assertThat(petitions()).hasSize(1);
        assertThat(sheet(petition("a")).path("text").asText()).isEqualTo("路灯坏了");
    }

    @Test
    void theRequestIsKeptSealedForAWhile(@Autowired Forgetting forgetting) throws Exception {
        pushed(message("a", "路灯坏了"));
        byte[] raw = rows.sql("SELECT raw FROM inbound_message WHERE external_id = ?")
                .param(id("a"))
                .query(byte[].class)
                .single();
        assertThat(new String(raw)).isNotEmpty().doesNotContain("路灯");
        rows.sql("UPDATE inbound_message SET received_at = received_at - interval '8 days' WHERE external_id = ?")
                .param(id("a"))
                .update();
        forgetting.forget();
        assertThat(count("inbound_message WHERE external_id = ? AND raw IS NULL", id("a")))
                .isOne();
    }

    @Test
    void theListSaysWhereItCameFrom() {
        pushed(message("a", "路灯坏了"));
        var line = operator.caller()
                .get("/api/petitions?channel=wechat&size=1")
                .ok()
                .at("/items/0");
        assertThat(line.path("account").asText()).isEqualTo(ROOT);
        assertThat(line.path("externalId").asText()).isEqualTo(id("a"));
        var sheet = sheet(petition("a"));
        assertThat(sheet.at("/origin/accountName").asText()).isEqualTo("问政试验台");
        assertThat(sheet.at("/petitioner/name").asText()).startsWith("李").doesNotContain("建国");
    }

    static Map<String, Object> with(Map<String, Object> item, String key, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(item);
        more.put(key, value);
        return more;
    }
}
