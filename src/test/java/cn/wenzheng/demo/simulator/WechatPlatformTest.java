package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** WeChat keeps its rules: the window, five messages in it, consent to notices, tokens that two nodes can share. */
class WechatPlatformTest {

    private final Simulation city = new Simulation();
    private final WechatWriting writing = new WechatWriting(city.posts, city.replies, city.behaviours, city.clock);
    private final WechatTokens tokens = new WechatTokens(city.tokens, city.registry, city.quotas);

    @Test
    void fiveMessagesWithinTwoDays() {
        city.says(Platform.WECHAT, "openid-1", "message", "路灯坏了");

        IntStream.range(0, 5).forEach(number -> assertThat(sends("第" + number)).isZero());
        assertThat(sends("第六")).isEqualTo(45047);
        city.passes(Duration.ofMinutes(1));
        city.says(Platform.WECHAT, "openid-1", "message", "还是不亮");
        assertThat(sends("第六")).isZero();
        city.passes(Duration.ofHours(48));
        assertThat(sends("第七")).isEqualTo(45015);
    }

    @Test
    void aClickAllowsThreeWithinAMinute() {
        city.says(Platform.WECHAT, "openid-1", "menu", "");

        IntStream.range(0, 3).forEach(number -> assertThat(sends("第" + number)).isZero());
        assertThat(sends("第四")).isEqualTo(45047);
        city.passes(Duration.ofMinutes(2));
        assertThat(sends("第四")).as("a click opens no window").isEqualTo(45015);
    }

    @Test
    void bytesWordsAndFollowersAreLookedAt() {
        city.says(Platform.WECHAT, "openid-1", "message", "路灯坏了");

        assertThat(sends("字".repeat(682))).isZero();
        assertThat(sends("字".repeat(683))).isEqualTo(45002);
        assertThat(sends("敏感词")).isEqualTo(87014);
        city.passes(Duration.ofSeconds(1));
        city.says(Platform.WECHAT, "openid-1", "unfollow", "");
        assertThat(sends("您好")).isEqualTo(43004);
    }

    private int sends(String text) {
        ObjectNode content =
                JsonNodeFactory.instance.objectNode().put("touser", "openid-1").put("msgtype", "text");
        content.putObject("text").put("content", text);
        return Simulation.json(writing.message(new WechatApi.Letter(Registry.CITY, content)))
                .path("errcode")
                .asInt();
    }

    @Test
    void aNoticeNeedsConsentAndFitsItsFields() {
        Post post = city.says(Platform.WECHAT, "openid-1", "message", "路灯坏了");

        assertThat(notices("已办结")).isZero();
        assertThat(notices("字".repeat(21))).isEqualTo(47003);
        city.behaviours.set(Platform.WECHAT, Switch.CONSENT, "refused");
        assertThat(notices("已办结")).isEqualTo(43101);
        assertThat(city.received(Platform.WECHAT, post)).containsExactly("已办结 pages/track");
    }

    private int notices(String thing) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("touser", "openid-1")
                .put("template_id", "t1")
                .put("page", "pages/track");
        content.putObject("data").putObject("thing1").put("value", thing);
        return Simulation.json(writing.notice(new WechatApi.Letter(Registry.CITY, content)))
                .path("errcode")
                .asInt();
    }

    @Test
    void twoNodesGetOneStableTokenAndTheOlderCallEndsIt() {
        String token = token(false);
        assertThat(token(false)).isEqualTo(token);
        assertThat(tokens.account(token)).contains(Registry.CITY);
        city.passes(Duration.ofMinutes(116));
        String renewed = token(false);
        assertThat(renewed).isNotEqualTo(token);
        assertThat(tokens.account(token))
                .as("both are valid during the overlap")
                .contains(Registry.CITY);
        tokens.anew("wxdemo000000000001");
        assertThat(tokens.account(renewed)).isEmpty();
    }

    @Test
    void tokensAreForcedTwentyTimesADay() {
        IntStream.range(0, 20).forEach(number -> assertThat(token(true)).isNotBlank());
        assertThat(token(true)).isBlank();
        city.passes(Duration.ofDays(1));
        assertThat(token(true)).isNotBlank();
    }

    private String token(boolean forced) {
        return Simulation.json(tokens.stable("wxdemo000000000001", forced))
                .path("access_token")
                .asText();
    }

    @Test
    void whatIsSaidIsWrittenAsTheDocumentSays() {
        Post post = city.says(Platform.WECHAT, "openid-1", "message", "结尾]]>还有");

        assertThat(WechatCaller.xml(post, "text"))
                .contains("<Content><![CDATA[结尾]]]]><![CDATA[>还有]]></Content>")
                .contains("<MsgId>" + post.id() + "</MsgId>");
        assertThat(WechatCaller.xml(city.says(Platform.WECHAT, "openid-1", "follow", ""), "event"))
                .contains("<Event><![CDATA[subscribe]]></Event>");
    }
}
