package cn.wenzheng.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Arrival.Verdict;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What WeChat pushes, and what others push in its name. */
class WechatIntakeTest {

    private static final Account SEALED = Tencent.account(Map.of("mode", "aes"));
    private static final Account PLAIN = Tencent.account(Map.of("mode", "plain"));

    private final WechatIntake intake = new WechatIntake(Tencent.SETTINGS);

    @Test
    void answersTheVerificationWithItsEcho() {
        String time = "" + Tencent.NOW.getEpochSecond();
        Arrival arrival = accept(Tencent.verification(Tencent.query("echostr=5927782489442352469", time)), SEALED);

        assertThat(arrival.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(words(arrival)).isEqualTo("5927782489442352469");
        for (String forged : List.of(
                "", "echostr=1", "echostr=1&signature=x&timestamp=1&nonce=2", Tencent.query("echostr=", time))) {
            assertThat(accept(Tencent.verification(forged), SEALED).verdict())
                    .as(forged)
                    .isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void x2TakesSealedMessagesAndPlainOnesOnlyWhereTheAccountIsPlain() {
        String xml = Tencent.message("text", "1", "<Content><![CDATA[路灯坏了]]></Content>");

        assertThat(only(accept(Tencent.sealed(xml), SEALED)).text()).isEqualTo("路灯坏了");
        assertThat(only(accept(Tencent.plain(xml), PLAIN)).text()).isEqualTo("路灯坏了");
        assertRefused(accept(Tencent.plain(xml), SEALED), 403);
        assertRefused(accept(Tencent.plain(xml), Tencent.account(Map.of())), 403);
        assertRefused(accept(Tencent.push("timestamp=1&nonce=2&signature=3", xml), PLAIN), 403);
    }

    @Test
    void takesNoOldPlainMessageBecauseItsBodyIsNotSigned() {
        String xml = Tencent.message("text", "1", "<Content>路灯坏了</Content>");

        assertThat(accept(Tencent.plain(xml, Tencent.NOW.minusSeconds(600)), PLAIN)
                        .items())
                .hasSize(1);
        assertRefused(accept(Tencent.plain(xml, Tencent.NOW.minusSeconds(601)), PLAIN), 403);
        assertRefused(accept(Tencent.plain(xml, Tencent.NOW.plusSeconds(601)), PLAIN), 403);
        String never = "timestamp=never&nonce=nonce1&signature=" + SHA1.gen(Tencent.TOKEN, "never", "nonce1");
        assertRefused(accept(Tencent.push(never, xml), PLAIN), 403);
    }

    @Test
    void takesWhatEitherOfTwoValidSecretsHasSigned() {
        Account rotating = new Account(
                1,
                SEALED.channel(),
                "wenzheng",
                "00",
                "问政",
                Tencent.APPID,
                Map.of(),
                Map.of(
                        "token", List.of("new-token", Tencent.TOKEN),
                        "aes-key", List.of("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", Tencent.AES_KEY)));

        assertThat(accept(Tencent.sealed(Tencent.message("text", "1", "<Content>您好</Content>")), rotating)
                        .items())
                .hasSize(1);
    }

    @Test
    void x3RefusesAMessageForAnotherAppidUnderTheRightKey() {
        String xml = Tencent.message("text", "1", "<Content>您好</Content>");

        assertRefused(accept(Tencent.sealed(xml, "wxother0000000001"), SEALED), 403);
    }

    @Test
    void x4ReadsNoDocumentTypeNoEntityAndNothingDeepInsideAndOutside() throws IOException {
        try (ServerSocket ear = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ear.setSoTimeout(200);
            String http = "http://127.0.0.1:" + ear.getLocalPort() + "/x";
            for (String attack : List.of(
                    "<!DOCTYPE xml SYSTEM \"" + http + "\"><xml><Content>x</Content></xml>",
                    "<!DOCTYPE xml [<!ENTITY a SYSTEM \"" + http + "\">]><xml><Content>&a;</Content></xml>",
                    "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Content>&a;</Content></xml>",
                    "<!DOCTYPE xml [<!ENTITY % a SYSTEM \"" + http + "\"> %a;]><xml/>",
                    "<!DOCTYPE xml><xml><Content>x</Content></xml>",
                    "<!DOCTYPE xml [<!ENTITY unused \"x\">]><xml><Content>x</Content></xml>",
                    bomb(),
                    "<a>".repeat(4_000) + "</a>".repeat(4_000))) {
                assertRefused(accept(Tencent.sealed(attack), SEALED), 400);
                assertRefused(accept(Tencent.plain(attack), PLAIN), 400);
                String query = "encrypt_type=aes&timestamp=1&nonce=2&msg_signature=3";
                assertRefused(accept(Tencent.push(query, attack), SEALED), 400);
            }
            assertThatThrownBy(ear::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static String bomb() {
        return "<!DOCTYPE xml [<!ENTITY a0 \"lol\">"
                + IntStream.range(1, 10)
                        .mapToObj(n -> "<!ENTITY a" + n + " \"" + ("&a" + (n - 1) + ";").repeat(10) + "\">")
                        .collect(Collectors.joining())
                + "]><xml><Content>&a9;</Content></xml>";
    }

    @Test
    void x5TheSameMessageIdFromTwoCitizensIsTwoMessages() {
        Inbound one = only(sealed(Tencent.messageFrom("oOne", "text", "<Content>1</Content><MsgId>7</MsgId>")));
        Inbound two = only(sealed(Tencent.messageFrom("oTwo", "text", "<Content>2</Content><MsgId>7</MsgId>")));

        assertThat(one.externalId()).isEqualTo("m:7:oOne:" + Tencent.NOW.getEpochSecond());
        assertThat(two.externalId()).isNotEqualTo(one.externalId());
        assertThat(one.conversationKey()).isEqualTo("oOne");
    }

    @Test
    void x6AnEventIsNamedByWhoWhenWhatAndAboutWhat() {
        long now = Tencent.NOW.getEpochSecond();
        assertThat(event("unsubscribe", "").externalId())
                .isEqualTo("e:" + Tencent.OPENID + ":" + now + ":unsubscribe:")
                .isEqualTo(event("unsubscribe", "").externalId());
        assertThat(event("CLICK", "a").externalId())
                .isNotEqualTo(event("CLICK", "b").externalId());
        assertThat(event("VIEW", "https://example.cn/" + "a".repeat(1000)).externalId())
                .hasSizeLessThan(200);
        assertThat(event("subscribe", "").text()).isEqualTo("FOLLOW");
        assertThat(event("unsubscribe", "").text()).isEqualTo("UNFOLLOW");
        assertThat(event("SCAN", "1").text()).isEqualTo("FOLLOW");
        assertThat(event("VIEW", "1").text()).isEqualTo("MENU");
        assertThat(event("CLICK", "1").kind()).isEqualTo(Inbound.Kind.EVENT);
    }

    private Inbound event(String event, String key) {
        return only(sealed(Tencent.messageFrom(
                Tencent.OPENID, "event", "<Event>" + event + "</Event><EventKey>" + key + "</EventKey>")));
    }

    @Test
    void x7AnswersExactlySuccessWhateverCameIn() {
        for (String xml : List.of(
                Tencent.message("text", "1", "<Content>您好</Content>"),
                Tencent.message("hologram", "1", ""),
                Tencent.messageFrom(Tencent.OPENID, "event", "<Event>LOCATION</Event><Latitude>38.4</Latitude>"),
                Tencent.messageFrom(Tencent.OPENID, "event", "<Event>something_new</Event>"))) {
            Arrival arrival = sealed(xml);
            assertThat(arrival.ack().status()).isEqualTo(200);
            assertThat(arrival.ack().contentType()).startsWith("text/plain");
            assertThat(arrival.ack().body()).isEqualTo("success".getBytes(StandardCharsets.US_ASCII));
            assertThat(arrival.failure().status()).isEqualTo(500);
        }
        assertThat(sealed(Tencent.message("hologram", "1", "")).items()).isEmpty();
        assertThat(sealed(Tencent.messageFrom(Tencent.OPENID, "event", "<Event>LOCATION</Event>"))
                        .items())
                .isEmpty();
    }

    @Test
    void x8ReadsEveryKindOfMessage() {
        Inbound text = only(sealed(Tencent.message("text", "6057404712141979648", "<Content>停水了😀</Content>")));
        assertThat(text.text()).isEqualTo("停水了😀");
        assertThat(text.externalId()).startsWith("m:6057404712141979648:");
        assertThat(text.submittedAt()).isEqualTo(Tencent.NOW);
        assertThat(text.kind()).isEqualTo(Inbound.Kind.MESSAGE);
        assertThat(text.publicSource()).isFalse();

        assertThat(media("image", "<PicUrl>http://x/y</PicUrl><MediaId>p1</MediaId>"))
                .isEqualTo(new MediaRef(MediaRef.Type.PICTURE, "p1", null, null));
        assertThat(media("voice", "<MediaId>v1</MediaId><Format>amr</Format>").type())
                .isEqualTo(MediaRef.Type.VOICE);
        assertThat(media("video", "<MediaId>f1</MediaId><ThumbMediaId>t</ThumbMediaId>")
                        .type())
                .isEqualTo(MediaRef.Type.VIDEO);
        assertThat(media("shortvideo", "<MediaId>f2</MediaId>").type()).isEqualTo(MediaRef.Type.VIDEO);

        Inbound voice = only(sealed(
                Tencent.message("voice", "1", "<MediaId>v1</MediaId><Recognition><![CDATA[路灯不亮]]></Recognition>")));
        assertThat(voice.text()).isEqualTo("路灯不亮");
        assertThat(voice.media()).hasSize(1);

        Inbound link = only(sealed(Tencent.message(
                "link", "1", "<Title>标题</Title><Description>说明</Description><Url>https://example.cn</Url>")));
        assertThat(link.text()).isEqualTo("标题\n说明\nhttps://example.cn");
    }

    @Test
    void x8TakesTheFirstNumberOfAPlaceForItsLatitude() {
        Inbound place = only(
                sealed(
                        Tencent.message(
                                "location",
                                "1",
                                "<Location_X>38.487</Location_X><Location_Y>106.231</Location_Y><Scale>16</Scale><Label>兴庆区新华街</Label>")));

        assertThat(place.place()).isEqualTo(new GeoPoint(38.487, 106.231, GeoPoint.Crs.GCJ02));
        assertThat(place.text()).isEqualTo("兴庆区新华街");
        Inbound nowhere = only(sealed(Tencent.message(
                "location", "2", "<Location_X>NaN</Location_X><Location_Y>1e9</Location_Y><Label>家</Label>")));
        assertThat(nowhere.place()).isNull();
    }

    @Test
    void x8ReadsTheSameFieldsAsTheLibrary() {
        String xml = Tencent.message(
                "location", "9", "<Location_X>38.4</Location_X><Location_Y>106.2</Location_Y><Label>街</Label>");
        WxMpXmlMessage library = WxMpXmlMessage.fromXml(xml);
        Inbound ours = only(sealed(xml));

        assertThat(ours.sender().id()).isEqualTo(library.getFromUser());
        assertThat(ours.externalId())
                .isEqualTo("m:" + library.getMsgId() + ":" + library.getFromUser() + ":" + library.getCreateTime());
        assertThat(ours.text()).isEqualTo(library.getLabel());
        assertThat(ours.place())
                .isEqualTo(new GeoPoint(library.getLocationX(), library.getLocationY(), GeoPoint.Crs.GCJ02));
    }

    private MediaRef media(String type, String fields) {
        return only(sealed(Tencent.message(type, "1", fields))).media().get(0);
    }

    @Test
    void x18LooksAtNoLargeBody() {
        assertThat(intake.mostBytes()).isEqualTo(64 << 10);
        String large = Tencent.message("text", "1", "<Content>" + "长".repeat(7_000_000) + "</Content>");

        assertRefused(accept(Tencent.plain(large), PLAIN), 413);
    }

    @Test
    void x19RefusesASignedTextThatDoesNotOpen() {
        String lie = Tencent.seal(Tencent.inside(Integer.MAX_VALUE, "<xml/>", Tencent.APPID, null));

        assertRefused(accept(Tencent.enveloped(lie), SEALED), 403);
        assertRefused(accept(Tencent.enveloped("AAAA"), SEALED), 403);
        assertRefused(accept(Tencent.enveloped("?"), SEALED), 403);
    }

    @Test
    void x20RefusesAQueryThatSaysAnythingTwice() {
        RawRequest genuine = Tencent.sealed(Tencent.message("text", "1", "<Content>您好</Content>"));
        for (String name : List.of("signature", "msg_signature", "timestamp", "nonce", "encrypt_type")) {
            String query = genuine.rawQuery() + "&" + name + "=x";
            assertRefused(accept(Tencent.push(query, genuine.text()), SEALED), 403);
        }
        assertThat(accept(genuine, SEALED).items()).hasSize(1);
    }

    @Test
    void aSenderWithoutATimeIsStillHeard() {
        Instant received = Tencent.NOW;
        String xml = "<xml><FromUserName>o1</FromUserName><CreateTime>99999999999999999999</CreateTime>"
                + "<MsgType>text</MsgType><Content>您好</Content></xml>";

        assertThat(only(sealed(xml)).submittedAt()).isEqualTo(received);
        assertThat(only(sealed(xml)).externalId())
                .isEqualTo(only(sealed(xml)).externalId())
                .hasSizeLessThan(200);
    }

    @Property(tries = 300)
    void neverThrowsWhateverComes(@ForAll String query, @ForAll String body, @ForAll boolean get) {
        RawRequest request = new RawRequest(
                get ? "GET" : "POST", "/", query, Map.of(), body.getBytes(StandardCharsets.UTF_8), Tencent.NOW);

        assertThat(accept(request, SEALED).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(accept(Tencent.plain(body), PLAIN)).isNotNull();
        assertThat(accept(Tencent.sealed(body), SEALED)).isNotNull();
        assertThat(accept(Tencent.enveloped(body.isEmpty() ? "x" : body), SEALED)
                        .items())
                .isEmpty();
    }

    @Property(tries = 300)
    void neverThrowsWhateverStandsInTheFields(@ForAll String type, @ForAll String value) {
        String field = "<![CDATA[" + value.replace("]]>", "") + "]]>";
        String xml = "<xml><FromUserName>" + field + "</FromUserName><CreateTime>" + field + "</CreateTime><MsgType>"
                + "<![CDATA[" + type.replace("]]>", "") + "]]></MsgType><Content>" + field + "</Content><MsgId>" + field
                + "</MsgId></xml>";

        accept(Tencent.sealed(xml), SEALED)
                .items()
                .forEach(item -> assertThat(item.externalId()).hasSizeLessThan(300));
    }

    private Arrival sealed(String xml) {
        return accept(Tencent.sealed(xml), SEALED);
    }

    private Arrival accept(RawRequest request, Account account) {
        return intake.accept(request, account, Tencent.CLOCK);
    }

    private static Inbound only(Arrival arrival) {
        assertThat(arrival.items()).hasSize(1);
        return arrival.items().get(0);
    }

    private static void assertRefused(Arrival arrival, int status) {
        assertThat(arrival.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.ack().status()).isEqualTo(status);
    }

    private static String words(Arrival arrival) {
        return new String(arrival.ack().body(), StandardCharsets.UTF_8);
    }
}
