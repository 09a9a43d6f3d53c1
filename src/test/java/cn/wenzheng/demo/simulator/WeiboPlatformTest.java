package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weibo keeps its rules: windows, quotas, repeated words, posts that are gone, tokens that end. */
class WeiboPlatformTest {

    private final Simulation city = new Simulation();

    @Test
    void aPrivateMessageOpensTwoDaysWithoutCount() {
        Post post = city.says(Platform.WEIBO, "u1", "message", "路灯坏了");

        assertThat(city.tells(post, "一")).isNull();
        city.passes(Duration.ofHours(47));
        assertThat(city.tells(post, "二")).isNull();
        city.passes(Duration.ofHours(1));
        assertThat(city.tells(post, "三")).isEqualTo("26403");
        assertThat(city.received(Platform.WEIBO, post)).containsExactly("一", "二");
    }

    @Test
    void aMentionAllowsExactlyOne() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");

        assertThat(city.tells(post, "一")).isNull();
        assertThat(city.tells(post, "二")).isEqualTo("26403");
        city.behaviours.set(Platform.WEIBO, Switch.PER_MENTION, "2");
        assertThat(city.tells(post, "二")).isNull();
    }

    @Test
    void whoHasUnfollowedHearsNothing() {
        Post post = city.says(Platform.WEIBO, "u1", "message", "路灯坏了");
        city.passes(Duration.ofMinutes(1));
        city.says(Platform.WEIBO, "u1", "unfollow", "");

        assertThat(city.tells(post, "一")).isEqualTo("20301");
    }

    @Test
    void theSameWordsTwiceAreRefused() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");

        assertThat(city.comments(post, "已受理，编号 1")).isNull();
        assertThat(city.comments(post, "已受理，编号 1")).isEqualTo("20019");
        city.passes(Duration.ofHours(25));
        assertThat(city.comments(post, "已受理，编号 1")).isNull();
    }

    @Test
    void aPostThatIsGoneTakesNoComment() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");
        Post comment = city.says(Platform.WEIBO, "u2", "comment", "我也看到了");
        city.posts.delete(Platform.WEIBO, post.id());
        city.posts.delete(Platform.WEIBO, comment.id());

        assertThat(city.comments(post, "您好")).isEqualTo("20101");
        assertThat(Simulation.json(city.weibo.replyToComment(
                                Registry.CITY,
                                Simulation.writing(
                                        "您好", String.valueOf(comment.parent()), String.valueOf(comment.id()))))
                        .path("error_code")
                        .asText())
                .isEqualTo("20201");
    }

    @Test
    void whatTheCensorDoesNotLikeAndWhatIsTooLongIsRefused() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");

        assertThat(city.comments(post, "这里有敏感词")).isEqualTo("21602");
        assertThat(city.comments(post, "字".repeat(141))).isEqualTo("20012");
        assertThat(city.comments(post, "字".repeat(139) + "ab")).isNull();
        assertThat(city.tells(post, "字".repeat(300))).isEqualTo("20013");
    }

    @Test
    void aHundredCallsADayAndThirtyPostsAnHour() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");
        IntStream.range(0, 30)
                .forEach(number -> assertThat(city.comments(post, "第" + number)).isNull());
        assertThat(city.comments(post, "第三十一")).isEqualTo("20016");
        city.passes(Duration.ofHours(1));
        assertThat(city.comments(post, "第三十一")).isNull();
        IntStream.range(0, 68).forEach(number -> assertThat(reads("t")).isNull());
        assertThat(reads("t")).isEqualTo("10023");
        city.behaviours.set(Platform.WEIBO, Switch.QUOTA, "contract");
        assertThat(reads("t")).isNull();
        city.behaviours.set(Platform.WEIBO, Switch.QUOTA, "");
        city.passes(Duration.ofDays(1));
        assertThat(reads("t")).isNull();
    }

    private String reads(String token) {
        return Simulation.json(city.calls.take("/2/statuses/mentions", token, account -> WeiboWords.json("{}")))
                .path("error_code")
                .asText(null);
    }

    @Test
    void tokensEndWhenTheyAreMadeToAndANewOneIsGood() {
        assertThat(reads("old")).isNull();
        city.tokens.expireAll(Platform.WEIBO);
        assertThat(reads("old")).isEqualTo("21327");
        assertThat(reads("new")).isNull();
        assertThat(reads("")).isEqualTo("21332");
        city.behaviours.set(Platform.WEIBO, Switch.TOKEN_LIFE, "PT1H");
        assertThat(reads("short")).isNull();
        city.passes(Duration.ofHours(2));
        assertThat(reads("short")).isEqualTo("21327");
    }

    @Test
    void anOrderedErrorComesOnce() {
        city.behaviours.set(Platform.WEIBO, Switch.NEXT_ERROR, "20111");

        assertThat(reads("t")).isEqualTo("20111");
        assertThat(reads("t")).isNull();
    }

    @Test
    void mentionsAreReadNewestFirstWithBothCursors() {
        List<Long> ids = IntStream.range(0, 7)
                .mapToObj(number -> city.says(Platform.WEIBO, "u" + number, "mention", "第" + number)
                        .id())
                .toList();

        assertThat(ids(new Posts.Cursors(ids.get(1), Long.MAX_VALUE, 3, 1)))
                .containsExactly(ids.get(6), ids.get(5), ids.get(4));
        assertThat(ids(new Posts.Cursors(ids.get(1), ids.get(4), 3, 1)))
                .as("max_id is inclusive, since_id is not")
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(ids.get(0)).isGreaterThan(1L << 53);
    }

    private List<Long> ids(Posts.Cursors cursors) {
        JsonNode list = city.lists.mentions(Registry.CITY, cursors, false);
        return list.path("statuses").findValues("idstr").stream()
                .map(JsonNode::asLong)
                .filter(id -> id > 1L << 53)
                .toList();
    }

    @Test
    void anItemUnderReviewIsSeenLaterWithItsSmallerId() {
        city.behaviours.set(Platform.WEIBO, Switch.REVIEW_DELAY, "PT30M");
        Post late = city.says(Platform.WEIBO, "u1", "mention", "审核中");
        city.behaviours.set(Platform.WEIBO, Switch.REVIEW_DELAY, "");
        Post next = city.says(Platform.WEIBO, "u2", "mention", "立即可见");
        Posts.Cursors all = new Posts.Cursors(0, Long.MAX_VALUE, 20, 1);

        assertThat(ids(all)).containsExactly(next.id());
        city.passes(Duration.ofHours(1));
        assertThat(ids(all)).containsExactly(next.id(), late.id());
    }

    @Test
    void aRepostOfSomethingGoneShowsASentenceInstead() {
        Post original = city.says(Platform.WEIBO, "u1", "mention", "原话");
        Saying passed =
                new Saying(Registry.CITY, "u2", "repost", "同感", null, null, null, String.valueOf(original.id()), null);
        Post repost = city.speaking.speak(Platform.WEIBO, passed, city.behaviours.of(Platform.WEIBO));

        assertThat(city.lists.status(repost).at("/retweeted_status/text").asText())
                .contains("原话");
        city.posts.delete(Platform.WEIBO, original.id());
        assertThat(city.lists.status(repost).at("/retweeted_status/deleted").asText())
                .isEqualTo("1");
        assertThat(city.lists.status(repost).toString()).doesNotContain("原话");
    }

    @Test
    void whatTheCityHasSaidStandsBelowThePost() {
        Post post = city.says(Platform.WEIBO, "u1", "mention", "路灯坏了");
        city.comments(post, "已受理，编号 7");

        JsonNode below = city.lists.below(post, new Posts.Cursors(0, Long.MAX_VALUE, 50, 1));
        assertThat(below.at("/comments/0/text").asText()).isEqualTo("已受理，编号 7");
        assertThat(below.at("/comments/0/user/idstr").asText()).isEqualTo("1902538057");
        assertThat(city.replies.received(Platform.WEIBO, post.person(), 0, 10))
                .extracting(Replies.Reply::user)
                .containsExactly("u1");
    }

    @Test
    void pushesSayWhoAndWhatInBothForms() {
        Post post = city.says(Platform.WEIBO, "2489518277", "mention", "路灯坏了");
        Behaviour usual = city.behaviours.of(Platform.WEIBO);

        assertThat(WeiboCaller.json(post, "1902538057", usual))
                .contains("\"type\":\"mention\"", "\"sender_id\":2489518277", "\"key\":\"" + post.id() + "\"")
                .contains("\"created_at\":\"Tue Mar 10 10:00:00 +0800 2026\"");
        assertThat(WeiboXml.of(post, "1902538057"))
                .contains("<MsgType><![CDATA[mention]]></MsgType>", "<SubType><![CDATA[status]]></SubType>")
                .contains("<CreateTime>" + post.saidAt().getEpochSecond() + "</CreateTime>");
    }
}
