package cn.wenzheng.channel.alipay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.Reply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers on Alipay, and everything its gateway may say to them. */
class AlipayDeliveryTest {

    private static final String NUMBER = "WZ-20260314-000123";
    private static final String CHAT = "alipay_open_public_message_custom_send_response";
    private static final String NOTICE = "alipay_open_app_mini_templatemessage_send_response";
    private static final String LINK = "https://wenzheng.example/track/WZ-20260314-000123#ABCD";

    private final GatewayStub alipay = new GatewayStub();
    private final Map<String, String> forms = new HashMap<>();
    private final AlipayDelivery delivery = delivery(true);

    private AlipayDelivery delivery(boolean chats) {
        return new AlipayDelivery(
                new Gateway(new PlatformHttp()),
                new AlipayDelivery.FormIds() {
                    @Override
                    public @Nullable String of(Account account, @Nullable String externalId) {
                        return forms.get(externalId);
                    }

                    @Override
                    public void used(Account account, @Nullable String externalId) {
                        forms.remove(externalId);
                    }
                },
                new AlipaySettings(
                        Duration.ofHours(48), new AlipaySettings.LifeAccount(chats, AlipaySettings.Ack.XML)));
    }

    @AfterEach
    void close() {
        alipay.close();
    }

    @Test
    void a12WritesToTheOpenIdOrTheUserIdWhicheverItKnows() throws JsonProcessingException {
        alipay.answers(CHAT, "{\"code\":\"10000\",\"msg\":\"Success\"}");

        assertThat(chats(Alipay.OPEN_ID, "已修复😀 & <b>")).isInstanceOf(Outcome.Sent.class);
        Map<String, String> asked = alipay.lastAsked();
        assertThat(asked)
                .containsEntry("method", "alipay.open.public.message.custom.send")
                .containsEntry("app_id", Alipay.APP)
                .containsEntry("format", "JSON")
                .containsEntry("sign_type", "RSA2")
                .containsEntry("version", "1.0")
                .containsEntry("timestamp", "2026-03-16 09:00:00");
        JsonNode content = read(asked);
        assertThat(content.path("open_id").asText()).isEqualTo(Alipay.OPEN_ID);
        assertThat(content.has("to_user_id")).isFalse();
        assertThat(content.path("text").path("content").asText()).isEqualTo("已修复😀 & <b>");
        assertThat(content.path("chat").asText()).isEqualTo("1");

        assertThat(chats(Alipay.USER_ID, "已修复")).isInstanceOf(Outcome.Sent.class);
        JsonNode older = read(alipay.lastAsked());
        assertThat(older.path("to_user_id").asText()).isEqualTo(Alipay.USER_ID);
        assertThat(older.has("open_id")).isFalse();
    }

    @Test
    void a10BelievesNoAnswerThatAlipayHasNotSigned() {
        String node = "{\"code\":\"10000\",\"msg\":\"Success\"}";
        String sign = Alipay.sign(node, "UTF-8");
        for (String forged : List.of(
                "{\"" + CHAT + "\":" + node + "}",
                "{\"" + CHAT + "\":" + node + ",\"sign\":\"" + Alipay.sign("{}", "UTF-8") + "\"}",
                "{\"" + CHAT + "\":{\"code\":\"10000\", \"msg\":\"Success\"},\"sign\":\"" + sign + "\"}",
                "{\"other_response\":" + node + ",\"sign\":\"" + sign + "\"}",
                "{\"" + CHAT + "\":" + node + ",\"sign\":[\"" + sign + "\"]",
                "<html>502</html>",
                "",
                "[]")) {
            alipay.answersText(forged);
            assertThat(chats(Alipay.OPEN_ID, "已修复")).as(forged).isEqualTo(new Outcome.Unknown("not-signed"));
        }
    }

    @Test
    void a10ReadsTheNodeAsItStandsWhereverItStands() {
        String node = "{ \"code\" : \"10000\" ,\n \"msg\":\"a } \\\" { 好\", \"inner\":{\"sign\":\"x\"}}";
        alipay.answersText(
                "{\"sign\":\"" + Alipay.sign(node, "UTF-8") + "\",\"x\":[{}],\"" + CHAT + "\":" + node + "}");

        assertThat(chats(Alipay.OPEN_ID, "已修复")).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void a10KnowsSlashesThatWereEscapedAfterSigning() {
        String signed = "{\"code\":\"10000\",\"msg\":\"https://a/b\"}";
        alipay.answersText("{\"" + CHAT + "\":" + signed.replace("/", "\\/") + ",\"sign\":\""
                + Alipay.sign(signed, "UTF-8") + "\"}");

        assertThat(chats(Alipay.OPEN_ID, "已修复")).isInstanceOf(Outcome.Sent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "40004, MSG_SD_OVER_TIME, WindowClosed",
        "20000, isp.unknow-error, NotNow",
        "20000, '', NotNow",
        "40002, isv.invalid-timestamp, NotNow",
        "40002, isv.invalid-signature, TokenInvalid",
        "40002, isv.invalid-app-id, TokenInvalid",
        "20001, aop.invalid-auth-token, TokenInvalid",
        "40004, SOMETHING_NEW, Refused",
        "40006, isv.insufficient-isv-permissions, Refused",
        "40004, '', Refused"
    })
    void a10EverySubCodeHasItsOutcome(String code, String subCode, String outcome) {
        String node = "{\"code\":\"" + code + "\",\"msg\":\"x\",\"sub_code\":\"" + subCode + "\",\"sub_msg\":\"不行\"}";
        for (String name : List.of(CHAT, "error_response")) {
            alipay.answers(name, node);
            assertThat(chats(Alipay.OPEN_ID, "已修复").getClass().getSimpleName()).isEqualTo(outcome);
        }
    }

    @Test
    void a11WhenTheWindowIsOverTheNoticeIsTheNextWay() {
        Account account = alipay.account("notice-template", "T1");
        alipay.answers(CHAT, "{\"code\":\"40004\",\"msg\":\"x\",\"sub_code\":\"MSG_SD_OVER_TIME\"}");

        assertThat(chats(Alipay.OPEN_ID, "已修复")).isEqualTo(new Outcome.WindowClosed("MSG_SD_OVER_TIME"));
        assertThat(delivery.means(account, false, "answer")).containsExactly(Means.PRIVATE_MESSAGE, Means.TEMPLATE);
        assertThat(delivery.means(alipay.account(), false, "answer")).containsExactly(Means.PRIVATE_MESSAGE);
        assertThat(delivery(false).means(account, false, "answer")).containsExactly(Means.TEMPLATE);
        assertThat(delivery(false).means(alipay.account(), false, "answer")).isEmpty();
        assertThat(delivery.means(account, false, "answer", "mp:s1:x")).containsExactly(Means.TEMPLATE);
        assertThat(delivery.means(alipay.account(), false, "answer", "mp:s1:x"))
                .as("he finds it on his page")
                .isEmpty();
    }

    @Test
    void a11AsksNobodyWhenTheWindowIsKnownToBeOver() {
        alipay.answers(CHAT, "{\"code\":\"10000\"}");
        Instant longAgo = Alipay.NOW.minus(Duration.ofHours(48)).minusMillis(1);

        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", longAgo, "1"), alipay.account()))
                .isEqualTo(new Outcome.WindowClosed("chat-window"));
        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", null, "1"), alipay.account()))
                .isEqualTo(new Outcome.WindowClosed("chat-window"));
        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", Alipay.NOW, "mp:s1:" + Alipay.OPEN_ID), alipay.account()))
                .isEqualTo(new Outcome.WindowClosed("chat-window"));
        assertThat(alipay.asked()).isZero();
        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", longAgo.plusMillis(1), "1"), alipay.account()))
                .isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void aNoticeTellsNumberStateAndPageByTheFormOnce() throws JsonProcessingException {
        alipay.answers(NOTICE, "{\"code\":\"10000\",\"msg\":\"Success\"}");
        Account account = alipay.account("notice-template", "T1");
        String item = "mp:s1:" + Alipay.OPEN_ID;
        forms.put(item, "F1");

        assertThat(delivery.deliver(notice(NUMBER + " 您的诉求已有答复", item), account))
                .isInstanceOf(Outcome.Sent.class);
        JsonNode content = read(alipay.lastAsked());
        assertThat(alipay.lastAsked()).containsEntry("method", "alipay.open.app.mini.templatemessage.send");
        assertThat(content.path("to_open_id").asText()).isEqualTo(Alipay.OPEN_ID);
        assertThat(content.path("form_id").asText()).isEqualTo("F1");
        assertThat(content.path("user_template_id").asText()).isEqualTo("T1");
        assertThat(content.path("page").asText()).isEqualTo(LINK);
        assertThat(content.path("data").asText())
                .isEqualTo("{\"keyword1\":{\"value\":\"" + NUMBER + "\"},\"keyword2\":{\"value\":\"您的诉求已有答复\"}}");

        assertThat(delivery.deliver(notice("您的诉求已办结", item), account)).isInstanceOf(Outcome.Sent.class);
        assertThat(read(alipay.lastAsked()).has("form_id")).isFalse();
    }

    @Test
    void aFormIsKeptWhenTheNoticeWasNotSent() {
        alipay.answers(NOTICE, "{\"code\":\"20000\",\"msg\":\"x\",\"sub_code\":\"isp.unknow-error\"}");
        forms.put("mp:s1:x", "F1");

        assertThat(delivery.deliver(notice("已办结", "mp:s1:x"), alipay.account("notice-template", "T1 number phrase")))
                .isEqualTo(new Outcome.NotNow(null, "20000"));
        assertThat(forms).containsKey("mp:s1:x");
        assertThat(alipay.lastAsked().get("biz_content")).contains("number", "phrase");
    }

    @Test
    void a14ANoticeThatIsTooLongIsNotSent() {
        alipay.answers(NOTICE, "{\"code\":\"10000\"}");
        Account account = alipay.account("notice-template", "T1");

        assertThat(delivery.deliver(notice("长".repeat(2048), "1"), account))
                .isEqualTo(new Outcome.Refused("data", "text-too-long"));
        assertThat(alipay.asked()).isZero();
        assertThat(delivery.deliver(notice("长".repeat(1900), "1"), account)).isInstanceOf(Outcome.Sent.class);
        assertThat(delivery.limit(account, Means.TEMPLATE).most()).isEqualTo(2048);
        assertThat(delivery.limit(account, Means.TEMPLATE).length("长😀a")).isEqualTo(3);
    }

    @Test
    void a15AClockThatIsWrongIsNamedAndWaitedFor() {
        alipay.answers(CHAT, "{\"code\":\"40002\",\"msg\":\"x\",\"sub_code\":\"isv.invalid-timestamp\"}");

        assertThat(chats(Alipay.OPEN_ID, "已修复")).isEqualTo(new Outcome.NotNow(null, "clock-skew"));
    }

    @Test
    void whatGotNoAnswerIsUnknownAndGoesToAPerson() {
        alipay.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(chats(Alipay.OPEN_ID, "已修复")).isEqualTo(new Outcome.Unknown("no-answer"));
        alipay.answers(aResponse().withStatus(502).withBody("<html>"));
        assertThat(chats(Alipay.OPEN_ID, "已修复")).isEqualTo(new Outcome.Unknown("not-signed"));
        assertThat(delivery.afterUnknown(Means.PRIVATE_MESSAGE)).isEqualTo(AfterUnknown.ASK);
        assertThat(delivery.afterUnknown(Means.TEMPLATE)).isEqualTo(AfterUnknown.ASK);
    }

    @Test
    void whereNobodyListensNothingWasSaid() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        Account away = Alipay.account("gateway", "http://127.0.0.1:" + free);

        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", Alipay.NOW, "1"), away))
                .isEqualTo(new Outcome.NotNow(null, "unreachable"));
    }

    @Test
    void withoutAKeyTheAccountWaitsForOne() {
        Account bare =
                new Account(1, Alipay.account().channel(), "wenzheng", "00", "问政", Alipay.APP, Map.of(), Map.of());

        assertThat(delivery.deliver(chat(Alipay.OPEN_ID, "x", Alipay.NOW, "1"), bare))
                .isEqualTo(new Outcome.TokenInvalid("app-private-key"));
    }

    private Outcome chats(String person, String text) {
        return delivery.deliver(chat(person, text, Alipay.NOW, "1"), alipay.account());
    }

    private static Reply chat(String person, String text, @Nullable Instant spokeAt, String inReplyTo) {
        return reply(Means.PRIVATE_MESSAGE, person, text, "", spokeAt, inReplyTo);
    }

    private static Reply notice(String subject, String inReplyTo) {
        return reply(Means.TEMPLATE, Alipay.OPEN_ID, "", subject, null, inReplyTo);
    }

    private static Reply reply(
            Means means, String person, String text, String subject, @Nullable Instant spokeAt, String inReplyTo) {
        return new Reply(
                "k1",
                NUMBER,
                "answer",
                means,
                new Reply.Contact(person, person, null, inReplyTo, spokeAt, null, null, 0, 0, true),
                text,
                subject,
                LINK,
                1,
                0,
                false,
                Alipay.NOW);
    }

    private static JsonNode read(Map<String, String> asked) throws JsonProcessingException {
        return new ObjectMapper().readTree(Objects.requireNonNull(asked.get("biz_content")));
    }
}
