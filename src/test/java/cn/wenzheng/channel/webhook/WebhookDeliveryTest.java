package cn.wenzheng.channel.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PublicDoor;
import cn.wenzheng.channel.Reply;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How events leave for other systems (channels' conformance case H6). */
class WebhookDeliveryTest {

    @RegisterExtension
    private static final WireMockExtension OTHER_SYSTEM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String EVENT = "{\"type\":\"petition.answered\",\"data\":{\"publicAnswer\":\"已修复\"}}";

    private Outcome answered(ResponseDefinitionBuilder answer) {
        OTHER_SYSTEM.stubFor(post("/events").willReturn(answer));
        return delivery().deliver(event(Hook.NOW), account(OTHER_SYSTEM.baseUrl() + "/events"));
    }

    private static WebhookDelivery delivery() {
        return new WebhookDelivery(PublicDoor.to(URI.create(OTHER_SYSTEM.baseUrl())));
    }

    private static Account account(String url) {
        return Hook.account(Map.of("url", url), Hook.SECRET);
    }

    private static Reply event(Instant now) {
        Reply.Contact nobody = new Reply.Contact("petition:1", "", null, null, null, null, null, 0, 0, true);
        return new Reply(
                "evt_WZ-20260310-000001_answered_1",
                "WZ-20260310-000001",
                "petition.answered",
                Means.EVENT,
                nobody,
                EVENT,
                "petition.answered",
                null,
                1,
                0,
                false,
                now);
    }

    @Test
    void h6AnEventIsSignedAnewAtEachTryUnderTheSameId() throws Exception {
        OTHER_SYSTEM.stubFor(post("/events").willReturn(aResponse().withStatus(204)));
        Account account = account(OTHER_SYSTEM.baseUrl() + "/events");
        Instant now = Instant.now();
        assertThat(delivery().deliver(event(now.minusSeconds(60)), account)).isEqualTo(new Outcome.Sent(null));
        assertThat(delivery().deliver(event(now), account)).isEqualTo(new Outcome.Sent(null));

        List<LoggedRequest> tries = OTHER_SYSTEM.findAll(postRequestedFor(anyUrl()));
        assertThat(tries).hasSize(2).allSatisfy(one -> {
            assertThat(one.getBodyAsString()).isEqualTo(EVENT);
            assertThat(one.getHeader("webhook-id")).isEqualTo("evt_WZ-20260310-000001_answered_1");
            new Webhook(Hook.SECRET).verify(one.getBodyAsString(), headers(one));
        });
        assertThat(tries).extracting(one -> one.getHeader("webhook-timestamp")).doesNotHaveDuplicates();
    }

    private static HttpHeaders headers(LoggedRequest request) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(request.getHeader("webhook-id")),
                        "webhook-timestamp", List.of(request.getHeader("webhook-timestamp")),
                        "webhook-signature", List.of(request.getHeader("webhook-signature"))),
                (name, value) -> true);
    }

    @Test
    void h6TheScheduleIsThePublishedOneAndNeverEarly() {
        List<Duration> published = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        List<Duration> tries = delivery().tries();

        assertThat(tries).hasSameSizeAs(published);
        for (int i = 0; i < tries.size(); i++) {
            Duration wait = published.get(i);
            assertThat(tries.get(i)).isBetween(wait, wait.plus(wait.dividedBy(10)));
        }
        assertThat(tries).isNotEqualTo(delivery().tries());
    }

    @Test
    void h6GoneSwitchesTheEndpointOff() {
        assertThat(answered(aResponse().withStatus(410))).isEqualTo(new Outcome.TokenInvalid("gone"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void h6WhoIsBusyIsLeftAloneUntilThen(int status) {
        assertThat(answered(aResponse().withStatus(status).withHeader("Retry-After", "120")))
                .isEqualTo(new Outcome.NotNow(Hook.NOW.plusSeconds(120), "http-" + status));
        assertThat(answered(aResponse().withStatus(status).withHeader("Retry-After", "Tue, 10 Mar 2026 02:30:00 GMT")))
                .isEqualTo(new Outcome.NotNow(Instant.parse("2026-03-10T02:30:00Z"), "http-" + status));
        assertThat(answered(aResponse().withStatus(status).withHeader("Retry-After", "999999999")))
                .isEqualTo(new Outcome.NotNow(Hook.NOW.plus(Duration.ofHours(24)), "http-" + status));
        assertThat(answered(aResponse().withStatus(status).withHeader("Retry-After", "soon")))
                .isEqualTo(new Outcome.NotNow(null, "http-" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void h6AnyOtherRefusalIsTriedAgainByTheSchedule(int status) {
        assertThat(answered(aResponse().withStatus(status).withHeader("Retry-After", "120")))
                .isEqualTo(new Outcome.NotNow(null, "http-" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void h6ARedirectIsAFailureAndNotFollowed(int status) {
        OTHER_SYSTEM.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(200)));

        assertThat(answered(aResponse().withStatus(status).withHeader("Location", "/elsewhere")))
                .isEqualTo(new Outcome.NotNow(null, "http-" + status));
        assertThat(OTHER_SYSTEM.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest/meta-data",
                "https://10.0.0.8/events",
                "http://[::1]/",
                "file:///etc/passwd",
                "ftp://example.org/",
                "no address at all",
                ""
            })
    void h6AnAddressInsideIsNeverCalled(String url) {
        assertThat(delivery().deliver(event(Hook.NOW), account(url)))
                .isEqualTo(new Outcome.Refused("address", "not-public"));
    }

    @Test
    void whatHasNoAnswerIsSentAgain() {
        assertThat(answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
                .isEqualTo(new Outcome.Unknown("no-answer"));
        assertThat(delivery().afterUnknown(Means.EVENT)).isEqualTo(AfterUnknown.RETRY);
    }

    @Test
    void withoutASecretNothingIsSent() {
        Account none = Hook.account(Map.of("url", OTHER_SYSTEM.baseUrl()), "whsec_!");
        assertThat(delivery().deliver(event(Hook.NOW), none)).isInstanceOf(Outcome.TokenInvalid.class);
        assertThat(OTHER_SYSTEM.getAllServeEvents()).isEmpty();
    }
}
