package cn.wenzheng.channel.inbox;

import static cn.wenzheng.channel.inbox.CallbackTest.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.channel.SourceProbe.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a citizen says after his petition: it joins only what the platform or he himself says it belongs to. */
class FollowUpTest extends PostOfficeScene {

    @Test
    void twoMattersOfOnePersonAreTwoPetitionsAndTheSecondIsMarked() {
        pushed(message("a", "路灯坏了"));
        pushed(message("b", "停水了"));
        assertThat(petitions()).hasSize(2);
        JsonNode second = sheet(petition("b"));
        assertThat(second.path("followUpOf").asText()).isEqualTo(petition("a"));
        assertThat(second.path("followUp").asText()).isEqualTo("possible");
        assertThat(sheet(petition("a")).path("followUpOf").isNull()).isTrue();
        JsonNode line = operator.caller()
                .get("/api/petitions?channel=wechat&size=1")
                .ok()
                .at("/items/0");
        assertThat(line.path("followUpOf").asText()).isEqualTo(petition("a"));
    }

    @Test
    void hisOwnNumberJoinsTheTimelineOfWhatIsInHand() {
        pushed(message("a", "路灯坏了"));
        String number = petition("a");
        pushed(message("b", "诉求" + number + "，今晚还是不亮"));
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(number)).contains("message-from-citizen: 诉求" + number + "，今晚还是不亮");
    }

    @Test
    void aStrangerWhoNamesANumberAddsNothing() {
        pushed(message("a", "路灯坏了"));
        String number = petition("a");
        pushed(Map.of("id", id("b"), "person", id("stranger"), "text", number + " 我也要说"));
        assertThat(petitions()).hasSize(2);
        assertThat(timeline(number)).hasSize(1);
        assertThat(sheet(petition("b")).path("followUpOf").isNull()).isTrue();
    }

    @Test
    void thePlatformsOwnReferenceJoinsForTheSamePersonOnly() {
        pushed(message("a", "路灯坏了"));
        pushed(with(message("b", "还有第二盏"), "inReplyTo", id("a")));
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(petition("a"))).contains("message-from-citizen: 还有第二盏");
        pushed(Map.of("id", id("c"), "person", id("other"), "text", "我家也是", "inReplyTo", id("a")));
        assertThat(petitions()).hasSize(2);
    }

    @Test
    void whatRepliesToOneOfOurAnswersJoinsThePetitionItWasAbout() {
        pushed(message("a", "路灯坏了"));
        rows.sql("""
                INSERT INTO outbound_reply (petition, channel, order_key, occasion, is_public, text_private, text_public,
                    clear, state, provider_id, made_at)
                VALUES (?, 'WECHAT', 'x', 'first-answer', false, '您好', '您好', true, 'SENT', ?, '2026-01-01Z')""").params(petition("a"), id("ours")).update();
        pushed(with(message("b", "还没修"), "inReplyTo", id("ours")));
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(petition("a"))).contains("message-from-citizen: 还没修");
    }

    @Test
    void whatRepliesToAnEarlierPieceJoinsToo() {
        pushed(message("a", "路灯坏了"));
        long answer = rows.sql("""
                INSERT INTO outbound_reply (petition, channel, order_key, occasion, is_public, text_private, text_public,
                    clear, state, provider_id, made_at)
                VALUES (?, 'WECHAT', 'x', 'ANSWER', false, '您好', '您好', true, 'SENT', ?, '2026-01-01Z') RETURNING id""")
                .params(petition("a"), id("second"))
                .query(Long.class)
                .single();
        rows.sql(
                        "INSERT INTO outbound_attempt (reply, part, node, started_at, provider_id) VALUES (?, 1, 'n', '2026-01-01Z', ?)")
                .params(answer, id("first"))
                .update();
        pushed(with(message("b", "还没修"), "inReplyTo", id("first")));
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(petition("a"))).contains("message-from-citizen: 还没修");
    }

    @Test
    void hisAnswerIsAnAnswerWhereAQuestionIsOpen() {
        pushed(message("a", "路灯坏了"));
        engine.beginsWhatArrived();
        String number = petition("a");
        operator.caller()
                .post("/api/petitions/" + number + "/messages", Map.of("text", "是哪一盏？", "question", true))
                .ok();
        pushed(with(message("b", "学院路九号门口"), "inReplyTo", id("a")));
        assertThat(timeline(number)).contains("answer: 学院路九号门口");
    }

    @Test
    void hisNextWordsAnswerWhatHeWasAskedThereOnceHeKnowsOfIt() {
        pushed(message("a", "路灯坏了"));
        String number = askedBack("a");
        pushed(message("b", "停水了"));
        assertThat(sheet(petition("b")).path("followUp").asText())
                .as("he has not been asked yet")
                .isEqualTo("possible");
        knowsOfIt();
        pushed(message("c", "学院路九号门口"));
        assertThat(petitions()).hasSize(2);
        assertThat(timeline(number)).contains("answer: 学院路九号门口");
        assertThat(sheet(number).path("status").asText()).isEqualTo("received");
        assertStandsAt(number, "AcceptPetition");
        pushed(message("d", "井盖没了"));
        assertThat(petitions()).as("it waits no more").hasSize(3);
    }

    @Test
    void whereTwoWaitForHisWordsAnOperatorLooks() {
        pushed(message("a", "路灯坏了"));
        pushed(message("b", "停水了"));
        String first = askedBack("a");
        String second = askedBack("b");
        knowsOfIt();
        pushed(message("c", "学院路九号门口"));
        assertThat(petitions()).hasSize(3);
        pushed(with(message("d", "是学院路"), "inReplyTo", id("a")));
        assertThat(sheet(first).path("status").asText()).isEqualTo("received");
        assertThat(sheet(second).path("status").asText()).isEqualTo("waiting-for-petitioner");
    }

    @Test
    void whatHeSaysInTheOpenIsNoAnswerToAPrivateQuestion() {
        pushed(message("a", "路灯坏了"));
        String number = askedBack("a");
        knowsOfIt();
        pushed(Map.of("id", id("s"), "key", "s:" + id("s"), "person", person, "text", "停水了", "public", true));
        assertThat(petitions()).hasSize(2);
        assertThat(sheet(number).path("status").asText()).isEqualTo("waiting-for-petitioner");
    }

    @Test
    void whatIsOverIsNamedByANewPetition() {
        pushed(message("a", "路灯坏了"));
        engine.beginsWhatArrived();
        String number = petition("a");
        rows.sql("UPDATE petition SET status = 'CLOSED' WHERE number = ?")
                .param(number)
                .update();
        pushed(message("b", number + " 又坏了"));
        JsonNode second = sheet(petition("b"));
        assertThat(second.path("followUpOf").asText()).isEqualTo(number);
        assertThat(second.path("followUp").asText()).isEqualTo("named");
    }

    @Test
    void theOperatorJoinsWithOneAct() {
        pushed(message("a", "路灯坏了"));
        pushed(message("b", "还是那盏灯，第三天了"));
        engine.beginsWhatArrived();
        String first = petition("a");
        String second = petition("b");
        assertThat(dispatcher
                        .caller()
                        .post("/api/petitions/" + second + "/join", Map.of("to", first))
                        .status())
                .isEqualTo(403);
        operator.caller()
                .post("/api/petitions/" + second + "/join", Map.of("to", first))
                .ok();
        assertThat(timeline(first)).contains("message-from-citizen: 还是那盏灯，第三天了");
        JsonNode joined = sheet(second);
        assertThat(joined.path("status").asText()).isEqualTo("refused");
        assertThat(joined.path("followUp").asText()).isEqualTo("joined");
        assertThat(timeline(second)).anyMatch(entry -> entry.startsWith("refused:") && entry.contains(first));
        assertIsOver(second);
        assertThat(count("journal WHERE petition = ? AND action = 'follow-up-joined' AND actor = 'operator'", second))
                .isOne();
        assertThat(operator.caller()
                        .post("/api/petitions/" + second + "/join", Map.of("to", first))
                        .status())
                .isEqualTo(409);
        pushed(with(message("c", "谢谢"), "inReplyTo", id("b")));
        assertThat(timeline(first)).as("words to what was joined go on").contains("message-from-citizen: 谢谢");
    }

    @Test
    void theOperatorSaysThatItIsNoFollowUp() throws Exception {
        pushed(message("a", "路灯坏了"));
        pushed(message("b", "停水了"));
        String second = petition("b");
        assertThat(java.net.http.HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                                stranger.address() + "/api/petitions/" + second + "/follow-up"))
                                        .header(
                                                "Authorization",
                                                operator.caller().headers().get(1))
                                        .DELETE()
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
        assertThat(sheet(second).path("followUp").asText()).isEqualTo("separate");
        assertThat(operator.caller()
                        .get("/api/petitions?channel=wechat&size=1")
                        .ok()
                        .at("/items/0/followUpOf")
                        .isNull())
                .isTrue();
    }

    @Test
    void petitionsOfTwoPeopleAreNotJoined() {
        pushed(message("a", "路灯坏了"));
        pushed(Map.of("id", id("b"), "person", id("other"), "text", "停水了"));
        engine.beginsWhatArrived();
        assertThat(operator.caller()
                        .post("/api/petitions/" + petition("b") + "/join", Map.of("to", petition("a")))
                        .status())
                .isEqualTo(422);
        assertThat(operator.caller()
                        .post("/api/petitions/" + petition("b") + "/join", Map.of("to", "WZ-20200101-000001"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPostToSeveralAccountsIsTakenOnceByTheHighest() {
        Map<String, Object> post = Map.of(
                "id",
                id("s"),
                "key",
                "s:" + id("s"),
                "person",
                person,
                "text",
                "@银州路灯 @问政试验台 路灯坏了",
                "public",
                true,
                "mentioned",
                List.of("银州路灯", "问政试验台"));
        assertThat(push(POLLED, post).statusCode()).isEqualTo(200);
        assertThat(push(ROOT, post).statusCode()).isEqualTo(200);
        assertThat(petitions()).hasSize(1);
        assertThat(sheet(petition("s")).path("account").asText()).isEqualTo(ROOT);
    }

    @Test
    void aPublicPostThatTwoAccountsHearOfIsOneCase() {
        Map<String, Object> post =
                Map.of("id", id("s"), "key", "s:" + id("s"), "person", person, "text", "路灯坏了", "public", true);
        assertThat(push(POLLED, post).statusCode()).isEqualTo(200);
        assertThat(push(ROOT, post).statusCode()).isEqualTo(200);
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void aCommentAndARepostInOneSecondAreOneCase() {
        pushed(half("c", true));
        pushed(half("s", false));
        assertThat(petitions()).hasSize(1);
        assertThat(count("inbound_message WHERE external_id = ? AND outcome = 'SHARED'", id("s")))
                .isOne();
        pushed(half("s", false));
        assertThat(push(POLLED, half("s", false)).body()).isEqualTo("taken");
        assertThat(petitions()).as("whoever hears of it again").hasSize(1);
    }

    @Test
    void twoPostsOrTwoCommentsInOneSecondAreTwo() {
        pushed(half("s", false));
        pushed(half("t", false));
        assertThat(petitions()).hasSize(2);
        pushed(with(half("c", true), "twin", id("other")));
        pushed(with(half("d", true), "twin", id("other")));
        assertThat(push(POLLED, with(half("d", true), "twin", id("other"))).body())
                .isEqualTo("taken");
        assertThat(petitions()).hasSize(4);
    }

    /** A public item that may be the half of one act. */
    private Map<String, Object> half(String what, boolean comment) {
        Map<String, Object> item = Map.of(
                "id",
                id(what),
                "key",
                "s:" + id(what),
                "person",
                person,
                "text",
                "路灯坏了",
                "public",
                true,
                "twin",
                id("twin"));
        return comment ? with(with(item, "comment", id(what)), "post", id("post")) : item;
    }

    @Test
    void whatOurOwnAccountsSayIsNoPetition() {
        pushed(Map.of(
                "id",
                id("s"),
                "key",
                "s:1",
                "person",
                "wx",
                "text",
                "@银州路灯 请办理",
                "public",
                true,
                "mentioned",
                List.of("银州路灯")));
        assertThat(petitions()).isEmpty();
        assertThat(count("inbound_message WHERE external_id = ? AND outcome = 'OWN' AND petition IS NULL", id("s")))
                .isOne();
    }

    @Test
    void onWeiboAPersonIsTheSameOnAllAccountsAndOnWechatHeIsNot() {
        long root = weibo("fu-root", "0000");
        long lights = weibo("fu-lights", LIGHTING);
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        await().until(() ->
                accounts.find(root).isPresent() && accounts.find(lights).isPresent());
        take(root, "a", "路灯坏了");
        take(lights, "b", petition("a") + " 今晚还是不亮");
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(petition("a"))).contains("message-from-citizen: " + petition("a") + " 今晚还是不亮");
        take(lights, "c", "停水了");
        assertThat(sheet(petition("c")).path("followUpOf").asText()).isEqualTo(petition("a"));

        pushed(message("d", "井盖没了"));
        assertThat(push(POLLED, message("e", "井盖还没有")).statusCode()).isEqualTo(200);
        assertThat(sheet(petition("e")).path("followUpOf").isNull()).isTrue();
    }

    private long weibo(String code, String unit) {
        return rows.sql("""
                        INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                        VALUES ('WEIBO', ?, ?, ?, ?, true, '2026-01-01Z')
                        ON CONFLICT (channel, code) DO UPDATE SET code = excluded.code RETURNING id""").params(code, unit, code, code).query(Long.class).single();
    }

    private void take(long account, String what, String text) {
        office.take(
                accounts.find(account).orElseThrow(), List.of(platform.polled(id(what), person, text)), null, () -> {});
    }

    @org.springframework.beans.factory.annotation.Autowired
    private PostOffice office;

    @Test
    void aLongReplyJoinsAllTheSame() {
        pushed(message("a", "路灯坏了"));
        String story = "很长的话".repeat(1_000);
        pushed(with(message("b", story), "inReplyTo", id("a")));
        assertThat(petitions()).hasSize(1);
        assertThat(timeline(petition("a"))).contains("message-from-citizen: " + story);
    }

    @Test
    void aRepostOfACaseIsNoCase() {
        pushed(Map.of("id", id("s"), "key", "s:1", "person", person, "text", "路灯坏了", "public", true));
        pushed(Map.of(
                "id",
                id("r"),
                "key",
                "s:2",
                "person",
                id("other"),
                "text",
                "转发微博",
                "public",
                true,
                "repostOf",
                id("s")));
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void eventsMoveAWindowAndAreNoPetitions() {
        pushed(message("a", "路灯坏了"));
        pushed(with(with(message("e", "UNFOLLOW"), "kind", "EVENT"), "at", "2026-11-21T02:00:00Z"));
        assertThat(petitions()).hasSize(1);
        assertThat(count("conversation WHERE person = ? AND NOT followed", person))
                .isOne();
    }

    @Test
    void followingOpensTheShortWindowOnlyWhereThePlatformSaysSo() {
        pushed(with(message("e", "FOLLOW"), "kind", "EVENT"));
        assertThat(count("conversation WHERE person = ? AND spoke_at IS NULL AND menu_at IS NOT NULL", person))
                .isOne();
    }

    @Test
    void aPostOfWhatIsOverIsLookedForNoMore() {
        pushed(Map.of("id", id("s"), "key", "s:1", "person", person, "text", "路灯坏了", "public", true));
        rows.sql("UPDATE petition SET status = 'CLOSED' WHERE number = ?")
                .param(petition("s"))
                .update();
        rows.sql("UPDATE petition_source SET checked_at = '2020-01-01Z' WHERE petition = ?")
                .param(petition("s"))
                .update();
        probes.call();
        await().until(() -> count("petition_source WHERE petition = ? AND checked_at IS NULL", petition("s")) == 1);
        assertThat(count("petition_source WHERE petition = ? AND state = 'PRESENT'", petition("s")))
                .isOne();
    }

    @Test
    void aPublicPostIsKeptAsItStood() {
        pushed(Map.of(
                "id", id("s"), "key", "s:1", "person", person, "text", "路灯坏了", "public", true, "media", List.of("p1")));
        JsonNode evidence = sheet(petition("s")).at("/origin/evidence");
        assertThat(evidence.path("text").asText()).isEqualTo("路灯坏了");
        assertThat(evidence.path("pictures").asInt()).isOne();
        assertThat(evidence.path("sha256").asText()).hasSize(64);
        assertThat(sheet(petition("s")).at("/origin/page").asText()).isEqualTo("https://weibo.example/" + id("s"));
    }

    @Test
    void w23APostThatIsGoneIsNotShownAgainAndTheCaseKeepsItsWords() {
        Map<String, Object> post =
                Map.of("id", id("s"), "key", "s:1", "person", person, "text", "路灯坏了", "public", true);
        pushed(post);
        String number = petition("s");
        rows.sql("INSERT INTO public_petition (petition, requested_at, listed) VALUES (?, '2026-01-01Z', true)")
                .param(number)
                .update();
        pushed(with(post, "text", "改过的话"));
        assertThat(sheet(number).path("text").asText()).as("edited").isEqualTo("路灯坏了");
        assertThat(everybodySees(number)).isTrue();
        for (State state : List.of(State.HIDDEN, State.DELETED)) {
            looked(number, state);
            await().until(() -> sheet(number).at("/origin/gone").asBoolean());
            assertThat(everybodySees(number)).as("%s", state).isFalse();
            assertThat(sheet(number).path("text").asText()).isEqualTo("路灯坏了");
        }
    }

    private void looked(String number, State state) {
        platform.posts.put(id("s"), state);
        rows.sql("UPDATE petition_source SET checked_at = '2020-01-01Z', state = 'PRESENT' WHERE petition = ?")
                .param(number)
                .update();
        probes.call();
    }

    /** The one public view of petitions. */
    private boolean everybodySees(String number) {
        return !stranger.get("/open311/v2/requests.json?service_request_id=" + number)
                .ok()
                .isEmpty();
    }

    @org.springframework.beans.factory.annotation.Autowired
    private ProbeWorker probes;

    private List<String> timeline(String number) {
        List<String> entries = new ArrayList<>();
        sheet(number)
                .path("timeline")
                .forEach(entry -> entries.add(
                        entry.path("event").asText() + ": " + entry.path("text").asText()));
        return entries;
    }
}
