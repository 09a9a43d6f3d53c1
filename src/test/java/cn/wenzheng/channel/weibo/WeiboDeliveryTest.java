package cn.wenzheng.channel.weibo;

import static cn.wenzheng.channel.weibo.Weibo.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call, one outcome: what goes out on Weibo, and what each of its answers means. */
class WeiboDeliveryTest {

    private static final String WORDS = "您好，诉求 WZ-20260310-000001 已受理 & 转办：100%+ 😀";
    private static final SourceRef POST = new SourceRef("4912", null, null);
    private static final SourceRef COMMENT = new SourceRef("4912", "71", null);

    private final StandIn weibo = new StandIn();
    private final Account account = Weibo.at(weibo);
    private final WeiboSettings settings = Weibo.settings();
    private final WeiboDelivery delivery = new WeiboDelivery(new WeiboApi(new PlatformHttp(), settings), settings);

    @AfterEach
    void close() {
        weibo.close();
    }

    @Test
    void answersAMentionFirstInPrivateAndThenBelowThePost() {
        assertThat(delivery.means(account, true, "first-answer")).containsExactly(Means.PRIVATE_MESSAGE, Means.COMMENT);
        assertThat(delivery.means(account, true, "answer")).containsExactly(Means.COMMENT, Means.PRIVATE_MESSAGE);
        assertThat(delivery.means(account, true, "dispatched")).containsExactly(Means.COMMENT);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void knowsAnOccasionByItsCodeAndByItsName(Occasion occasion) {
        assertThat(delivery.means(account, true, occasion.name()))
                .isEqualTo(delivery.means(account, true, occasion.code()));
        assertThat(delivery.means(account, true, occasion.name()).get(0).isPublic())
                .isEqualTo(occasion == Occasion.ANSWER || occasion == Occasion.DISPATCHED);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void answersAPrivateMessageInPrivateOnly(Occasion occasion) {
        assertThat(delivery.means(account, false, occasion.code())).containsExactly(Means.PRIVATE_MESSAGE);
    }

    @Test
    void encodesAPrivateMessageOnceAndKeepsTheTokenOutOfTheAddress() {
        assertThat(privately(spoke(Duration.ofHours(1)))).isEqualTo(new Outcome.Sent(null));

        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/m/2/messages/reply.json");
            assertThat(asked.query()).isEmpty();
            assertThat(asked.form())
                    .isEqualTo(Map.of(
                            "access_token", "2.00token",
                            "type", "text",
                            "data", "{\"text\":\"" + WORDS + "\"}",
                            "receiver_id", Weibo.CITIZEN,
                            "save_sender_box", "1"));
        });
    }

    @Test
    void writesPrivatelyByTheContractHostWhereThereIsAContract() {
        Account contract = Weibo.at(weibo, "quota", "contract");
        delivery.deliver(reply(Means.PRIVATE_MESSAGE, spoke(Duration.ZERO), 0, false), contract);

        assertThat(weibo.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.path()).isEqualTo("/2/messages/reply/biz.json"));
    }

    @Test
    void commentsBelowThePost() {
        weibo.answers(asked -> StandIn.json("{\"id\":5001,\"idstr\":\"5001\"}"));

        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Sent("5001"));
        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/2/comments/create.json");
            assertThat(asked.form())
                    .isEqualTo(Map.of(
                            "access_token", "2.00token",
                            "id", "4912",
                            "comment", WORDS,
                            "comment_ori", "0",
                            "rip", "127.0.0.1"));
        });
    }

    @Test
    void repliesToTheComment() {
        weibo.answers(asked -> StandIn.json("{\"id\":5001}"));

        assertThat(publicly(COMMENT, 0)).isEqualTo(new Outcome.Sent("5001"));
        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/2/comments/reply.json");
            assertThat(asked.form())
                    .containsEntry("cid", "71")
                    .containsEntry("id", "4912")
                    .containsEntry("rip", "127.0.0.1")
                    .containsEntry("without_mention", "0");
        });
    }

    @ParameterizedTest
    @CsvSource({"20101, post", "20201, comment", "20003, person"})
    void w11WhatIsDeletedCannotBeAnswered(int code, String what) {
        weibo.answers(asked -> StandIn.error(code));

        assertThat(publicly(COMMENT, 0)).isEqualTo(new Outcome.TargetGone(what));
    }

    @Test
    void w12TheSecondMessageOfAMentionIsRefusedBeforeTheCall() {
        assertThat(privately(mentioned(0))).isEqualTo(new Outcome.Sent(null));
        assertThat(privately(mentioned(1))).isEqualTo(new Outcome.WindowClosed("count"));

        assertThat(weibo.asked()).hasSize(1);
    }

    @Test
    void w12AMentionAllowsOneMessageAndWhoHasSpokenAsManyAsItTakes() {
        assertThat(delivery.allowance(account, mentioned(0), Means.PRIVATE_MESSAGE, NOW))
                .isOne();
        assertThat(delivery.allowance(account, mentioned(1), Means.PRIVATE_MESSAGE, NOW))
                .isZero();
        assertThat(delivery.allowance(account, spoke(Duration.ofHours(1)), Means.PRIVATE_MESSAGE, NOW))
                .isGreaterThan(20);
        assertThat(delivery.allowance(account, mentioned(1), Means.COMMENT, NOW))
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT47H59M59S, true", "PT48H, false", "PT72H, false"})
    void w12AWindowIsOpenFor48Hours(Duration ago, boolean open) {
        Reply.Contact menu = contact(null, NOW.minus(ago), null, 5, true);

        assertThat(privately(spoke(ago)) instanceof Outcome.Sent).isEqualTo(open);
        assertThat(privately(menu) instanceof Outcome.Sent).isEqualTo(open);
        assertThat(privately(contact(null, null, NOW.minus(ago), 0, true)) instanceof Outcome.Sent)
                .isEqualTo(open);
        assertThat(privately(contact(null, null, null, 0, true))).isEqualTo(new Outcome.WindowClosed("time"));
    }

    @Test
    void w12WindowAndCountAreSettings() {
        WeiboSettings wide = Weibo.settings("dm-window", "7d", "dm-per-mention", "2");
        ReplyWindow window = new ReplyWindow(wide);

        assertThat(window.closed(contact(null, null, NOW.minus(Duration.ofDays(6)), 1, true), NOW))
                .isNull();
        assertThat(window.closed(contact(null, null, NOW.minus(Duration.ofDays(6)), 2, true), NOW))
                .isEqualTo(new Outcome.WindowClosed("count"));
    }

    @Test
    void w13NothingIsWrittenToWhoHasUnfollowed() {
        assertThat(privately(contact(NOW, NOW, NOW, 0, false))).isEqualTo(new Outcome.WindowClosed("unfollowed"));
        assertThat(weibo.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "a, 1",
        "ab, 1",
        "abc, 2",
        "路灯, 2",
        "路灯a, 3",
        "😀, 1",
        "𠀀, 1",
        "é, 1",
        "'，', 1",
        "'WZ-20260310-000001', 9"
    })
    void w14CountsTheWeiboWay(String text, int length) {
        assertThat(delivery.limit(account, Means.COMMENT).length(text)).isEqualTo(length);
    }

    @Test
    void w14RefusesWhatIsTooLongBeforeTheCall() {
        Delivery.TextLimit comment = delivery.limit(account, Means.COMMENT);
        Delivery.TextLimit message = delivery.limit(account, Means.PRIVATE_MESSAGE);

        assertThat(comment.most()).isEqualTo(140);
        assertThat(message.most()).isEqualTo(299);
        assertThat(delivery.deliver(text(Means.COMMENT, "灯".repeat(141)), account))
                .isEqualTo(new Outcome.Refused("20012", "content"));
        assertThat(delivery.deliver(text(Means.PRIVATE_MESSAGE, "灯".repeat(301)), account))
                .isEqualTo(new Outcome.Refused("20013", "content"));
        assertThat(delivery.deliver(text(Means.PRIVATE_MESSAGE, "灯".repeat(300)), account))
                .isEqualTo(new Outcome.Refused("20013", "content"));
        assertThat(weibo.asked()).isEmpty();

        assertThat(delivery.deliver(text(Means.PRIVATE_MESSAGE, "灯".repeat(298) + "ab"), account))
                .isEqualTo(new Outcome.Sent(null));
    }

    @Test
    void w14AnEmojiCountsWhatTheSettingSays() {
        WeiboLength length =
                new WeiboLength(140, Weibo.settings("count.emoji", "2").count());

        assertThat(length.length("灯😀")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"20017", "20019", "20111", "20306"})
    void w15TheSameWordsTwiceAreToldAtFirstAndSentOnARetry(int code) {
        weibo.answers(asked -> StandIn.error(code));

        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Duplicate(Integer.toString(code)));
        assertThat(publicly(POST, 1)).isEqualTo(new Outcome.Sent(null));
        assertThat(delivery.deliver(reply(Means.PRIVATE_MESSAGE, spoke(Duration.ZERO), 0, true), account))
                .isEqualTo(new Outcome.Sent(null));
    }

    @Test
    void w16AcceptedLateIsSentWithoutAnId() {
        weibo.answers(asked -> StandIn.error(20032));

        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Sent(null));
    }

    @Test
    void w17ACommentWithoutAnAnswerIsReadBackAndNotSaidTwice() {
        weibo.answers(asked -> StandIn.silence());
        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Unknown("no-answer"));
        assertThat(delivery.afterUnknown(Means.COMMENT)).isEqualTo(Delivery.AfterUnknown.READ_BACK);
        assertThat(delivery.afterUnknown(Means.COMMENT_REPLY)).isEqualTo(Delivery.AfterUnknown.READ_BACK);
        assertThat(delivery.afterUnknown(Means.PRIVATE_MESSAGE)).isEqualTo(Delivery.AfterUnknown.RETRY_ONCE);
        weibo.asked().clear();

        weibo.answers(asked -> StandIn.json(comments(
                said(9, Weibo.CITIZEN, WORDS),
                said(8, Weibo.UID, "别的话"),
                said(7, Weibo.UID, "回复@小路:" + WORDS.replace("&", "&amp;")))));
        assertThat(delivery.readBack(reply(Means.COMMENT, at(POST), 1, true), account))
                .isEqualTo(new Outcome.Sent("7"));
        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/2/comments/show.json");
            assertThat(asked.query()).containsEntry("id", "4912").doesNotContainKey("since_id");
        });
    }

    @Test
    void w17WhatDoesNotStandThereMayBeSaidAgain() {
        weibo.answers(asked -> StandIn.json(comments(said(9, Weibo.CITIZEN, WORDS))));
        assertThat(readBack(COMMENT)).isEqualTo(new Outcome.NotNow(null, "not-there"));
        assertThat(weibo.asked().get(0).query()).containsEntry("since_id", "71");

        weibo.answers(asked -> StandIn.json("{\"comments\":[]}"));
        assertThat(readBack(POST)).isEqualTo(new Outcome.NotNow(null, "not-there"));
    }

    @Test
    void w17WhatCannotBeReadStaysUnknown() {
        weibo.answers(asked -> StandIn.silence());
        assertThat(readBack(POST)).isEqualTo(new Outcome.Unknown("read-back"));

        weibo.answers(asked -> StandIn.error(10001));
        assertThat(readBack(POST)).isEqualTo(new Outcome.Unknown("read-back"));

        weibo.answers(asked -> StandIn.error(21327));
        assertThat(readBack(POST)).isEqualTo(new Outcome.TokenInvalid("21327"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10022, 10023})
    void w17AQuotaOfReadingIsWaitedFor(int code) {
        weibo.answers(asked -> StandIn.error(code));
        assertThat(readBack(POST))
                .isInstanceOfSatisfying(
                        Outcome.NotNow.class, wait -> assertThat(wait.until()).isAfter(NOW));
        assertThat(delivery.readBackCalls()).isEqualTo(10);
    }

    @Test
    void w17AmongFiftyThousandCommentsItLooksPageByPageAndNoFurtherThanTheQuotaBears() {
        weibo.answers(asked -> {
            long from = asked.number("max_id", 50_000);
            return StandIn.json(comments(IntStream.range(0, 200)
                    .mapToLong(i -> from - i)
                    .mapToObj(
                            id -> said(id, id == 49_000 || id == 20_000 ? Weibo.UID : "5", id == 49_000 ? WORDS : "灯"))
                    .toArray(String[]::new)));
        });
        assertThat(readBack(POST)).isEqualTo(new Outcome.Sent("49000"));
        assertThat(weibo.asked()).hasSize(6);

        weibo.asked().clear();
        assertThat(delivery.readBack(text(Means.COMMENT, "不在这里"), account)).isEqualTo(new Outcome.Unknown("not-found"));
        assertThat(weibo.asked()).hasSize(10);
    }

    @Test
    void w18ASensitiveWordGoesBackToTheEditor() {
        weibo.answers(asked -> StandIn.error(21602));

        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Refused("21602", "content"));
    }

    @Test
    void w10AnExpiredTokenStopsTheAccount() {
        weibo.answers(asked -> StandIn.error(21327));

        assertThat(publicly(POST, 3)).isEqualTo(new Outcome.TokenInvalid("21327"));
    }

    @Test
    void anAccountWithoutATokenIsNotLetIn() {
        Account bare = new Account(
                7, account.channel(), "wenzheng", "centre", "清河发布", Weibo.UID, account.settings(), Map.of());

        assertThat(delivery.deliver(reply(Means.COMMENT, at(POST), 0, false), bare))
                .isEqualTo(new Outcome.TokenInvalid("no-token"));
        assertThat(weibo.asked()).isEmpty();
    }

    @Test
    void tellsWhatWasNotWrittenFromWhatIsUnknown() {
        weibo.answers(asked -> new StandIn.Answer(503, "text/html", "<html>".getBytes()));
        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.NotNow(null, "http-503"));

        weibo.answers(asked -> StandIn.json("<html>Welcome</html>"));
        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Unknown("unreadable"));

        weibo.answers(asked -> StandIn.json("{}"));
        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Unknown("no-id"));

        weibo.answers(asked -> new StandIn.Answer(404, "text/plain", "no".getBytes()));
        assertThat(publicly(POST, 0)).isEqualTo(new Outcome.Refused("http-404", "unknown"));

        Account nobody = Weibo.account(Map.of("hosts.api", "http://127.0.0.1:1"), List.of());
        assertThat(delivery.deliver(reply(Means.COMMENT, at(POST), 0, false), nobody))
                .isEqualTo(new Outcome.NotNow(null, "not-connected"));
    }

    @Test
    void aPublicAnswerNeedsAPlace() {
        assertThat(delivery.deliver(reply(Means.COMMENT, spoke(Duration.ZERO), 0, false), account))
                .isEqualTo(new Outcome.TargetGone("post"));
    }

    private Outcome privately(Reply.Contact contact) {
        return delivery.deliver(reply(Means.PRIVATE_MESSAGE, contact, 0, false), account);
    }

    private Outcome publicly(SourceRef source, int tries) {
        return delivery.deliver(reply(Means.COMMENT, at(source), tries, false), account);
    }

    private Outcome readBack(SourceRef source) {
        return delivery.readBack(reply(Means.COMMENT, at(source), 1, true), account);
    }

    private static Reply.Contact spoke(Duration ago) {
        return contact(NOW.minus(ago), null, null, 9, true);
    }

    private static Reply.Contact mentioned(int messages) {
        return contact(null, null, NOW.minus(Duration.ofHours(1)), messages, true);
    }

    private static Reply.Contact contact(
            @Nullable Instant spoke,
            @Nullable Instant menu,
            @Nullable Instant mentioned,
            int messages,
            boolean followed) {
        return new Reply.Contact(
                "dm:" + Weibo.CITIZEN, Weibo.CITIZEN, null, null, spoke, menu, mentioned, messages, messages, followed);
    }

    private static Reply.Contact at(SourceRef source) {
        return new Reply.Contact("s:4912", Weibo.CITIZEN, source, "s:4912", null, null, NOW, 1, 1, true);
    }

    private static Reply text(Means means, String text) {
        Reply.Contact contact = means.isPublic() ? at(POST) : spoke(Duration.ZERO);
        return new Reply("k", "WZ-20260310-000001", "answer", means, contact, text, "", null, 1, 0, false, NOW);
    }

    private static Reply reply(Means means, Reply.Contact contact, int tries, boolean afterUnknown) {
        return new Reply(
                "k", "WZ-20260310-000001", "answer", means, contact, WORDS, "", null, 1, tries, afterUnknown, NOW);
    }

    private static String said(long id, String uid, String text) {
        return "{\"id\":%d,\"text\":\"%s\",\"user\":{\"id\":%s}}".formatted(id, text, uid);
    }

    private static String comments(String... comments) {
        return Stream.of(comments).collect(Collectors.joining(",", "{\"comments\":[", "]}"));
    }
}
