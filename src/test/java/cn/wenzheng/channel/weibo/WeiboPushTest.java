package cn.wenzheng.channel.weibo;

import static cn.wenzheng.channel.weibo.Weibo.CITIZEN;
import static cn.wenzheng.channel.weibo.Weibo.CLOCK;
import static cn.wenzheng.channel.weibo.Weibo.NOW;
import static cn.wenzheng.channel.weibo.Weibo.SECRET;
import static cn.wenzheng.channel.weibo.Weibo.UID;
import static cn.wenzheng.channel.weibo.Weibo.json;
import static cn.wenzheng.channel.weibo.Weibo.push;
import static cn.wenzheng.channel.weibo.Weibo.request;
import static cn.wenzheng.channel.weibo.Weibo.signed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.SourceRef;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Weibo pushes becomes the city's words, and what somebody else pushes does not. */
class WeiboPushTest {

    private static final String LAMP = json("text", "兴庆区新华街路灯坏了😀", "{}");

    private final WeiboPush weibo = new WeiboPush(Weibo.settings());
    private final Account account = Weibo.account();

    @Test
    void w1SignsAsThePublishedVector() {
        assertThat(WeiboSignature.sign("xyz123xyz", "1397022061823", "57155157"))
                .isEqualTo("90e4c22c90a58f26526c2dd5b6c56c8822edeaa1");

        Arrival arrival = weibo.accept(
                request(
                        "GET",
                        "signature=90e4c22c90a58f26526c2dd5b6c56c8822edeaa1&timestamp=1397022061823"
                                + "&nonce=57155157&echostr=a%20b%2B1",
                        ""),
                account,
                Clock.fixed(Instant.ofEpochMilli(1397022061823L), ZoneOffset.UTC));

        assertThat(arrival.verdict()).isEqualTo(Arrival.Verdict.GENUINE);
        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(arrival.ack().body()).isEqualTo("a b+1".getBytes(StandardCharsets.UTF_8));
        assertThat(arrival.items()).isEmpty();
    }

    @Test
    void answersAPushWithoutAWordAndAFailureWith500() {
        Arrival arrival = weibo.accept(push(LAMP), account, CLOCK);

        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(arrival.ack().body()).isEmpty();
        assertThat(arrival.failure().status()).isEqualTo(500);
        assertThat(weibo.mostBytes()).isEqualTo(65_536);
    }

    @Test
    void w2ReadsATextOfAPrivateMessage() {
        assertThat(only(LAMP)).satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Inbound.Kind.MESSAGE);
            assertThat(item.text()).isEqualTo("兴庆区新华街路灯坏了😀");
            assertThat(item.conversationKey()).isEqualTo("dm:" + CITIZEN);
            assertThat(item.sender()).isEqualTo(new Inbound.Sender(CITIZEN, null));
            assertThat(item.submittedAt()).isEqualTo(Instant.parse("2026-03-10T01:59:58Z"));
            assertThat(item.externalId()).matches("dm:" + CITIZEN + ":1773107998:[0-9a-f]{16}");
            assertThat(item.publicSource()).isFalse();
            assertThat(item.source()).isNull();
        });
    }

    @Test
    void w2ReadsIdsAsStringsAndAsNumbers() {
        String asText = LAMP.replace(UID, '"' + UID + '"').replace(CITIZEN, '"' + CITIZEN + '"');

        assertThat(only(asText)).isEqualTo(only(LAMP));
    }

    @Test
    void w2ReadsAPlaceAndTellsItsCoordinates() {
        String place = json("position", "我在这里 http://t.cn/zQyxb", "{\"longitude\":\"106.27\",\"latitude\":\"38.47\"}");

        assertThat(only(place).place()).isEqualTo(new GeoPoint(38.47, 106.27, GeoPoint.Crs.GCJ02));
        assertThat(only(place).kind()).isEqualTo(Inbound.Kind.MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"longitude\":\"106\"}", "{\"longitude\":\"200\",\"latitude\":\"38\"}", "null", "[]", "7"
            })
    void keepsTheWordsWhenThePlaceIsNone(String data) {
        assertThat(only(json("position", "新华街", data)).place()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"voice, VOICE", "image, PICTURE"})
    void w2NamesTheFileByTheReceiversId(String type, MediaRef.Type kind) {
        assertThat(only(json(type, "发了一个文件", "{\"vfid\":821804459,\"tovfid\":\"821804469\"}"))
                        .media())
                .containsExactly(new MediaRef(kind, "821804469", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "follow, FOLLOW",
        "subscribe, FOLLOW",
        "scan, FOLLOW",
        "scan_follow, FOLLOW",
        "unfollow, UNFOLLOW",
        "unsubscribe, UNFOLLOW",
        "click, MENU",
        "view, MENU",
        "danced, ''"
    })
    void w2TellsWhatAnEventMovesAndNotItsSentence(String subtype, String meaning) {
        Inbound event = only(json("event", "关注事件消息", "{\"subtype\":\"%s\",\"key\":\"k\"}".formatted(subtype)));

        assertThat(event.kind()).isEqualTo(Inbound.Kind.EVENT);
        assertThat(event.text()).isEqualTo(meaning);
    }

    @Test
    void w2ReadsAMentionInAPost() {
        String mention =
                json("mention", "@清河发布 @清河_交警: 路灯坏了，管管", "{\"subtype\":\"status\",\"key\":\"4912345678901234\"}");

        assertThat(only(mention)).satisfies(item -> {
            assertThat(item.externalId()).isEqualTo("s:4912345678901234");
            assertThat(item.conversationKey()).isEqualTo("s:4912345678901234");
            assertThat(item.kind()).isEqualTo(Inbound.Kind.MENTION);
            assertThat(item.publicSource()).isTrue();
            assertThat(item.source())
                    .isEqualTo(new SourceRef("4912345678901234", null, "https://m.weibo.cn/status/4912345678901234"));
            assertThat(item.mentioned()).containsExactlyInAnyOrder("清河发布", "清河_交警");
            assertThat(item.twinKey()).isEqualTo(CITIZEN + ":1773107998");
        });
    }

    @Test
    void takesAMentionInACommentWithoutItsPostWhereThePushDoesNotNameIt() {
        assertThat(only(json("mention", "@清河发布", "{\"subtype\":\"comment\",\"key\":\"51\"}")))
                .satisfies(item -> {
                    assertThat(item.externalId()).isEqualTo("c:51");
                    assertThat(item.conversationKey()).isEqualTo("c:51");
                    assertThat(item.source()).isNull();
                    assertThat(item.publicSource()).isTrue();
                });
        assertThat(only(json("mention", "@清河发布", "{\"subtype\":\"comment\",\"key\":\"51\",\"status_id\":\"49\"}")))
                .satisfies(item -> {
                    assertThat(item.externalId()).isEqualTo("c:51");
                    assertThat(item.conversationKey()).isEqualTo("s:49:" + CITIZEN);
                });
    }

    @Test
    void readsAMentionWhoseFieldsStandBesideTheOthers() {
        String flat = json("mention", "@清河发布 灯", "{}").replace("\"data\":{}", "\"subtype\":\"status\",\"key\":4912");

        assertThat(only(flat).externalId()).isEqualTo("s:4912");
    }

    @Test
    void takesNoMentionsWhereTheyAreSwitchedOff() {
        WeiboPush off = new WeiboPush(Weibo.settings("mention-push-enabled", "false"));
        String mention = json("mention", "@清河发布", "{\"subtype\":\"status\",\"key\":\"49\"}");

        assertThat(off.accept(push(mention), account, CLOCK).items()).isEmpty();
    }

    @Test
    void w3TwoTextsInTheSameSecondAreTwoAndTheSameTextTwiceIsOne() {
        String other = json("text", "停水了", "{}");

        assertThat(only(LAMP).externalId()).isNotEqualTo(only(other).externalId());
        assertThat(only(LAMP).externalId()).isEqualTo(only(LAMP).externalId());
    }

    @Test
    void w3TheSameWordsWithAnotherPictureAreTwo() {
        assertThat(only(json("image", "图片", "{\"tovfid\":1}")).externalId())
                .isNotEqualTo(only(json("image", "图片", "{\"tovfid\":2}")).externalId());
    }

    @Test
    void w21ReadsEnglishMonthsUnderAChineseLocaleInAnotherZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(WeiboTime.read("Mon Jul 16 18:09:20 +0800 2012"))
                    .isEqualTo(Instant.parse("2012-07-16T10:09:20Z"));
            assertThat(only(LAMP).submittedAt()).isEqualTo(Instant.parse("2026-03-10T01:59:58Z"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void w22TakesTheXmlFormAsTheSameMessage() {
        assertThat(only(xml("<MsgType>text</MsgType><Content><![CDATA[兴庆区新华街路灯坏了😀]]></Content>")))
                .isEqualTo(only(LAMP));
        assertThat(only(xml("<MsgType>location</MsgType><Content>我在这里</Content>"
                        + "<Location_X>38.47</Location_X><Location_Y>106.27</Location_Y>")))
                .isEqualTo(only(json("position", "我在这里", "{\"longitude\":\"106.27\",\"latitude\":\"38.47\"}")));
        assertThat(only(xml("<MsgType>event</MsgType><Event>follow</Event>")))
                .isEqualTo(only(json("event", "关注事件消息", "{\"subtype\":\"follow\"}")));
        assertThat(
                        only(
                                xml(
                                        "<MsgType>mention</MsgType><SubType>status</SubType><Key>4912</Key><Content>@清河发布 灯</Content>")))
                .isEqualTo(only(json("mention", "@清河发布 灯", "{\"subtype\":\"status\",\"key\":4912}")));
    }

    @Test
    void w22RefusesADocumentTypeInTheXmlForm() {
        String bomb = "<!DOCTYPE xml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
        Arrival arrival =
                weibo.accept(push(bomb + xml("<MsgType>text</MsgType><Content>&b;</Content>")), account, CLOCK);

        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.ack().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\"a\"", "<xml/>", "{\"type\":\"text\"}", "路灯"})
    void answersWhatCannotBeReadWith400(String body) {
        Arrival arrival = weibo.accept(push(body), account, CLOCK);

        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.ack().status()).isEqualTo(400);
        assertThat(arrival.failure().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poll", "", "TEXTS"})
    void receivesAnUnknownTypeAndTakesNothing(String type) {
        Arrival arrival = weibo.accept(push(json(type, "词", "{}")), account, CLOCK);

        assertThat(arrival.items()).isEmpty();
        assertThat(arrival.ack().status()).isEqualTo(200);
        assertThat(arrival.verdict()).isEqualTo(Arrival.Verdict.GENUINE);
    }

    @Test
    void takesNothingOfItsOwn() {
        assertThat(items(LAMP.replace(CITIZEN, UID))).isEmpty();
    }

    @Test
    void refusesAPushToAnotherAccount() {
        Arrival arrival = weibo.accept(push(LAMP.replace(UID, "1902538058")), account, CLOCK);

        assertThat(arrival.verdict()).isEqualTo(Arrival.Verdict.REFUSED);
        assertThat(arrival.ack().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "signature=a",
                "signature=90e4c22c90a58f26526c2dd5b6c56c8822edeaa1&timestamp=1773108000000&nonce=57155157",
                "%zz=1",
                "signature=%zz"
            })
    void refusesWhatIsNotSigned(String query) {
        for (String method : List.of("GET", "POST")) {
            Arrival arrival = weibo.accept(request(method, query, LAMP), account, CLOCK);

            assertThat(arrival.verdict()).isEqualTo(Arrival.Verdict.REFUSED);
            assertThat(arrival.ack().status()).isEqualTo(403);
            assertThat(arrival.items()).isEmpty();
        }
    }

    @Test
    void refusesAParameterThatStandsTwice() {
        String query = signed(SECRET, NOW);

        assertThat(weibo.accept(request("POST", query + "&nonce=1", LAMP), account, CLOCK)
                        .verdict())
                .isEqualTo(Arrival.Verdict.REFUSED);
        assertThat(weibo.accept(request("POST", "signature=0&" + query, LAMP), account, CLOCK)
                        .verdict())
                .isEqualTo(Arrival.Verdict.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"PT-10M, GENUINE", "PT-10M-1S, REFUSED", "PT10M, GENUINE", "PT10M1S, REFUSED", "PT0S, GENUINE"})
    void refusesATimeThatIsTooOldOrTooFarAhead(Duration away, Arrival.Verdict verdict) {
        assertThat(weibo.accept(request("POST", signed(SECRET, NOW.plus(away)), LAMP), account, CLOCK)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void readsTheTimeOfASignatureInSecondsToo() {
        String timestamp = Long.toString(NOW.getEpochSecond());
        String query = "timestamp=" + timestamp + "&nonce=1&signature=" + WeiboSignature.sign(SECRET, timestamp, "1");

        assertThat(weibo.accept(request("POST", query, LAMP), account, CLOCK).items())
                .hasSize(1);
    }

    @Test
    void takesTheSameSignatureAgain() {
        assertThat(weibo.accept(push(LAMP), account, CLOCK).items()).hasSize(1);
        assertThat(weibo.accept(push(LAMP), account, CLOCK).items()).hasSize(1);
    }

    @Test
    void acceptsTheEarlierSecretDuringARotation() {
        Account rotating = Weibo.account(Map.of(), List.of("new", "old"));

        assertThat(weibo.accept(request("POST", signed("old", NOW), LAMP), rotating, CLOCK)
                        .items())
                .hasSize(1);
        assertThat(weibo.accept(request("POST", signed("new", NOW), LAMP), rotating, CLOCK)
                        .items())
                .hasSize(1);
        assertThat(weibo.accept(request("POST", signed("older", NOW), LAMP), rotating, CLOCK)
                        .items())
                .isEmpty();
        assertThat(weibo.accept(request("POST", signed("", NOW), LAMP), Weibo.account(Map.of(), List.of()), CLOCK)
                        .verdict())
                .isEqualTo(Arrival.Verdict.REFUSED);
    }

    private Inbound only(String body) {
        assertThat(items(body)).hasSize(1);
        return items(body).get(0);
    }

    private List<Inbound> items(String body) {
        return weibo.accept(push(body), account, CLOCK).items();
    }

    private static String xml(String inner) {
        return "<xml><ToUserName>" + UID + "</ToUserName><FromUserName>" + CITIZEN
                + "</FromUserName><CreateTime>1773107998</CreateTime>" + inner + "</xml>";
    }
}
