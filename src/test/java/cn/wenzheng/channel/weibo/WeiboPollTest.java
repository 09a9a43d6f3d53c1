package cn.wenzheng.channel.weibo;

import static cn.wenzheng.channel.weibo.Weibo.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.channel.weibo.StandIn.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polling finds every mention once it can be seen, and asks no more often than it must. */
class WeiboPollTest {

    private static final String POSTS = "mentions";
    private static final String COMMENTS = "comment-mentions";
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private final StandIn weibo = new StandIn();
    private final Account account = Weibo.at(weibo);
    private final WeiboSettings settings = Weibo.settings();
    private final WeiboPoll poll = new WeiboPoll(new WeiboApi(new PlatformHttp(), settings), settings);

    /** The posts that mention the account, by id, with the time they were written. */
    private final TreeMap<Long, Instant> posts = new TreeMap<>(Comparator.reverseOrder());

    @AfterEach
    void close() {
        weibo.close();
    }

    @Test
    void readsAnHourlyPageOfEachKindWithThePublicQuotaAndMoreByContract() {
        assertThat(poll.contacts(account)).containsExactly(POSTS, COMMENTS);
        assertThat(poll.every(account, POSTS)).isEqualTo(Duration.ofHours(1));
        assertThat(poll.every(Weibo.at(weibo, "quota", "contract"), POSTS)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void w4AMentionByPushAndByPollHasOneId() {
        post(4912, NOW.minusSeconds(2));
        Inbound polled = read(null).items.get(0);
        Inbound pushed = new WeiboPush(settings)
                .accept(
                        Weibo.push(Weibo.json("mention", "@清河发布 4912", "{\"subtype\":\"status\",\"key\":4912}")),
                        Weibo.account(),
                        Weibo.CLOCK)
                .items()
                .get(0);

        assertThat(polled.externalId()).isEqualTo(pushed.externalId()).isEqualTo("s:4912");
        assertThat(polled.twinKey())
                .as("a post of its own is no half of anything; a push cannot tell")
                .isNull();
        assertThat(pushed.twinKey()).isNotNull();
        assertThat(polled.source()).isEqualTo(pushed.source());
    }

    @Test
    void w5MissesNoneOfManyAndMovesTheCursorOnlyAfterTheLastPage() {
        post(1, NOW.minusSeconds(7200));
        String known = read(null).cursor;
        LongStream.rangeClosed(2, 701).forEach(id -> post(id, NOW.minusSeconds(3000 - id)));

        Reading reading = read(known);

        assertThat(ids(reading)).containsExactlyInAnyOrderElementsOf(range(2, 701));
        assertThat(reading.cursors.subList(0, reading.cursors.size() - 1))
                .hasSize(3)
                .allSatisfy(
                        cursor -> assertThat(PollCursor.read(cursor).newest()).isEqualTo(1));
        assertThat(PollCursor.read(reading.cursor).newest()).isEqualTo(701);
        assertThat(ids(read(reading.cursor))).isEmpty();
    }

    @Test
    void w5LosesNothingThatIsWrittenDuringTheReading() {
        LongStream.rangeClosed(1, 300).forEach(id -> post(id, NOW.minusSeconds(900 - id)));
        answerAll();
        PullIntake.Page first = poll.poll(account, POSTS, null, NOW);
        LongStream.rangeClosed(301, 310).forEach(id -> post(id, NOW.minusSeconds(400 - id)));

        Reading rest = read(first.cursor());

        assertThat(ids(rest)).containsExactlyInAnyOrderElementsOf(range(1, 100));
        assertThat(ids(read(rest.cursor))).containsExactlyInAnyOrderElementsOf(range(301, 310));
    }

    @Test
    void w6TheItemAtTheInclusiveMaxIdComesOnce() {
        LongStream.rangeClosed(1, 250).forEach(id -> post(id, NOW.minusSeconds(900 - id)));

        Reading reading = read(null);

        assertThat(ids(reading)).hasSize(250).doesNotHaveDuplicates();
        assertThat(weibo.asked())
                .extracting(asked -> asked.query().get("max_id"))
                .containsExactly(null, "51", "1");
    }

    @Test
    void aShortPageIsNotTheEndUnlessWeiboSaysSo() {
        LongStream.rangeClosed(1, 10).forEach(id -> post(id, NOW.minusSeconds(900 - id)));
        weibo.answers(asked -> page(asked, 4, id -> status(id, "灯"), "7"));
        assertThat(ids(readAnswered(null))).containsExactlyInAnyOrderElementsOf(range(1, 10));

        weibo.asked().clear();
        weibo.answers(asked -> page(asked, 200, id -> status(id, "灯"), "0"));
        assertThat(ids(readAnswered(null))).hasSize(10);
        assertThat(weibo.asked()).hasSize(1);
    }

    @Test
    void w7ALateItemWithASmallerIdIsPickedUpByTheOverlap() {
        LongStream.rangeClosed(10, 20).forEach(id -> post(id * 10, NOW.minus(Duration.ofMinutes(100 - id))));
        String cursor = read(null).cursor;
        post(195, NOW.minus(Duration.ofMinutes(81)));
        post(5, NOW.minus(Duration.ofMinutes(200)));

        Reading usual = read(cursor, NOW.plus(Duration.ofHours(11)));
        assertThat(ids(usual)).isEmpty();

        Reading overlap = read(usual.cursor, NOW.plus(Duration.ofHours(13)));
        assertThat(ids(overlap)).contains(195L, 200L).doesNotContain(5L);
        assertThat(ids(read(overlap.cursor, NOW.plus(Duration.ofHours(14))))).isEmpty();
        assertThat(ids(read(overlap.cursor, NOW.plus(Duration.ofHours(25).plusMinutes(1)))))
                .contains(195L);
    }

    @Test
    void theFirstReadingGoesBackADayAndNoFurther() {
        post(1, NOW.minus(Duration.ofDays(400)));
        post(2, NOW.minus(Duration.ofHours(25)));
        post(3, NOW.minus(Duration.ofHours(23)));

        Reading reading = read(null);

        assertThat(ids(reading)).containsExactly(3L);
        assertThat(PollCursor.read(reading.cursor).newest()).isEqualTo(3);
    }

    @Test
    void w8EachPageCountsOneCallAndAUsedUpDayIsWaitedOut() {
        weibo.answers(asked -> StandIn.error(10023));

        PullIntake.Page page = poll.poll(account, POSTS, null, NOW);

        assertThat(page.calls()).isEqualTo(1);
        assertThat(page.more()).isFalse();
        assertThat(page.trouble()).isEqualTo(new Outcome.NotNow(Instant.parse("2026-03-10T16:00:00Z"), "10023"));
    }

    @Test
    void w9ALimitInMidPageLeavesNoGap() {
        LongStream.rangeClosed(1, 700).forEach(id -> post(id, NOW.minusSeconds(1000 - id)));
        answerAll();
        List<Long> found = new ArrayList<>();
        String cursor = null;
        for (int calls = 0; calls < 2; calls++) {
            PullIntake.Page page = poll.poll(account, POSTS, cursor, NOW);
            found.addAll(idsOf(page.items()));
            cursor = page.cursor();
        }
        weibo.answers(asked -> StandIn.error(10023));
        PullIntake.Page limited = poll.poll(account, POSTS, cursor, NOW);
        assertThat(limited.cursor()).isEqualTo(cursor);
        assertThat(limited.items()).isEmpty();
        LongStream.rangeClosed(701, 720).forEach(id -> post(id, NOW));

        Instant nextDay = NOW.plus(Duration.ofHours(15));
        Reading rest = read(cursor, nextDay);
        found.addAll(ids(rest));
        found.addAll(ids(read(rest.cursor, nextDay.plus(Duration.ofHours(1)))));

        assertThat(Set.copyOf(found)).containsExactlyInAnyOrderElementsOf(range(1, 720));
    }

    @Test
    void w10AnExpiredTokenIsToldAndTheCursorStands() {
        String cursor = "9:9:0:0:0:0:9999999999";
        for (StandIn.Answer answer : List.of(
                StandIn.error(21327),
                new StandIn.Answer(403, "application/json", "{\"error_code\":21327}".getBytes()))) {
            weibo.answers(asked -> answer);

            assertThat(poll.poll(account, POSTS, cursor, NOW))
                    .isEqualTo(new PullIntake.Page(List.of(), cursor, false, 1, new Outcome.TokenInvalid("21327")));
        }
    }

    @Test
    void whatIsNoAnswerMovesNothing() {
        for (StandIn.Answer answer : List.of(
                StandIn.silence(),
                StandIn.json("<html>bad gateway</html>"),
                StandIn.json("{}"),
                StandIn.json(""),
                new StandIn.Answer(502, "text/html", "<html>".getBytes()))) {
            weibo.answers(asked -> answer);

            PullIntake.Page page = poll.poll(account, POSTS, null, NOW);

            assertThat(page.trouble()).isInstanceOf(Outcome.NotNow.class);
            assertThat(page.cursor()).isNull();
        }
    }

    @Test
    void w19AMentionByPassingOnKeepsBothTextsAndAllPictures() {
        Inbound item = only(POSTS, """
                {"statuses":[{"id":51,"created_at":"%s","text":"@清河发布 看看","user":{"id":2489518277,"screen_name":"小路"},
                "geo":{"type":"Point","coordinates":[38.47,106.27]},
                "pic_urls":[{"thumbnail_pic":"http://ww1.sinaimg.cn/thumbnail/a.jpg"}],
                "retweeted_status":{"id":50,"idstr":"50","text":"路灯坏了","user":{"idstr":"99","screen_name":"老王"},
                "pic_urls":[{"thumbnail_pic":"http://ww1.sinaimg.cn/thumbnail/b.jpg"}]}}]}""".formatted(WORDS.format(NOW)));

        assertThat(item.text()).isEqualTo("@清河发布 看看\n//@老王:路灯坏了");
        assertThat(item.repostOf()).isEqualTo("s:50");
        assertThat(item.twinKey()).isEqualTo("2489518277:" + NOW.getEpochSecond());
        assertThat(item.mentioned()).containsExactly("清河发布");
        assertThat(item.sender()).isEqualTo(new Inbound.Sender("2489518277", "小路"));
        assertThat(item.place()).isEqualTo(new GeoPoint(38.47, 106.27, GeoPoint.Crs.GCJ02));
        assertThat(item.media())
                .extracting(MediaRef::id)
                .containsExactlyInAnyOrder("http://ww1.sinaimg.cn/large/a.jpg", "http://ww1.sinaimg.cn/large/b.jpg");
    }

    @Test
    void whatIsPassedOnComesBeforeWhatPassesItOn() {
        weibo.answers(asked -> StandIn.json("""
                {"statuses":[{"id":51,"created_at":"%s","text":"@清河发布 看看","user":{"id":2489518277},
                "retweeted_status":{"id":50,"text":"路灯坏了","user":{"id":99}}},
                {"id":50,"created_at":"%s","text":"@清河发布 路灯坏了","user":{"id":99}}],"next_cursor":0}""".formatted(WORDS.format(NOW), WORDS.format(NOW.minusSeconds(60)))));

        assertThat(ids(readAnswered(null))).containsExactly(50L, 51L);
    }

    @Test
    void aDeletedOriginalSaysNothing() {
        Inbound item = only(POSTS, """
                {"statuses":[{"id":51,"created_at":"%s","text":"@清河发布 看看","user":{"id":2489518277},
                "retweeted_status":{"id":50,"text":"抱歉，此微博已被作者删除。","deleted":"1"}}]}""".formatted(WORDS.format(NOW)));

        assertThat(item.text()).isEqualTo("@清河发布 看看");
        assertThat(item.repostOf()).isEqualTo("s:50");
    }

    @Test
    void aCommentTellsItsPostAndWhatItAnswers() {
        String comment = """
                {"comments":[{"id":71,"created_at":"%s","text":"@清河发布 还没修","user":{"id":%s,"screen_name":"小路"},
                "status":{"id":50,"text":"路灯坏了","user":{"id":%s,"screen_name":"老王"}}%s}]}""";
        String at = WORDS.format(NOW);
        String answersOurs = ",\"reply_comment\":{\"id\":70,\"user\":{\"id\":%s}}".formatted(Weibo.UID);
        String answersAnother = ",\"reply_comment\":{\"id\":70,\"user\":{\"id\":99}}";

        Inbound below = only(COMMENTS, comment.formatted(at, Weibo.CITIZEN, "99", ""));
        assertThat(below.externalId()).isEqualTo("c:71");
        assertThat(below.conversationKey()).isEqualTo("s:50:" + Weibo.CITIZEN);
        assertThat(below.text()).isEqualTo("@清河发布 还没修\n//@老王:路灯坏了");
        assertThat(below.source())
                .hasFieldOrPropertyWithValue("post", "50")
                .hasFieldOrPropertyWithValue("comment", "71");
        assertThat(below.inReplyTo()).isNull();
        assertThat(below.twinKey()).isEqualTo(Weibo.CITIZEN + ":" + NOW.getEpochSecond());

        assertThat(only(COMMENTS, comment.formatted(at, Weibo.CITIZEN, Weibo.CITIZEN, ""))
                        .inReplyTo())
                .isEqualTo("s:50");
        assertThat(only(COMMENTS, comment.formatted(at, Weibo.CITIZEN, "99", answersOurs))
                        .inReplyTo())
                .isEqualTo("70");
        assertThat(only(COMMENTS, comment.formatted(at, Weibo.CITIZEN, "99", answersAnother))
                        .inReplyTo())
                .isEqualTo("c:70");
        assertThat(only(COMMENTS, comment.formatted(at, Weibo.CITIZEN, Weibo.UID, ""))
                        .text())
                .isEqualTo("@清河发布 还没修");
    }

    @Test
    void leavesOutWhatIsItsOwnDeletedOrNobodys() {
        weibo.answers(asked -> StandIn.json("""
                {"statuses":[{"id":55,"text":"a","user":{"id":%s}},{"id":54,"text":"a","deleted":"1","user":{"id":5}},
                {"id":53,"text":"a"},{"text":"a","user":{"id":5}},{"id":52,"text":"好","user":{"id":5}}],"next_cursor":0}""".formatted(Weibo.UID)));

        assertThat(ids(readAnswered(null))).containsExactly(52L);
    }

    @Test
    void asksTheContractHostByItsPaths() {
        answerAll();
        Account contract = Weibo.at(weibo, "quota", "contract");
        poll.poll(contract, POSTS, null, NOW);
        poll.poll(contract, COMMENTS, null, NOW);
        poll.poll(account, COMMENTS, null, NOW);

        assertThat(weibo.asked())
                .extracting(Asked::path)
                .containsExactly(
                        "/2/statuses/mentions/biz.json", "/2/comments/mentions/biz.json", "/2/comments/mentions.json");
        assertThat(weibo.asked())
                .allSatisfy(asked -> assertThat(asked.query())
                        .containsEntry("access_token", "2.00token")
                        .containsEntry("count", "200"));
    }

    @Test
    void fiftyThousandAreReadPageByPage() {
        LongStream.rangeClosed(1, 50_000).forEach(id -> post(id, NOW.minusSeconds(60_000 - id)));
        answerAll();
        String cursor = null;
        int pages = 0;
        int found = 0;
        PullIntake.Page page;
        do {
            page = poll.poll(account, POSTS, cursor, NOW);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(200);
            found += page.items().size();
            cursor = page.cursor();
            pages++;
        } while (page.more());

        assertThat(found).isEqualTo(50_000);
        assertThat(pages).isEqualTo(253);
        assertThat(cursor).hasSizeLessThan(500);
    }

    /** What a whole reading found, page by page. */
    private record Reading(List<Inbound> items, List<String> cursors, String cursor) {}

    private Reading read(String cursor) {
        return read(cursor, NOW);
    }

    private Reading read(String cursor, Instant now) {
        answerAll();
        weibo.asked().clear();
        return readAnswered(cursor, now);
    }

    private Reading readAnswered(String cursor) {
        return readAnswered(cursor, NOW);
    }

    private Reading readAnswered(String cursor, Instant now) {
        List<Inbound> items = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        String at = cursor;
        PullIntake.Page page;
        do {
            page = poll.poll(account, POSTS, at, now);
            assertThat(page.trouble()).isNull();
            items.addAll(page.items());
            at = page.cursor();
            cursors.add(at);
        } while (page.more());
        return new Reading(items, cursors, at);
    }

    private Inbound only(String contact, String answer) {
        weibo.answers(asked -> StandIn.json(answer));
        List<Inbound> items = poll.poll(account, contact, null, NOW).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void post(long id, Instant at) {
        posts.put(id, at);
    }

    private void answerAll() {
        weibo.answers(asked -> page(asked, 200, id -> status(id, "@清河发布 " + id), "1"));
    }

    private StandIn.Answer page(Asked asked, int most, LongFunction<String> status, String next) {
        long from = asked.number("max_id", Long.MAX_VALUE);
        String list = posts.tailMap(from, true).keySet().stream()
                .limit(Math.min(most, asked.number("count", 20)))
                .map(status::apply)
                .collect(Collectors.joining(","));
        String name = asked.path().contains("comments") ? "comments" : "statuses";
        return StandIn.json(
                "{\"%s\":[%s],\"next_cursor\":%s,\"total_number\":%d}".formatted(name, list, next, posts.size()));
    }

    private String status(long id, String text) {
        return "{\"id\":%d,\"idstr\":\"%d\",\"created_at\":\"%s\",\"text\":\"%s\",\"user\":{\"id\":%s,\"screen_name\":\"小路\"}}"
                .formatted(id, id, WORDS.format(posts.get(id)), text, Weibo.CITIZEN);
    }

    private static List<Long> ids(Reading reading) {
        return idsOf(reading.items);
    }

    private static List<Long> idsOf(List<Inbound> items) {
        return items.stream()
                .map(item -> Long.parseLong(item.externalId().substring(2)))
                .toList();
    }

    private static List<Long> range(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Long::valueOf).toList();
    }
}
