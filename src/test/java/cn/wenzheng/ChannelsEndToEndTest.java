package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Clerk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A citizen speaks on a platform, the city works through its five tasks, and what he hears is heard there: once, and
 * with the way to his page only where nobody else reads it. The platforms are the simulated ones, over real
 * HTTP, IMAP and SMTP.
 */
class ChannelsEndToEndTest extends CityTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The way to a citizen's page; the code behind it opens the page. */
    private static final String PAGE = "/track/";

    /** How a citizen speaks, and by which means he hears the first answer and the last one. */
    private enum Way {
        WEIBO_MESSAGE("weibo", "message", "private-message", "private-message"),
        WEIBO_MENTION("weibo", "mention", "private-message", "comment"),
        WECHAT_MESSAGE("wechat", "message", "private-message", "private-message"),
        ALIPAY_CHAT("alipay", "message", "private-message", "private-message"),
        ALIPAY_MINI_PROGRAM("alipay", "submission", "template", "template"),
        MAIL("email", "message", "mail", "mail"),
        /** Its first answer waits for the release. */
        OPEN311("open311", "report", null, "update"),
        OTHER_SYSTEM("webhook", "submission", "petition.created", "petition.answered");

        private final String channel;
        private final String kind;
        private final @Nullable String firstMeans;
        private final String answerMeans;

        Way(String channel, String kind, @Nullable String firstMeans, String answerMeans) {
            this.channel = channel;
            this.kind = kind;
            this.firstMeans = firstMeans;
            this.answerMeans = answerMeans;
        }

        /** A mail has its receipt before, with the number in it. */
        String wordsOfTheFirst(String number) {
            return this == MAIL ? number + " 首次答复" : number;
        }

        /** What tells the answer from what was said before: a notice of Alipay has room for the state alone. */
        String wordsOfTheAnswer() {
            return this == ALIPAY_MINI_PROGRAM ? "办理答复" : ANSWER;
        }

        boolean isPrivate(String means) {
            return !means.equals("comment") && !means.equals("update") && this != OTHER_SYSTEM;
        }
    }

    @Autowired
    private JdbcClient rows;

    /** A citizen of this test alone, and what he says. */
    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);

    private final String words = "新华街" + user + "号路灯坏了三天😀";

    private Caller admin;

    @BeforeEach
    void theAdministratorIsThere() {
        admin = clerk("admin").caller();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSpeaksOnAPlatformIsAnsweredThereOnce(Way way) {
        String post = says(way);
        String number = arrived();

        operator.accepts(number).ok();
        if (way.firstMeans != null) {
            JsonNode first = hears(way, way.firstMeans, way.wordsOfTheFirst(number));
            assertThat(text(first)).doesNotContain(ANSWER);
            assertOpensOnlyInPrivate(way, first);
        }
        isHandled(number);

        JsonNode answer = hears(way, way.answerMeans, way.wordsOfTheAnswer());
        assertThat(answer.toString()).contains(way == Way.OTHER_SYSTEM ? "S-" + post : number);
        assertOpensOnlyInPrivate(way, answer);
        reviewer.closes(number).ok();
        assertIsOver(number);
        assertThat(received(way))
                .filteredOn(reply -> text(reply).contains(way.wordsOfTheAnswer()))
                .as("the answer, once")
                .hasSize(1);
        assertThat(received(way).toString()).doesNotContain(INTERNAL);
        assertThat(petitions()).as("of post " + post).containsExactly(number);
    }

    @Test
    void theAnswerToAMentionStandsBelowThePost() {
        String post = says(Way.WEIBO_MENTION);
        String number = arrived();
        operator.accepts(number).ok();
        hears(Way.WEIBO_MENTION, "private-message", number);
        isHandled(number);

        assertThat(hears(Way.WEIBO_MENTION, "comment", ANSWER).path("inReplyTo").asText())
                .isEqualTo(post);
    }

    @Test
    void aMentionInACommentIsFoundByAskingAndAnsweredBelowIt() {
        says("weibo", "comment");
        anHourPasses();
        String number = arrived();
        await().atMost(SOON)
                .until(() -> rows.sql("SELECT post IS NOT NULL FROM petition_source WHERE petition = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single());
        operator.accepts(number).ok();
        isHandled(number);

        hears(Way.WEIBO_MENTION, "comment-reply", ANSWER);
    }

    @Test
    void w4AMentionThatIsPushedAndFoundByAskingIsOnePetition() {
        says(Way.WEIBO_MENTION);
        String number = arrived();
        String later = "我们" + user + "也停水";
        admin.post("/simulator/weibo/post", Map.of("user", user + "-2", "kind", "comment", "text", later))
                .ok();
        anHourPasses();
        await().atMost(SOON).untilAsserted(() -> assertThat(petitions(later)).isNotEmpty());

        assertThat(petitions()).containsExactly(number);
    }

    @Test
    void w11TheAnswerToADeletedPostWaitsForAPersonAndIsHeardByNobody() {
        String post = says(Way.WEIBO_MENTION);
        String number = arrived();
        operator.accepts(number).ok();
        hears(Way.WEIBO_MENTION, "private-message", number);
        admin.post("/simulator/weibo/behaviour", Map.of("delete-post", post)).ok();
        isHandled(number);
        await().atMost(SOON).untilAsserted(() -> assertThat(ways()).contains("TARGET_GONE"));
        anHourPasses();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(items(operator.caller()
                                .get("/api/deliveries?size=200")
                                .ok()))
                        .extracting(line -> line.path("petition").asText())
                        .contains(number));
        assertThat(received(Way.WEIBO_MENTION).toString()).doesNotContain(ANSWER);
    }

    @Test
    void w10WhatIsToBeSaidWaitsForANewToken() {
        says(Way.WEIBO_MESSAGE);
        String number = arrived();
        admin.post("/simulator/weibo/behaviour", Map.of("expire-token", true)).ok();
        operator.accepts(number).ok();

        await().atMost(SOON).untilAsserted(() -> assertThat(isPaused()).isTrue());
        assertThat(received(Way.WEIBO_MESSAGE)).isEmpty();
        Map<String, String> fresh = Map.of("name", "access-token", "value", "another-token-" + user);
        admin.post("/api/admin/channels/" + account() + "/secrets", fresh).ok();
        anHourPasses();

        hears(Way.WEIBO_MESSAGE, "private-message", number);
        assertThat(isPaused()).isFalse();
    }

    @Test
    void aReportOfFixMyStreetIsKnownByItsIdThere() {
        String report = says(Way.OPEN311);
        String number = arrived();

        assertThat(rows.sql("SELECT external_id FROM petition WHERE number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .contains(report);
        operator.accepts(number).ok();
        isHandled(number);
        hears(Way.OPEN311, "update", ANSWER);
    }

    /** A private message, a notice or a mail opens the citizen's page; what everybody reads does not. */
    private static void assertOpensOnlyInPrivate(Way way, JsonNode reply) {
        boolean opens = way.isPrivate(reply.path("means").asText());
        assertThat(text(reply).contains(PAGE)).as(reply.toString()).isEqualTo(opens);
    }

    private void isHandled(String number) {
        dispatcher.assigns(number, LIGHTING).ok();
        Clerk handler = clerk(LIGHTING);
        handler.answers(number, INTERNAL, ANSWER).ok();
        assertThat(rows.sql("SELECT count(*) FROM simulated_reply WHERE strpos(text, ?) > 0")
                        .param(INTERNAL)
                        .query(Long.class)
                        .single())
                .isZero();
        reviewer.passes(number).ok();
    }

    private String says(Way way) {
        return says(way.channel, way.kind);
    }

    private String says(String channel, String kind) {
        Map<String, String> saying = Map.of("user", user, "kind", kind, "text", words);
        String id = admin.post("/simulator/" + channel + "/post", saying)
                .ok()
                .path("id")
                .asText();
        if (channel.equals("email")) {
            anHourPasses();
        }
        return id;
    }

    private void anHourPasses() {
        admin.post("/api/demo/clock", Map.of("advance", "PT61M")).ok();
        engine.firesWhatIsDue();
    }

    /** The number of the petition that these words became, once its process has begun. */
    private String arrived() {
        await().atMost(SOON).untilAsserted(() -> assertThat(petitions()).isNotEmpty());
        engine.beginsWhatArrived();
        return petitions().get(0);
    }

    private List<String> petitions() {
        return petitions(words);
    }

    private List<String> petitions(String said) {
        return rows.sql("SELECT petition FROM petition_content WHERE strpos(text, ?) > 0 ORDER BY petition")
                .param(said)
                .query(String.class)
                .list();
    }

    /** The one thing the citizen has heard by these means with these words; another means is tried when a timer fires. */
    private JsonNode hears(Way way, String means, String said) {
        await().atMost(SOON).untilAsserted(() -> {
            engine.firesWhatIsDue();
            assertThat(heard(way, means, said))
                    .as(() -> means + " with " + said + " of " + received(way) + ways())
                    .hasSize(1);
        });
        return heard(way, means, said).get(0);
    }

    private List<JsonNode> heard(Way way, String means, String said) {
        return received(way).stream()
                .filter(reply -> reply.path("means").asText().equals(means))
                .filter(reply -> text(reply).contains(said))
                .toList();
    }

    /** What became of the messages, for whoever reads that a test fails. */
    private String ways() {
        return rows.sql("""
                SELECT r.occasion || ' ' || r.state || ' ' || coalesce(a.means || ' ' || a.outcome, '')
                FROM outbound_reply r LEFT JOIN outbound_attempt a ON a.reply = r.id
                WHERE r.petition IN (SELECT petition FROM petition_content WHERE strpos(text, ?) > 0)""").param(words).query(String.class).list().toString();
    }

    private List<JsonNode> received(Way way) {
        return items(admin.get("/simulator/" + way.channel + "/received?user=" + user)
                .ok());
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static String text(JsonNode reply) {
        return reply.path("text").asText();
    }

    private long account() {
        return rows.sql("SELECT id FROM channel_account WHERE channel = 'WEIBO' AND code = 'wenzheng'")
                .query(Long.class)
                .single();
    }

    private boolean isPaused() {
        return rows.sql("SELECT paused IS NOT NULL FROM channel_account WHERE id = ?")
                .param(account())
                .query(Boolean.class)
                .single();
    }
}
