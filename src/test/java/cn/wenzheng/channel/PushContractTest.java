package cn.wenzheng.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.channel.PushSide.Key;
import cn.wenzheng.channel.PushSide.Push;
import cn.wenzheng.channel.PushSide.Words;
import cn.wenzheng.city.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every platform that pushes, at the demo city's own accounts and with their secrets (cases C1 to C16). */
@ExtendWith(OutputCaptureExtension.class)
class PushContractTest extends CityTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CITY = "wenzheng";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient rows;

    @Autowired
    private Clock time;

    /** Nobody else's in this test's city. */
    private final int number = COUNT.incrementAndGet();

    static Stream<PushSide> all() {
        return Stream.of(new WeiboSide(), new WechatSide(), new AlipaySide(), new WebhookSide());
    }

    /** Those that ask whether the address is the city's. */
    static Stream<PushSide> verifying() {
        return all().filter(side -> !(side instanceof WebhookSide));
    }

    /** Those whose pushes name the account they are for. */
    static Stream<PushSide> naming() {
        return verifying();
    }

    @ParameterizedTest
    @MethodSource("verifying")
    void c1OnlyWhoKnowsTheSecretIsToldThatTheAddressIsTheCitys(PushSide side) {
        Words nothing = words(side, "");
        assertThat(side.isVerified(send(side, side.verification(nothing, key(side)))))
                .isTrue();
        for (Push wrong : List.of(
                side.verification(nothing, side.fresh()), side.halfVerification(nothing, key(side)), bare(side))) {
            HttpResponse<String> answer = send(side, wrong);
            assertThat(side.isVerified(answer)).isFalse();
            // What stands in a signature is chance.
            assertThat(answer.body().replaceAll("<sign>[^<]*</sign>", "")).doesNotContain("+7");
        }
        assertThat(exchange(side.verification(nothing, key(side)).to(address(side, "nobody-here")))
                        .statusCode())
                .isEqualTo(404);
    }

    private static Push bare(PushSide side) {
        return new Push("GET", "", Map.of(), new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("all")
    void c2NothingOfAForgedPushIsKept(PushSide side) {
        Words words = words(side, "");
        long before = kept(side);
        assertThat(send(side, side.push(words, side.fresh())).statusCode()).isEqualTo(403);
        assertThat(send(side, Push.post("", Map.of(), "{}")).statusCode()).isEqualTo(403);
        assertThat(kept(side)).isEqualTo(before);
        assertThat(petitions(words)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void c3AnOldPushIsRefusedOrIsNothingNew(PushSide side) {
        Words words = words(side, "");
        Push old = side.push(words.at(words.at().minus(Duration.ofHours(2))), key(side));
        HttpResponse<String> answer = send(side, old);
        if (side.refusesOld()) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(petitions(words)).isEmpty();
        } else {
            assertThat(side.isReceived(answer)).isTrue();
            assertThat(side.isReceived(send(side, old))).isTrue();
            assertThat(petitions(words)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void c4AReplayIsAcknowledgedAndIsOneRow(PushSide side) {
        Words words = words(side, "");
        Push push = side.push(words, key(side));
        long before = kept(side);
        for (int copy = 0; copy < 3; copy++) {
            assertThat(side.isReceived(send(side, push))).isTrue();
        }
        assertThat(kept(side)).isEqualTo(before + 1);
        assertThat(petitions(words)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void c5TwentyAtOnceAreOnePetitionWithOneProcess(PushSide side) {
        Words words = words(side, "");
        Push push = side.push(words, key(side));
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(copy -> HTTP.sendAsync(push.to(address(side, CITY)), HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(side.isReceived(answer.join()))
                        .as(() -> answer.join() + answer.join().body())
                        .isTrue());
        List<String> petitions = petitions(words);
        assertThat(petitions).hasSize(1);
        engine.beginsWhatArrived();
        assertStandsAt(petitions.get(0), "AcceptPetition");
    }

    @ParameterizedTest
    @MethodSource("all")
    void c10AnUnknownTypeIsAcknowledgedAndIgnored(PushSide side) {
        Words words = words(side, "");
        long before = kept(side);
        assertThat(side.isReceived(send(side, side.push(words.ofType("dance"), key(side)))))
                .isTrue();
        assertThat(kept(side)).isEqualTo(before);
        assertThat(petitions(words)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void c13WhileASecretIsRenewedTheOldOneIsGoodToo(PushSide side) {
        String code = "rotated-" + side + "-" + number;
        String address = side instanceof WeiboSide ? "74" + number : code;
        long id = opened(side, code, address);
        Key first = side.fresh();
        Key second = side.fresh();
        given(side, id, first);
        given(side, id, second);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                side.isReceived(send(side, code, side.push(to(side, "new", address), second))))
                        .isTrue());
        assertThat(side.isReceived(send(side, code, side.push(to(side, "old", address), first))))
                .isTrue();
        assertThat(send(side, code, side.push(to(side, "other", address), side.fresh()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(petitions(to(side, "new", address))).hasSize(1);
        assertThat(petitions(to(side, "old", address))).hasSize(1);
        assertThat(petitions(to(side, "other", address))).isEmpty();
    }

    private long opened(PushSide side, String code, String address) {
        Caller admin = clerk("admin").caller();
        Map<String, String> account = Map.of(
                "channel", side.channel().code(), "code", code, "unit", "0000", "name", code, "address", address);
        long id = admin.post("/api/admin/channels", account).ok().path("id").asLong();
        if (side instanceof WechatSide) {
            given(id, "aes-key", WechatSide.AES_KEY);
        }
        return id;
    }

    private void given(PushSide side, long account, Key key) {
        given(account, side.secret(), key.proves());
    }

    private void given(long account, String name, String value) {
        clerk("admin")
                .caller()
                .post("/api/admin/channels/" + account + "/secrets", Map.of("name", name, "value", value))
                .ok();
    }

    @ParameterizedTest
    @MethodSource("naming")
    void c14APushThatNamesAnotherAccountIsRefused(PushSide side) {
        Words words = words(side, "");
        String other = side instanceof WeiboSide ? "1902538058" : words.to().replace('0', '9');
        assertThat(send(side, side.push(words.toAnother(other), key(side))).statusCode())
                .isEqualTo(403);
        assertThat(petitions(words)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void c15ChunksAndOddTypesAreTakenAndPackedBodiesAreNot(PushSide side) throws IOException {
        Words words = words(side, "");
        Push push = side.push(words, key(side));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(push.body());
        }
        Push squeezed = new Push("POST", push.query(), push.headers(), packed.toByteArray());
        assertThat(send(side, squeezed.with("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(415);
        assertThat(petitions(words)).isEmpty();

        HttpRequest chunked = push.with("Content-Type", "application/x-odd")
                .to(address(side, CITY), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(push.body())));
        assertThat(side.isReceived(exchange(chunked))).isTrue();
        assertThat(petitions(words)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void c16NoLineOfTheLogSaysWhoOrWhat(PushSide side, CapturedOutput output) {
        Words words = words(side, "我家住在学院路九号");
        Key key = key(side);
        send(side, side.push(words, side.fresh()));
        send(side, side.push(words.ofType("dance"), key));
        assertThat(side.isReceived(send(side, side.push(words, key)))).isTrue();
        send(
                side,
                Push.post(side.push(words, key).query(), side.push(words, key).headers(), "{<broken"));
        engine.beginsWhatArrived();

        assertThat(petitions(words)).hasSize(1);
        assertThat(output).doesNotContain("学院路九号", words.person(), words.id(), key.signs(), key.proves());
    }

    /** What a person of this test alone says to the city's account. */
    private Words words(PushSide side, String text) {
        return to(side, text, account(side).address());
    }

    private Words to(PushSide side, String text, String address) {
        int unlike = number * 1000 + Math.floorMod(text.hashCode(), 1000);
        return new Words(
                address,
                side.person(unlike),
                "74001234" + unlike,
                side.text(),
                "路灯坏了" + side + number + "号" + text,
                time.instant());
    }

    private Account account(PushSide side) {
        return accounts.find(side.channel(), CITY).orElseThrow();
    }

    private Key key(PushSide side) {
        return side.of(account(side));
    }

    private HttpResponse<String> send(PushSide side, Push push) {
        return send(side, CITY, push);
    }

    private HttpResponse<String> send(PushSide side, String code, Push push) {
        return exchange(push.to(address(side, code)));
    }

    private String address(PushSide side, String code) {
        return stranger.address() + "/channels/" + side.channel().code() + "/" + code;
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private List<String> petitions(Words words) {
        return rows.sql("SELECT petition FROM petition_content WHERE text = ?")
                .param(words.text())
                .query(String.class)
                .list();
    }

    /** How much came in at the city's account. */
    private long kept(PushSide side) {
        return rows.sql("SELECT count(*) FROM inbound_message WHERE account = ?")
                .param(account(side).id())
                .query(Long.class)
                .single();
    }
}
