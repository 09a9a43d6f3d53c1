package cn.wenzheng.channel.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers on WeChat, and everything WeChat may say to them. */
class WechatDeliveryTest {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String MESSAGE = "/cgi-bin/message/custom/send";
    private static final String NOTICE = "/cgi-bin/message/subscribe/bizsend";
    private static final String NUMBER = "WZ-20260314-000123";
    private static final String LINK = "https://wenzheng.example/track/WZ-20260314-000123#ABCD";

    private final WireMockServer wechat =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final WechatServices services = new WechatServices(Duration.ofSeconds(5));
    private final WechatDelivery delivery = new WechatDelivery(services, Tencent.SETTINGS);

    @BeforeEach
    void open() {
        wechat.start();
        wechat.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(token("t1")));
    }

    @AfterEach
    void close() throws IOException {
        services.close();
        wechat.stop();
    }

    @Test
    void sendsACustomerServiceMessageToTheCitizen() {
        answer(MESSAGE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));

        assertThat(sends("已修复，编号 " + NUMBER)).isInstanceOf(Outcome.Sent.class);
        wechat.verify(
                1,
                postRequestedFor(urlPathEqualTo(MESSAGE))
                        .withQueryParam("access_token", equalTo("t1"))
                        .withRequestBody(equalToJson("{\"touser\":\"" + Tencent.OPENID
                                + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"已修复，编号 " + NUMBER + "\"}}")));
    }

    @Test
    void asksForTheStableTokenOnceAndKeepsIt() {
        answer(MESSAGE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));

        sends("一");
        sends("二");
        wechat.verify(
                1,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(equalToJson("{\"grant_type\":\"client_credential\",\"appid\":\""
                                + Tencent.APPID + "\",\"secret\":\"demo-secret\",\"force_refresh\":false}")));
    }

    @Test
    void x10AfterTheWindowANoticeTellsThatTheAnswerIsThere() {
        answer(MESSAGE, okJson("{\"errcode\":45015,\"errmsg\":\"response out of time limit\"}"));
        answer(NOTICE, okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":2583317171}"));

        assertThat(delivery.means(account(), false, "answer")).containsExactly(Means.PRIVATE_MESSAGE, Means.TEMPLATE);
        assertThat(sends("已修复")).isEqualTo(new Outcome.WindowClosed("45015"));
        assertThat(delivery.deliver(reply(Means.TEMPLATE, "", "您的诉求已经有了办理答复，请点击查看详细内容，谢谢"), account()))
                .isInstanceOf(Outcome.Sent.class);
        wechat.verify(
                1,
                postRequestedFor(urlPathEqualTo(NOTICE))
                        .withRequestBody(matchingJsonPath("$.touser", equalTo(Tencent.OPENID)))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo("notice-1")))
                        .withRequestBody(matchingJsonPath("$.page", equalTo(LINK)))
                        .withRequestBody(matchingJsonPath("$.data.thing1.value", equalTo(NUMBER)))
                        .withRequestBody(matchingJsonPath("$.data.thing2.value", equalTo("您的诉求已经有了办理答复，请点击查看详…"))));
    }

    @Test
    void x10WithoutATemplateThereIsNoSecondWay() {
        Account bare = Tencent.account(Map.of("host", wechat.baseUrl()));

        assertThat(delivery.means(bare, false, "answer")).containsExactly(Means.PRIVATE_MESSAGE);
    }

    @Test
    void aTemplateMayNameItsOwnFields() {
        answer(NOTICE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        Account own = Tencent.account(
                Map.of("host", wechat.baseUrl(), "notice-template", "notice-2 character_string3 phrase4"));

        assertThat(delivery.deliver(reply(Means.TEMPLATE, "", NUMBER + " 已办结"), own))
                .isInstanceOf(Outcome.Sent.class);
        wechat.verify(postRequestedFor(urlPathEqualTo(NOTICE))
                .withRequestBody(matchingJsonPath("$.template_id", equalTo("notice-2")))
                .withRequestBody(matchingJsonPath("$.data.character_string3.value", equalTo(NUMBER)))
                .withRequestBody(matchingJsonPath("$.data.phrase4.value", equalTo("已办结"))));
    }

    @Test
    void x11TheSixthMessageWithinTheWindowIsNotTaken() {
        for (int sent = 0; sent < 6; sent++) {
            String next = sent == 5 ? "{\"errcode\":45047}" : "{\"errcode\":0,\"errmsg\":\"ok\"}";
            wechat.stubFor(post(urlPathEqualTo(MESSAGE))
                    .inScenario("window")
                    .whenScenarioStateIs(sent == 0 ? Scenario.STARTED : "sent " + sent)
                    .willReturn(okJson(next))
                    .willSetStateTo("sent " + (sent + 1)));
        }
        for (int sent = 0; sent < 5; sent++) {
            assertThat(sends("第" + sent + "条")).isInstanceOf(Outcome.Sent.class);
        }
        assertThat(sends("第六条")).isEqualTo(new Outcome.WindowClosed("45047"));
    }

    @Test
    void x12ATokenThatIsNotValidAnyMoreIsRenewedOnce() {
        wechat.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("token")
                .willReturn(token("old"))
                .willSetStateTo("renewed"));
        wechat.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("token")
                .whenScenarioStateIs("renewed")
                .willReturn(token("new")));
        wechat.stubFor(post(urlPathEqualTo(MESSAGE))
                .withQueryParam("access_token", equalTo("old"))
                .willReturn(okJson("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}")));
        wechat.stubFor(post(urlPathEqualTo(MESSAGE))
                .withQueryParam("access_token", equalTo("new"))
                .willReturn(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}")));

        assertThat(sends("已修复")).isInstanceOf(Outcome.Sent.class);
        wechat.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
        wechat.verify(2, postRequestedFor(urlPathEqualTo(MESSAGE)));
    }

    @Test
    void x12ATokenThatStaysInvalidStopsTheAccount() {
        answer(MESSAGE, okJson("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}"));

        assertThat(sends("已修复")).isEqualTo(new Outcome.TokenInvalid("40001"));
        wechat.verify(2, postRequestedFor(urlPathEqualTo(MESSAGE)));
    }

    @Test
    void x12TwoNodesNeverTakeEachOthersTokenAway() throws IOException {
        answer(MESSAGE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        try (WechatServices other = new WechatServices(Duration.ofMillis(400))) {
            sends("一");
            new WechatDelivery(other, Tencent.SETTINGS).deliver(reply(Means.PRIVATE_MESSAGE, "二", ""), account());
            sends("三");
        }
        wechat.verify(3, postRequestedFor(urlPathEqualTo(MESSAGE)));
        wechat.verify(
                2,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(matchingJsonPath("$.force_refresh", equalTo("false"))));
        wechat.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void anotherSecretIsAnotherService() {
        Account account = account();
        Account renewed = new Account(
                1,
                account.channel(),
                account.code(),
                account.unit(),
                account.name(),
                account.address(),
                account.settings(),
                Map.of("app-secret", java.util.List.of("renewed", "demo-secret")));

        assertThat(services.of(account)).isSameAs(services.of(account())).isNotSameAs(services.of(renewed));
        assertThat(services.of(renewed).getWxMpConfigStorage().getSecret()).isEqualTo("renewed");
    }

    @Test
    void aSecretThatIsRefusedStopsTheAccountBeforeAnythingIsSent() {
        wechat.stubFor(
                post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}")));

        assertThat(sends("已修复")).isEqualTo(new Outcome.TokenInvalid("40125"));
        wechat.verify(0, postRequestedFor(urlPathEqualTo(MESSAGE)));
    }

    @Test
    void withoutATokenNothingWasSaid() {
        wechat.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(sends("已修复")).isEqualTo(new Outcome.NotNow(null, "token"));

        wechat.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"errcode\":-1,\"errmsg\":\"busy\"}")));
        assertThat(sends("已修复")).isEqualTo(new Outcome.NotNow(null, "token"));
    }

    @Test
    void x13ABusyPlatformIsAskedOnceAndLeftToTheWaitsOfTheProcess() {
        answer(MESSAGE, okJson("{\"errcode\":-1,\"errmsg\":\"system error\"}"));

        assertThat(sends("已修复")).isEqualTo(new Outcome.NotNow(null, "-1"));
        wechat.verify(1, postRequestedFor(urlPathEqualTo(MESSAGE)));
    }

    @Test
    void x14WhatIsNoAnswerLeavesItOpenWhetherTheCitizenHasIt() {
        for (ResponseDefinitionBuilder strange : new ResponseDefinitionBuilder[] {
            aResponse().withHeader("Content-Type", "text/html").withBody("<html>502 Bad Gateway</html>"),
            aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"),
            aResponse().withStatus(503),
            aResponse().withStatus(200),
            aResponse().withStatus(302).withHeader("Location", wechat.baseUrl() + "/elsewhere"),
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)
        }) {
            wechat.resetRequests();
            answer(MESSAGE, strange);
            assertThat(sends("已修复")).isInstanceOf(Outcome.Unknown.class);
            wechat.verify(1, postRequestedFor(urlPathEqualTo(MESSAGE)));
            wechat.verify(0, getRequestedFor(anyUrl()));
        }
        assertThat(delivery.afterUnknown(Means.PRIVATE_MESSAGE)).isEqualTo(AfterUnknown.ASK);
    }

    /** Silence, and an answer of which each byte comes in time and the whole never does. */
    @Test
    void x14AnAnswerThatIsLateOrDripsIsCutOff() throws IOException {
        ResponseDefinitionBuilder answer =
                okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"x\":\"" + "x".repeat(400) + "\"}");
        try (WechatServices soon = new WechatServices(Duration.ofMillis(500))) {
            String unused = tokenOf(soon);
            WechatDelivery impatient = new WechatDelivery(soon, Tencent.SETTINGS);
            for (ResponseDefinitionBuilder slow : new ResponseDefinitionBuilder[] {
                answer.withFixedDelay(4_000), answer.withFixedDelay(0).withChunkedDribbleDelay(60, 12_000)
            }) {
                answer(MESSAGE, slow);
                assertThat(impatient.deliver(reply(Means.PRIVATE_MESSAGE, "已修复", ""), account()))
                        .isInstanceOf(Outcome.Unknown.class);
            }
        }
    }

    /** The first call of a library takes longer than any limit of a test. */
    private String tokenOf(WechatServices of) {
        try {
            return of.of(account()).getAccessToken();
        } catch (me.chanjar.weixin.common.error.WxErrorException slow) {
            throw new IllegalStateException(slow);
        }
    }

    @Test
    void x14WhereNobodyListensNothingWasSaid() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        answer(MESSAGE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        sends("一");
        Account account = account();
        services.of(account).getWxMpConfigStorage().getHostConfig().setApiHost("http://127.0.0.1:" + free);

        assertThat(delivery.deliver(reply(Means.PRIVATE_MESSAGE, "二", ""), account))
                .isEqualTo(new Outcome.NotNow(null, "unreachable"));
    }

    @Test
    void x15MarksOfXmlReachTheCitizenAsTheyStand() {
        answer(MESSAGE, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        String text = "]]> <b>&amp; \"引号\" \\ 😀";

        assertThat(sends(text)).isInstanceOf(Outcome.Sent.class);
        wechat.verify(postRequestedFor(urlPathEqualTo(MESSAGE))
                .withRequestBody(matchingJsonPath("$.text.content", equalTo(text))));
    }

    @Test
    void x16SomebodyWhoDoesNotFollowIsGone() {
        answer(MESSAGE, okJson("{\"errcode\":43004,\"errmsg\":\"require subscribe\"}"));

        assertThat(sends("已修复")).isEqualTo(new Outcome.TargetGone("43004"));
    }

    @Test
    void x17WhoHasNotConsentedToNoticesGetsNone() {
        answer(NOTICE, okJson("{\"errcode\":43101,\"errmsg\":\"user refuse to accept the msg\"}"));

        assertThat(delivery.deliver(reply(Means.TEMPLATE, "", "已办结"), account()))
                .isEqualTo(new Outcome.Refused("43101", Outcome.Refused.RECIPIENT));
    }

    @ParameterizedTest
    @CsvSource({
        "40014, TokenInvalid",
        "42001, TokenInvalid",
        "45015, WindowClosed",
        "45047, WindowClosed",
        "40003, TargetGone",
        "43004, TargetGone",
        "50005, TargetGone",
        "43101, Refused",
        "45002, Refused",
        "87014, Refused",
        "48001, Refused",
        "48004, Refused",
        "50002, Refused",
        "40037, Refused",
        "41030, Refused",
        "47003, Refused",
        "99999, Refused"
    })
    void everyCodeHasItsOutcome(int code, String outcome) {
        answer(MESSAGE, okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));

        assertThat(sends("已修复").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void aQuotaIsWaitedForWithoutAskingAgain() {
        assertThat(WechatErrors.ofCode(45009, Tencent.NOW))
                .isEqualTo(new Outcome.NotNow(Instant.parse("2026-03-16T16:00:00Z"), "45009"));
        assertThat(WechatErrors.ofCode(45011, Tencent.NOW))
                .isEqualTo(new Outcome.NotNow(Tencent.NOW.plusSeconds(60), "45011"));
    }

    @Test
    void countsAMessageInBytesAndANoticeInSigns() {
        var message = delivery.limit(account(), Means.PRIVATE_MESSAGE);
        var notice = delivery.limit(account(), Means.TEMPLATE);

        assertThat(message.most()).isEqualTo(2048);
        assertThat(message.length("路灯a😀")).isEqualTo(11);
        assertThat(notice.most()).isEqualTo(20);
        assertThat(notice.length("路灯a😀")).isEqualTo(4);
        assertThat(NUMBER).hasSizeLessThanOrEqualTo(notice.most());
    }

    private void answer(String path, ResponseDefinitionBuilder answer) {
        wechat.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
        wechat.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
    }

    private static ResponseDefinitionBuilder token(String token) {
        return okJson("{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
    }

    private Outcome sends(String text) {
        return delivery.deliver(reply(Means.PRIVATE_MESSAGE, text, ""), account());
    }

    private Account account() {
        return Tencent.account(Map.of("host", wechat.baseUrl(), "notice-template", "notice-1"));
    }

    private static Reply reply(Means means, String text, String subject) {
        return new Reply(
                "k1",
                NUMBER,
                "answer",
                means,
                new Reply.Contact(Tencent.OPENID, Tencent.OPENID, null, "m:1", Tencent.NOW, null, null, 0, 0, true),
                text,
                subject,
                LINK,
                1,
                0,
                false,
                Tencent.NOW);
    }
}
