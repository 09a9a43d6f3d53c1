package cn.wenzheng.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Arrival.Verdict;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.PetitionKind;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other systems hand over (channels' conformance cases H1 to H5). */
class WebhookIntakeTest {

    private static final String GOOD = Hook.submitted("{\"externalId\":\"H-7\",\"text\":\"新华街路灯不亮\"}");

    private final WebhookIntake intake = Hook.intake();

    private Arrival accept(RawRequest request) {
        return intake.accept(request, Hook.account(), Hook.CLOCK);
    }

    @Test
    void h1ThePublishedVectorIsSignedTheSame() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSignature.sign(Hook.SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void h1TheReferenceLibraryTakesWhatWeSignAndWeWhatItSigns() throws Exception {
        Webhook library = new Webhook(Hook.SECRET);
        Instant now = Instant.now();
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        String ours = WebhookSignature.sign(Hook.SECRET, "msg_2", now.getEpochSecond(), body);
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_2"),
                        "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature", List.of(String.valueOf(ours))),
                (name, value) -> true);
        assertThatCode(() -> library.verify(GOOD, headers)).doesNotThrowAnyException();

        long second = Hook.NOW.getEpochSecond();
        String theirs = library.sign("msg_3", second, GOOD);
        assertThat(accept(Hook.raw("msg_3", Long.toString(second), theirs, body))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-300, 204", "300, 204", "0, 204", "-301, 403", "301, 403"})
    void h2ExactlyFiveMinutesAreAcceptedAndNoSecondMore(long seconds, int status) {
        assertThat(accept(Hook.request("msg_1", Hook.NOW.plusSeconds(seconds), GOOD))
                        .ack()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void h3OneRightSignatureOfSeveralIsEnoughAndOtherVersionsAreSkipped() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        long second = Hook.NOW.getEpochSecond();
        String right = String.valueOf(WebhookSignature.sign(Hook.SECRET, "m", second, body));
        String several = "v1a,AAAA v1,AAAA " + right;

        assertThat(accept(Hook.raw("m", Long.toString(second), several, body)).items())
                .hasSize(1);
        String asAnotherVersion = right.replace("v1,", "v1a,");
        assertThat(accept(Hook.raw("m", Long.toString(second), asAnotherVersion, body))
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void h3BothSecretsHoldWhileOneIsChangedForTheOther() {
        RawRequest earlier = Hook.request("m", Hook.NOW, GOOD);

        assertThat(intake.accept(earlier, Hook.account(Hook.OTHER, Hook.SECRET), Hook.CLOCK)
                        .items())
                .hasSize(1);
        assertThat(intake.accept(earlier, Hook.account(Hook.OTHER), Hook.CLOCK).verdict())
                .isEqualTo(Verdict.REFUSED);
        assertThat(intake.accept(earlier, Hook.account("whsec_!no secret"), Hook.CLOCK)
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void h4AChangedByteAndTheSameJsonWrittenAnewAreRefused() {
        long second = Hook.NOW.getEpochSecond();

        assertThat(accept(Hook.signed(Hook.SECRET, "m", second, GOOD, GOOD.replace("路", "道")))
                        .ack()
                        .status())
                .isEqualTo(403);
        assertThat(accept(Hook.signed(Hook.SECRET, "m", second, GOOD, GOOD.replace(",", ", ")))
                        .ack()
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg.1", ".", "", "msg 1", "信"})
    void h5AnIdWithAPointOrASignOutsideAsciiIsRefused(String id) {
        assertThat(accept(Hook.request(id, Hook.NOW, GOOD)).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void h5AHeaderThatStandsTwiceIsRefused() {
        RawRequest good = Hook.request("m", Hook.NOW, GOOD);
        Map<String, List<String>> twice = new HashMap<>(good.headers());
        twice.put("webhook-id", List.of("m", "m"));

        assertThat(accept(new RawRequest("POST", good.path(), "", twice, good.body(), Hook.NOW))
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aPetitionIsReadWithAllItsFields() {
        Inbound item = accept(Hook.request("msg_1", Hook.NOW, Hook.submitted("""
                                {"externalId":"H-7","kind":"help","title":"路灯","text":"新华街路灯不亮𠮷","address":"新华街",
                                "lat":38.47,"long":106.27,"petitioner":{"name":"李建国","phone":"13900001111"},
                                "hideIdentity":true,"public":true}""")))
                .items()
                .get(0);

        assertThat(item.externalId()).isEqualTo("H-7");
        assertThat(item.text()).isEqualTo("新华街路灯不亮𠮷");
        assertThat(item.place()).isEqualTo(new GeoPoint(38.47, 106.27, GeoPoint.Crs.WGS84));
        assertThat(item.submittedAt()).isEqualTo("2026-03-10T01:59:58Z");
        assertThat(item.publicSource()).isFalse();
        assertThat(item.form()).satisfies(form -> {
            assertThat(form.kind()).isEqualTo(PetitionKind.HELP);
            assertThat(form.petitioner().phone()).isEqualTo("13900001111");
            assertThat(form.hideIdentity()).isTrue();
            assertThat(form.mayBePublic()).isTrue();
        });
    }

    @Test
    void aMessageIsTheSameByItsIdAndByTheOtherSystemsOwn() {
        Inbound first = accept(Hook.request("msg_1", Hook.NOW, GOOD)).items().get(0);
        Inbound again = accept(Hook.request("msg_2", Hook.NOW, GOOD)).items().get(0);
        Inbound unnamed = accept(Hook.request("msg_1", Hook.NOW, Hook.submitted("{\"text\":\"路灯\"}")))
                .items()
                .get(0);

        assertThat(again.externalId()).isEqualTo(first.externalId());
        assertThat(unnamed.externalId()).isEqualTo("webhook-id:msg_1");
        assertThat(unnamed.twinKey()).isEqualTo(first.twinKey()).isNotEqualTo(again.twinKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"路灯\",\"colour\":\"red\"} | unknown-field | colour",
                "{\"title\":\"路灯\"} | field-required | text",
                "{\"text\":7} | field-malformed | text",
                "{\"text\":\"路灯\",\"kind\":\"wish\"} | field-malformed | kind",
                "{\"text\":\"路灯\",\"lat\":1} | coordinate-malformed | lat",
                "{\"text\":\"路灯\",\"petitioner\":{\"phone\":\"x\"}} | phone-malformed | petitioner.phone",
                "[] | field-required | data",
                "{\"text\":\"a\",\"text\":\"b\"} | malformed | body"
            })
    void aWrongPetitionIsToldInASentenceAndNotKept(String data, String slug, String field) {
        Arrival arrival = accept(Hook.request("m", Hook.NOW, Hook.submitted(data)));

        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(arrival.ack().status()).isEqualTo(422);
        assertThat(new String(arrival.ack().body(), StandardCharsets.UTF_8))
                .contains("\"/problems/" + slug + "\"", "\"field\":\"" + field + "\"")
                .contains("\"detail\":\"");
    }

    @Test
    void anotherTypeIsTakenAsReceivedAndAnotherMethodIsNot() {
        assertThat(accept(Hook.request("m", Hook.NOW, "{\"type\":\"invoice.paid\",\"data\":{}}"))
                        .ack()
                        .status())
                .isEqualTo(204);
        assertThat(accept(new RawRequest("GET", "/", "", Map.of(), new byte[0], Hook.NOW))
                        .ack()
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aFailureAsksForAnotherTry() {
        assertThat(accept(Hook.request("m", Hook.NOW, GOOD)).failure().status()).isEqualTo(503);
    }
}
