package cn.wenzheng.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Arrival.Verdict;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.RawRequest;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Alipay pushes, signed by Alipay's own library, and what others push in its name. */
class AlipayIntakeTest {

    private static final Account ACCOUNT = Alipay.account();

    private final AlipayIntake intake = intake(AlipaySettings.Ack.XML, true);

    private static AlipayIntake intake(AlipaySettings.Ack ack, boolean enabled) {
        return new AlipayIntake(new AlipaySettings(Duration.ofHours(48), new AlipaySettings.LifeAccount(enabled, ack)));
    }

    @Test
    void a1ProvesTheAddressAndAlipaysLibraryAgrees() throws AlipayApiException {
        Arrival arrival = accept(Alipay.signedV2(Alipay.check()));
        String xml = words(arrival, StandardCharsets.UTF_8);
        String response = "<success>true</success><biz_content>" + Alipay.OURS.open() + "</biz_content>";

        assertThat(arrival.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(xml)
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alipay><response>" + response + "</response><sign>"
                                + between(xml, "<sign>", "</sign>") + "</sign><sign_type>RSA2</sign_type></alipay>");
        assertThat(proved(xml, "UTF-8")).isTrue();
        String library = AlipaySignature.encryptAndSign(
                response, Alipay.PLATFORM.open(), Alipay.OURS.secret(), "UTF-8", false, true, "RSA2");
        assertThat(between(library, "<sign>", "</sign>")).isEqualTo(between(xml, "<sign>", "</sign>"));
    }

    @Test
    void a1AForgedVerificationIsAnsweredWithNoByTheSameEnvelope() throws AlipayApiException {
        Map<String, String> forged = Alipay.check();
        forged.put("sign", Alipay.sign("something else", "UTF-8"));
        Arrival arrival = accept(Alipay.request(forged));
        String xml = words(arrival, StandardCharsets.UTF_8);

        assertThat(arrival.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(xml)
                .contains("<response><success>false</success><error_code>")
                .doesNotContain(Alipay.OURS.open());
        assertThat(proved(xml, "UTF-8")).isTrue();
    }

    @Test
    void a2EachWayInTakesOnlyItsOwnRuleOfSigning() {
        Map<String, String> life = Alipay.life(Alipay.text("路灯坏了"), "UTF-8");
        Map<String, String> notification = Alipay.notification(said("n"));

        assertThat(accept(Alipay.signedV2(life)).items()).hasSize(1);
        assertThat(accept(Alipay.signedV1(notification)).items()).hasSize(1);
        assertRefused(accept(Alipay.signedV1(life)));
        assertRefused(accept(Alipay.signedV2(notification)));
    }

    @Test
    void a2AlipaysLibraryReadsTheSameStringAsWe() throws AlipayApiException {
        Map<String, String> form = new HashMap<>(Alipay.life(Alipay.text("a=b&c 停水"), "UTF-8"));
        form.put("empty", "");
        form.put("sign", Rsa2Test.sign(Rsa2.content(form, true)));
        assertThat(AlipaySignature.rsaCheckV2(new HashMap<>(form), Alipay.OURS.open(), "UTF-8", "RSA2"))
                .isTrue();
        form.put("sign", Rsa2Test.sign(Rsa2.content(form, false)));
        assertThat(AlipaySignature.rsaCheckV1(new HashMap<>(form), Alipay.OURS.open(), "UTF-8", "RSA2"))
                .isTrue();
    }

    @Test
    void a3TakesNothingThatIsNotSignedAsAgreed() throws AlipayApiException {
        Map<String, String> life = Alipay.life(Alipay.text("路灯坏了"), "UTF-8");
        String genuine = Alipay.signedV2(life).text();

        assertRefused(accept(Alipay.request(life)));
        assertRefused(accept(Alipay.request(genuine + "&extra=1")));
        assertRefused(accept(Alipay.request(genuine.replace("sign_type=RSA2", "sign_type=RSA"))));
        Map<String, String> downgraded = new LinkedHashMap<>(life);
        downgraded.put("sign_type", "RSA");
        downgraded.put(
                "sign",
                AlipaySignature.rsaSign(
                        AlipaySignature.getSignContent(downgraded), Alipay.PLATFORM.secret(), "UTF-8", "RSA"));
        assertRefused(accept(Alipay.request(downgraded)));
        for (String charset : List.of("", "UTF-7", "ISO-8859-1", "x-unknown", "UTF-16")) {
            Map<String, String> other = new LinkedHashMap<>(life);
            other.put("charset", charset);
            other.put("sign", Alipay.sign(AlipaySignature.getSignContent(other), "UTF-8"));
            assertRefused(accept(Alipay.request(other)));
        }
        assertRefused(accept(Alipay.request(genuine + "&charset=UTF-8")));
        assertRefused(accept(new RawRequest("GET", "/", "", Map.of(), new byte[0], Alipay.NOW)));
        assertThat(accept(Alipay.request(genuine)).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "gbk", "GB2312", "GB18030"})
    void a4ReadsTheDeclaredCharsetFromTheBytes(String charset) {
        Arrival arrival = accept(Alipay.signedV2(Alipay.life(Alipay.text("兴庆区路灯坏了"), charset)));

        assertThat(only(arrival).text()).isEqualTo("兴庆区路灯坏了");
        assertThat(words(arrival, Charset.forName(charset))).contains("encoding=\"GB");
    }

    /** What GBK cannot write is a question mark before Alipay signs it: nobody can get it back or notice a change of it. */
    @Test
    void a4AnEmojiIsLostUnderGbkBeforeItIsSigned() {
        Map<String, String> form = Alipay.life(Alipay.text("停水😀"), "GBK");
        assertThat(only(accept(Alipay.signedV2(form))).text()).isEqualTo("停水?");

        Map<String, String> other = Alipay.life(Alipay.text("停水😡"), "GBK");
        assertThat(Alipay.sign(AlipaySignature.getSignContent(form), "GBK"))
                .isEqualTo(Alipay.sign(AlipaySignature.getSignContent(other), "GBK"));
    }

    @Test
    void a5AnEmojiArrivesWholeUnderUtf8() {
        assertThat(only(accept(Alipay.signedV2(Alipay.life(Alipay.text("停水😀𠮷"), "utf-8"))))
                        .text())
                .isEqualTo("停水😀𠮷");
    }

    @Test
    void a6TheSameNotificationHasTheSameNameHoweverOftenItComes() {
        Inbound first = only(accept(Alipay.signedV1(Alipay.notification(said("b-1")))));
        Map<String, String> later = Alipay.notification(said("b-1"));
        later.put("utc_timestamp", "" + Alipay.NOW.plus(Duration.ofHours(25)).toEpochMilli());

        assertThat(first.externalId()).isEqualTo("n:n-1:b-1");
        assertThat(only(accept(Alipay.signedV1(later))).externalId()).isEqualTo(first.externalId());
        assertThat(first.sender().id()).isEqualTo(Alipay.OPEN_ID);
        assertThat(first.submittedAt()).isEqualTo(Alipay.NOW);
    }

    @Test
    void a7AnswersANotificationWithOneWord() {
        Arrival arrival = accept(Alipay.signedV1(Alipay.notification(said("b"))));

        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(arrival.ack().body()).isEqualTo("success".getBytes(StandardCharsets.US_ASCII));
        assertThat(arrival.failure().status()).isEqualTo(200);
        assertThat(arrival.failure().body()).isEqualTo("fail".getBytes(StandardCharsets.US_ASCII));
        Arrival unknown = accept(Alipay.signedV1(Alipay.notification("{\"something\":\"new\"}")));
        assertThat(unknown.items()).isEmpty();
        assertThat(unknown.ack().body()).isEqualTo("success".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a7AnswersALifeAccountMessageWithASignedReceipt() throws AlipayApiException {
        Arrival arrival = accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "UTF-8")));
        String xml = words(arrival, StandardCharsets.UTF_8);

        assertThat(between(xml, "<response>", "</response>"))
                .isEqualTo("<XML><ToUserId><![CDATA[" + Alipay.USER_ID + "]]></ToUserId><AppId><![CDATA[" + Alipay.APP
                        + "]]></AppId><CreateTime>" + Alipay.NOW.toEpochMilli()
                        + "</CreateTime><MsgType><![CDATA[ack]]></MsgType></XML>");
        assertThat(proved(xml, "UTF-8")).isTrue();
        assertThat(arrival.failure().status()).isEqualTo(500);
        Arrival plain = intake(AlipaySettings.Ack.SUCCESS, true)
                .accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "UTF-8")), ACCOUNT, Alipay.CLOCK);
        assertThat(words(plain, StandardCharsets.UTF_8)).isEqualTo("success");
    }

    @Test
    void a8ReadsNoEntityInTheContent() throws IOException {
        try (ServerSocket ear = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ear.setSoTimeout(200);
            String http = "http://127.0.0.1:" + ear.getLocalPort() + "/x";
            for (String attack : List.of(
                    "<!DOCTYPE XML SYSTEM \"" + http + "\"><XML/>",
                    "<!DOCTYPE XML [<!ENTITY a SYSTEM \"" + http
                            + "\">]><XML><Text><Content>&a;</Content></Text></XML>",
                    "<!DOCTYPE XML [<!ENTITY % a SYSTEM \"" + http + "\"> %a;]><XML/>",
                    "<!DOCTYPE XML [<!ENTITY a \"x\">]><XML><Text><Content>&a;&a;</Content></Text></XML>",
                    "<XML>".repeat(2_000))) {
                Arrival arrival = accept(Alipay.signedV2(Alipay.life(attack, "UTF-8")));
                assertThat(arrival.verdict()).isEqualTo(Verdict.REFUSED);
                assertThat(arrival.ack().status()).isEqualTo(400);
            }
            assertThatThrownBy(ear::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "", "[]", "{\"user_name\":", "null", "{\"user_name\":{}}"})
    void a9BrokenUserInfoCostsNobodyHisPetition(String info) {
        String xml = Alipay.message("<MsgType>text</MsgType><Text><Content>停水</Content></Text><UserInfo><![CDATA["
                + info + "]]></UserInfo>");

        Inbound item = only(accept(Alipay.signedV2(Alipay.life(xml, "UTF-8"))));
        assertThat(item.text()).isEqualTo("停水");
        assertThat(item.sender().name()).isNull();
    }

    @Test
    void a9AMaskedNameIsTakenAsItIs() {
        String xml = Alipay.message("<MsgType>text</MsgType><Text><Content>停水</Content></Text>"
                + "<UserInfo><![CDATA[{\"logon_id\":\"135****1009\",\"user_name\":\"*明\"}]]></UserInfo>");

        assertThat(only(accept(Alipay.signedV2(Alipay.life(xml, "UTF-8")))).sender())
                .isEqualTo(new Inbound.Sender(Alipay.USER_ID, "*明"));
    }

    @Test
    void anItemIsNamedByItsIdOrByWhoWhenAndWhat() {
        Inbound without = only(accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "UTF-8"))));
        assertThat(without.externalId())
                .startsWith(Alipay.USER_ID + ":" + Alipay.NOW.toEpochMilli() + ":text:")
                .isEqualTo(only(accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "GBK"))))
                        .externalId());
        assertThat(only(accept(Alipay.signedV2(Alipay.life(Alipay.text("停电"), "UTF-8"))))
                        .externalId())
                .isNotEqualTo(without.externalId());
        String named = Alipay.message("<MsgType>text</MsgType><Text><Content>停水</Content></Text><MsgId>77</MsgId>");
        assertThat(only(accept(Alipay.signedV2(Alipay.life(named, "UTF-8")))).externalId())
                .isEqualTo("77");
    }

    @Test
    void eventsMoveTheWindowAndAreNoPetition() {
        assertThat(event("follow").text()).isEqualTo("FOLLOW");
        assertThat(event("unfollow").text()).isEqualTo("UNFOLLOW");
        assertThat(event("click").text()).isEqualTo("MENU");
        assertThat(event("enter").text()).isEmpty();
        assertThat(event("enter").kind()).isEqualTo(Inbound.Kind.EVENT);
        assertThat(accept(Alipay.signedV2(Alipay.life(
                                Alipay.message("<MsgType>event</MsgType><EventType>new</EventType>"), "UTF-8")))
                        .items())
                .isEmpty();
    }

    private Inbound event(String type) {
        return only(accept(Alipay.signedV2(
                Alipay.life(Alipay.message("<MsgType>event</MsgType><EventType>" + type + "</EventType>"), "UTF-8"))));
    }

    @Test
    void refusesAMessageForAnotherApp() {
        String foreign = Alipay.text("停水").replace(Alipay.APP, "2021999999999999");
        assertRefused(accept(Alipay.signedV2(Alipay.life(foreign, "UTF-8"))));
        Map<String, String> notification = Alipay.notification(said("b"));
        notification.put("app_id", "2021999999999999");
        assertRefused(accept(Alipay.signedV1(notification)));
    }

    @Test
    void takesWhatTheEarlierKeyHasSignedWhileBothAreValid() {
        Account rotating = new Account(
                1,
                ACCOUNT.channel(),
                "wenzheng",
                "00",
                "问政",
                Alipay.APP,
                Map.of(),
                Map.of(
                        "alipay-public-key", List.of(Alipay.OURS.open(), Alipay.PLATFORM.open()),
                        "app-private-key", List.of(Alipay.OURS.secret())));

        assertThat(intake.accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "UTF-8")), rotating, Alipay.CLOCK)
                        .items())
                .hasSize(1);
    }

    @Test
    void aLifeAccountThatIsSwitchedOffTakesNoMessageAndIsStillVerified() {
        AlipayIntake off = intake(AlipaySettings.Ack.XML, false);

        Arrival message = off.accept(Alipay.signedV2(Alipay.life(Alipay.text("停水"), "UTF-8")), ACCOUNT, Alipay.CLOCK);
        assertThat(message.items()).isEmpty();
        assertThat(message.ack().status()).isEqualTo(404);
        assertThat(words(off.accept(Alipay.signedV2(Alipay.check()), ACCOUNT, Alipay.CLOCK), StandardCharsets.UTF_8))
                .contains("<success>true</success>");
    }

    @Test
    void looksAtNoLargeBody() {
        assertThat(intake.mostBytes()).isEqualTo(64 << 10);
        assertThat(accept(Alipay.request("x".repeat(20 << 20))).ack().status()).isEqualTo(413);
    }

    @Property(tries = 200)
    void neverThrowsWhateverComes(@ForAll String body, @ForAll String content) {
        assertThat(accept(Alipay.request(body)).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(accept(Alipay.signedV2(Alipay.life(content, "UTF-8")))).isNotNull();
        assertThat(accept(Alipay.signedV1(Alipay.notification(content)))).isNotNull();
    }

    @Property(tries = 200)
    void neverThrowsWhateverStandsInTheFields(@ForAll String value) {
        String field = "<![CDATA[" + value.replace("]]>", "") + "]]>";
        String xml = "<XML><AppId>" + Alipay.APP + "</AppId><FromUserId>" + field + "</FromUserId><CreateTime>" + field
                + "</CreateTime><MsgType>text</MsgType><MsgId>" + field + "</MsgId><UserInfo>" + field
                + "</UserInfo><Text><Content>" + field + "</Content></Text></XML>";

        accept(Alipay.signedV2(Alipay.life(xml, "UTF-8")))
                .items()
                .forEach(item -> assertThat(item.externalId()).hasSizeLessThan(300));
    }

    private static String said(String business) {
        return "{\"id\":\"" + business + "\",\"open_id\":\"" + Alipay.OPEN_ID + "\",\"content\":\"停水了\"}";
    }

    private Arrival accept(RawRequest request) {
        return intake.accept(request, ACCOUNT, Alipay.CLOCK);
    }

    private static Inbound only(Arrival arrival) {
        assertThat(arrival.items()).hasSize(1);
        return arrival.items().get(0);
    }

    private static void assertRefused(Arrival arrival) {
        assertThat(arrival.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.ack().status()).isEqualTo(403);
    }

    private static boolean proved(String xml, String charset) throws AlipayApiException {
        return AlipaySignature.rsaCheck(
                between(xml, "<response>", "</response>"),
                between(xml, "<sign>", "</sign>"),
                Alipay.OURS.open(),
                charset,
                "RSA2");
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String words(Arrival arrival, Charset charset) {
        return new String(arrival.ack().body(), charset);
    }
}
