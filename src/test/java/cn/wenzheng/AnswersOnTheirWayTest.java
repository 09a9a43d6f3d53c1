package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.channel.Outbox;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers leave by the door a citizen came in by: once, in order, and never further than they may go. */
@ActiveProfiles({"demo", "scripted-platform"})
class AnswersOnTheirWayTest extends CityTest {

    private static final String RULE = "scripted.rule";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("heldAnswers")
    private OneHand held;

    private ScriptedPlatform platform;
    private Spoken spoken;
    private Clerk admin;
    private Clerk editor;

    @BeforeEach
    void aPlatformListens() {
        platform = new ScriptedPlatform();
        spoken = new Spoken(jdbc, platform.address());
        admin = clerk("admin");
        editor = clerk("publicity");
    }

    @AfterEach
    void itCloses() {
        System.clearProperty(RULE);
        jdbc.sql("UPDATE outbound_reply SET account = NULL WHERE ended_at IS NULL")
                .update();
        platform.close();
    }

    @Test
    void eachAnswerGoesOutOnceThroughTheDoorThePetitionCameInBy() {
        String number = publicPost("{}");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        dispatcher.assigns(number, LIGHTING).ok();
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertThat(platform.said()).as("nothing before the review").hasSize(1);
        reviewer.passes(number).ok();
        awaitState(number, "ANSWER", "SENT");
        assertThat(platform.said())
                .hasSize(2)
                .allSatisfy(words -> assertThat(words)
                        .contains(number)
                        .doesNotContain(INTERNAL)
                        .doesNotContain("/track/"));
        assertThat(platform.said().get(1)).startsWith(ANSWER);
        assertThat(engine.tablesThatHold(ANSWER)).isEmpty();
        assertThat(journal(number)).containsSubsequence("delivery-queued", "delivery-sent");
    }

    @Test
    void theOthersOfAMatterAreNotToldHowTheLeadingOneCallsHimself() {
        String lead = publicPost("{}");
        dispatches(lead);
        Citizen member = files();
        operator.caller()
                .post(
                        "/api/petitions/" + member.number() + "/attach",
                        Map.of("kind", "help", "category", "C010601", "petition", lead))
                .ok();
        clerk(LIGHTING).answers(lead, INTERNAL, "夜路人您好，路灯今晚已经修好").ok();
        reviewer.passes(lead).ok();
        engine.answersMembers();
        assertThat(member.looks().toString()).contains("路灯今晚已经修好").doesNotContain("夜路人");
    }

    @Test
    void whatMayBeUndoneLeavesAMomentLaterAndOnce() {
        String number = publicPost("{}");
        dispatches(number);
        assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo("HELD");
        engine.firesWhatIsDue();
        Reply hurried =
                admin.caller().post("/api/deliveries/" + spoken.id(number, "FIRST_ANSWER") + "/retry", Map.of());
        assertThat(hurried.status()).isEqualTo(409);
        assertThat(platform.said()).isEmpty();

        passes("PT11S");
        awaitSent(number, "FIRST_ANSWER");
        engine.firesWhatIsDue();
        assertThat(platform.said()).hasSize(1);
    }

    @Test
    void whatIsUndoneNeverLeaves() {
        String number = publicPost("{}");
        String decision = dispatches(number);
        operator.caller()
                .post("/api/petitions/" + number + "/undo", Map.of("decision", decision))
                .ok();
        assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo("CANCELLED");
        assertThat(engine.standsAt(number)).containsExactly("AcceptPetition");
        passes("PT1M");
        engine.firesWhatIsDue();
        assertThat(platform.said()).isEmpty();

        operator.refuses(number, "请拨打 12348").ok();
        awaitSent(number, "REFUSAL");
        assertThat(platform.said()).hasSize(1);
    }

    private String dispatches(String number) {
        return operator.caller()
                .post(
                        "/api/petitions/" + number + "/dispatch",
                        Map.of("kind", "help", "category", "C010601", "lead", LIGHTING))
                .ok()
                .path("decision")
                .asText();
    }

    @Test
    void aPetitionOfThePortalNeedsNoDelivery() {
        Citizen citizen = files();
        operator.accepts(citizen.number()).ok();
        assertThat(replies(citizen.number())).isZero();
    }

    @Test
    void aPrivateMessageCarriesTheCitizensPageAndIsNeverAnsweredInPublic() {
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE,COMMENT\"}");
        String number = cameBy(spoken.conversation(account), false);
        platform.answers("window");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_REDIRECT");
        assertThat(platform.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.means()).isEqualTo("PRIVATE_MESSAGE"));
        assertThat(platform.said().get(0)).contains("/track/" + number + "#");
    }

    @Test
    void aClosedWindowLeadsToTheNextMeansAndWordsForHimAloneStayPrivate() {
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE,COMMENT\"}");
        long conversation = spoken.conversation(account);
        String number = cameBy(conversation, true);
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(jdbc.sql("SELECT private_since_mention FROM conversation WHERE id = ?")
                        .param(conversation)
                        .query(Integer.class)
                        .single())
                .as("one private message of the mention's allowance is used")
                .isOne();
        platform.answers("window");
        reviewer.caller()
                .post("/api/petitions/" + number + "/messages", Map.of("text", "请告诉我们门牌"))
                .ok();
        awaitSent(number, "MESSAGE");
        assertThat(platform.calls().get(platform.calls().size() - 1)).satisfies(call -> {
            assertThat(call.means()).isEqualTo("COMMENT");
            assertThat(call.words()).contains(number, "通过私信").doesNotContain("门牌");
        });
    }

    @Test
    void d3OrderOfAConversationIsKeptUnderRetries() {
        long account = spoken.account("{}");
        long conversation = spoken.conversation(account);
        String first = cameBy(conversation, true);
        String second = cameBy(conversation, true);
        platform.answers("busy", "busy");
        operator.accepts(first).ok();
        operator.accepts(second).ok();
        await().until(() -> failures(first) == 1);
        assertThat(spoken.state(second, "FIRST_ANSWER")).isEqualTo("WAITING");
        passes("PT2M");
        await().until(() -> failures(first) == 2);
        assertThat(spoken.state(second, "FIRST_ANSWER")).isEqualTo("WAITING");
        passes("PT6M");
        awaitState(second, "FIRST_ANSWER", "SENT");
        assertThat(platform.said()).hasSize(4);
        assertThat(platform.said().subList(0, 3)).allMatch(words -> words.contains(first));
        assertThat(platform.said().get(3)).contains(second);
    }

    @Test
    void d4AnOperatorCancelsWhileItWaitsAndTheNextBegins() {
        long account = spoken.account("{}");
        long conversation = spoken.conversation(account);
        String first = cameBy(conversation, true);
        String second = cameBy(conversation, true);
        platform.answers("wait " + clock.instant().plus(Duration.ofDays(1)));
        operator.accepts(first).ok();
        operator.accepts(second).ok();
        awaitState(first, "FIRST_ANSWER", "HELD");
        operator.caller()
                .post("/api/deliveries/" + spoken.id(first, "FIRST_ANSWER") + "/cancel", Map.of())
                .ok();
        awaitState(second, "FIRST_ANSWER", "SENT");
        assertThat(spoken.state(first, "FIRST_ANSWER")).isEqualTo("CANCELLED");
        assertThat(platform.said()).filteredOn(words -> words.contains(first)).hasSize(1);
    }

    @Test
    void d5TheQueueHoldsWhileTheAccountIsOff() {
        long account = spoken.account("{}");
        String number = cameBy(spoken.conversation(account), true);
        enabled(account, false);
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "HELD");
        assertThat(platform.calls()).isEmpty();
        passes("PT6M");
        engine.firesWhatIsDue();
        awaitState(number, "FIRST_ANSWER", "HELD");
        await().until(() -> ask("SELECT looked_again FROM outbound_reply WHERE petition = ?", number) == 2);
        passes("PT6M");
        engine.firesWhatIsDue();
        assertThat(ask("SELECT looked_again FROM outbound_reply WHERE petition = ?", number))
                .as("each wait is twice as long")
                .isEqualTo(2);
        enabled(account, true);
        held.call();
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(platform.said()).hasSize(1);
        assertThat(tries(number)).as("looking is no try").isOne();
    }

    @Test
    void w10ATokenThatIsNotValidAnyMoreStopsTheAccountAndNothingIsTriedAgain() {
        long account = spoken.account("{}");
        String number = cameBy(spoken.conversation(account), true);
        platform.answers("token");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "HELD");
        passes("PT10S");
        engine.firesWhatIsDue();
        await().until(() -> "account-off".equals(trouble(number)));
        assertThat(platform.calls()).hasSize(1);
        jdbc.sql("UPDATE channel_account SET paused = NULL WHERE id = ?")
                .param(account)
                .update();
        passes("PT6M");
        goesOn(number, "FIRST_ANSWER");
    }

    @Test
    void d6AnIncidentIsShownAndResolvedInTheBackOffice() {
        String number = publicPost("{}");
        platform.answers("busy", "busy", "busy");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        await().until(() -> failures(number) == 2);
        passes("PT6M");
        awaitState(number, "FIRST_ANSWER", "FAILED");
        assertThat(engine.incidents()).isPositive();
        JsonNode stuck = operator.caller().get("/api/deliveries?group=trouble").ok();
        assertThat(stuck.path("items").toString()).contains(number);
        assertThat(operator.caller().get("/api/notices").ok().toString()).contains("delivery-stuck");
        assertThat(admin.caller().get("/api/deliveries?group=trouble").ok().toString())
                .contains(number)
                .doesNotContain("受理");
        operator.caller()
                .post("/api/deliveries/" + spoken.id(number, "FIRST_ANSWER") + "/retry", Map.of())
                .ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(engine.incidents()).isZero();
    }

    @Test
    void d7ARateLimitWaitUsesUpNoRetry() {
        String number = publicPost("{}");
        for (int wait = 0; wait < 5; wait++) {
            platform.answers("wait " + clock.instant().plus(Duration.ofMinutes(10L * (wait + 1))));
        }
        operator.accepts(number).ok();
        for (int wait = 1; wait <= 5; wait++) {
            int tried = wait;
            await().until(() -> tries(number) == tried
                    && spoken.state(number, "FIRST_ANSWER").equals("HELD"));
            assertThat(failures(number)).isZero();
            passes("PT11M");
            engine.firesWhatIsDue();
        }
        awaitState(number, "FIRST_ANSWER", "SENT");
    }

    @Test
    void aQuotaThatIsUsedUpHoldsItBackBeforeTheCall() {
        Instant until = clock.instant().plus(Duration.ofHours(3));
        String number = publicPost("{\"quotaUntil\":\"" + until + "\"}");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "HELD");
        assertThat(platform.calls()).isEmpty();
        assertThat(trouble(number)).isEqualTo("quota");
    }

    @Test
    void w11WhatCannotBeDeliveredHereBecomesATaskForAPerson() {
        String number = publicPost("{}");
        platform.answers("gone 20101");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_REDIRECT");
        assertThat(operator.tasks(number)).contains("RedirectAnswer");
        assertThat(editor.tasks(number)).contains("RedirectAnswer");
        decide(editor, number, "FIRST_ANSWER", "redirect", Map.of("step", "by-hand"))
                .ok();
        assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo("BY_HAND");
        assertThat(operator.tasks(number)).doesNotContain("RedirectAnswer");
        assertThat(journal(number)).contains("delivery-redirected");
    }

    @Test
    void w15ADuplicateOnAFirstTryIsToldToAPerson() {
        String number = publicPost("{}");
        platform.answers("twice");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_REDIRECT");
    }

    @Test
    void w17ATimeOutIsReadBackAndNothingIsSaidTwice() {
        String number = publicPost("{}");
        platform.answers("no-answer", "sent c77");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(platform.calls()).extracting(ScriptedPlatform.Call::what).containsExactly("say", "look");
    }

    @Test
    void whatIsNotFoundWhenReadBackIsSentAgain() {
        String number = publicPost("{}");
        platform.answers("no-answer", "busy", "sent c78");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(platform.calls()).extracting(ScriptedPlatform.Call::what).containsExactly("say", "look", "say");
    }

    @Test
    void whereOneRepeatsOnceADuplicateMeansThatItHasArrived() {
        System.setProperty(RULE, "RETRY_ONCE");
        String number = publicPost("{}");
        platform.answers("no-answer", "twice");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        awaitState(number, "FIRST_ANSWER", "SENT");
    }

    @Test
    void whereOneMayNotRepeatAPersonSettlesIt() {
        System.setProperty(RULE, "ASK");
        String number = publicPost("{}");
        platform.answers("no-answer");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_SETTLE");
        refuses(409, decide(operator, number, "FIRST_ANSWER", "redirect", Map.of("step", "resend")));
        decide(operator, number, "FIRST_ANSWER", "settle", Map.of("step", "arrived"))
                .ok();
        assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo("SENT");
        assertThat(platform.calls()).hasSize(1);
        assertThat(journal(number)).contains("delivery-sent");
    }

    @Test
    void w18RefusedWordsGoBackToTheEditor() {
        String number = publicPost("{}");
        platform.answers("refused 21602");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_REDIRECT");
        refuses(
                422,
                decide(
                        editor,
                        number,
                        "FIRST_ANSWER",
                        "redirect",
                        Map.of("step", "change", "words", "请拨打13912345678")));
        decide(editor, number, "FIRST_ANSWER", "redirect", Map.of("step", "change", "words", "您好，已经受理"))
                .ok();
        engine.firesWhatIsDue();
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(platform.said().get(1)).startsWith("您好，已经受理").contains(number);
    }

    @Test
    void w20PersonalDataInAPublicTextBlocksUntilSomebodyClearsIt() {
        String number = answered("已电话13912345678告知", publicPost("{}"));
        assertThat(page("reviewer", "/petitions/" + number)).contains("公开评论预览", "已电话〔已隐去〕告知");
        reviewer.passes(number).ok();
        awaitState(number, "ANSWER", "TO_CLEAR");
        assertThat(platform.said()).as("only the first answer").hasSize(1);
        refuses(422, decide(operator, number, "ANSWER", "clear", Map.of("step", "override")));
        refuses(403, decide(editor, number, "ANSWER", "clear", Map.of("step", "override", "reason", "是单位热线")));
        decide(operator, number, "ANSWER", "clear", Map.of("step", "override", "reason", "是单位热线"))
                .ok();
        engine.firesWhatIsDue();
        awaitState(number, "ANSWER", "SENT");
        assertThat(platform.said().get(1)).contains("13912345678");
        assertThat(journal(number)).contains("delivery-cleared");
        assertThat(operator.caller()
                        .get("/api/deliveries/" + spoken.id(number, "ANSWER"))
                        .ok()
                        .path("decisions")
                        .toString())
                .contains("是单位热线");
    }

    @Test
    void aMaskedTextGoesOutInstead() {
        String number = answered("已电话13912345678告知", publicPost("{}"));
        reviewer.passes(number).ok();
        awaitState(number, "ANSWER", "TO_CLEAR");
        decide(editor, number, "ANSWER", "clear", Map.of("step", "masked")).ok();
        engine.firesWhatIsDue();
        awaitState(number, "ANSWER", "SENT");
        assertThat(platform.said().get(1)).contains("〔已隐去〕").doesNotContain("13912345678");
    }

    @Test
    void theUnitIsNamedBelowThePostWhenTheOperatorWantsIt() {
        String number = publicPost("{}");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        dispatcher
                .caller()
                .post("/api/petitions/" + number + "/assign", Map.of("lead", LIGHTING, "mentionUnit", true))
                .ok();
        awaitState(number, "DISPATCHED", "SENT");
        assertThat(platform.said().get(1)).contains(number, "市政照明");
    }

    @Test
    void aLongAnswerGoesOutInPieces() {
        String number = answered("路灯已经修好，感谢您的反映。".repeat(12), publicPost("{\"most\":\"100\"}"));
        reviewer.passes(number).ok();
        awaitSent(number, "ANSWER");
        List<String> pieces = platform.said().stream()
                .filter(words -> words.matches("(?s).*[0-9]/[0-9]）"))
                .toList();
        assertThat(pieces).hasSizeGreaterThan(1).allMatch(words -> words.contains(number));
    }

    @Test
    void aPastedPetitionIsAnsweredByHandAlthoughTheCityWritesMails() {
        assertThat(jdbc.sql("SELECT count(*) FROM channel_account WHERE channel = 'EMAIL' AND enabled")
                        .query(Integer.class)
                        .single())
                .isPositive();
        String number = operator.caller()
                .post(
                        "/api/petitions/new",
                        Map.of("cameBy", "pasted", "platform", "weibo", "author", "夜路人", "text", "东门的路灯坏了三天了"))
                .ok()
                .path("number")
                .asText();
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "TO_REDIRECT");
        assertThat(trouble(number)).isEqualTo("by-hand");
    }

    @Test
    void theRestOfALongAnswerFollowsWhenAPersonSaysThatAPieceHasArrived() {
        System.setProperty(RULE, "ASK");
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE\",\"most\":\"200\"}");
        long conversation = spoken.conversation(account);
        String number = answered("路灯已经修好，感谢您的反映。".repeat(20), cameBy(conversation, true));
        int counted = privateMessages(conversation);
        enabled(account, false);
        reviewer.passes(number).ok();
        awaitState(number, "ANSWER", "HELD");
        aNodeHasDiedCalling(number);
        enabled(account, true);
        passes("PT6M");
        engine.firesWhatIsDue();
        awaitState(number, "ANSWER", "TO_SETTLE");
        int before = platform.calls().size();
        decide(operator, number, "ANSWER", "settle", Map.of("step", "arrived")).ok();
        awaitSent(number, "ANSWER");
        int pieces = ask("SELECT parts FROM outbound_reply WHERE petition = ? AND occasion = 'ANSWER'", number);
        assertThat(pieces).isGreaterThan(1);
        assertThat(platform.said().subList(before, platform.said().size()))
                .hasSize(pieces - 1)
                .last()
                .asString()
                .contains("，" + pieces + "/" + pieces);
        assertThat(privateMessages(conversation) - counted)
                .as("the piece that had arrived counts, too")
                .isEqualTo(pieces);
        assertThat(ask(
                        "SELECT count(DISTINCT t.provider_id) FROM outbound_attempt t JOIN outbound_reply r"
                                + " ON r.id = t.reply WHERE r.petition = ? AND r.occasion = 'ANSWER'",
                        number))
                .as("each piece has its own id")
                .isEqualTo(pieces - 1);
    }

    @Test
    void whatThePlatformDoesNotTakeWholeGoesAnotherWayWhole() {
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE,COMMENT\",\"most\":\"200\",\"allowance\":\"1\"}");
        String number = answered("路灯已经修好，感谢您的反映。".repeat(20), cameBy(spoken.conversation(account), true));
        int before = platform.calls().size();
        reviewer.passes(number).ok();
        awaitSent(number, "ANSWER");
        assertThat(platform.calls().subList(before, platform.calls().size()))
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> assertThat(call.means()).isEqualTo("COMMENT"))
                .first()
                .satisfies(call -> assertThat(call.words()).contains("，1/"));
    }

    @Test
    void onAnotherWayAnAnswerBeginsAtItsBeginning() {
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE,COMMENT\",\"most\":\"200\"}");
        String number = answered("路灯已经修好，感谢您的反映。".repeat(20), cameBy(spoken.conversation(account), true));
        platform.answers("sent p1", "refused 20013");
        reviewer.passes(number).ok();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            engine.firesWhatIsDue();
            return spoken.state(number, "ANSWER").equals("TO_REDIRECT");
        });
        decide(editor, number, "ANSWER", "redirect", Map.of("step", "other-way"))
                .ok();
        awaitSent(number, "ANSWER");
        assertThat(platform.calls())
                .filteredOn(call -> call.means().equals("COMMENT"))
                .first()
                .satisfies(call -> assertThat(call.words()).contains("，1/"));
    }

    @Test
    void whatIsTooLongForThePublicGoesBackToTheEditor() {
        String number = answered("路灯已经修好，感谢您的反映。".repeat(60), publicPost("{\"most\":\"140\"}"));
        reviewer.passes(number).ok();
        awaitState(number, "ANSWER", "TO_REDIRECT");
        assertThat(jdbc.sql("SELECT trouble FROM outbound_reply WHERE petition = ? AND occasion = 'ANSWER'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("too-long");
        refuses(422, decide(editor, number, "ANSWER", "redirect", Map.of("step", "change", "words", "夜路人您好，路灯已经修好")));
        decide(editor, number, "ANSWER", "redirect", Map.of("step", "change", "words", "路灯已经修好"))
                .ok();
        awaitSent(number, "ANSWER");
    }

    @Test
    void theSecondNoteThatSomethingWaitsForHimIsNotTakenForTheFirst() {
        long account = spoken.account("{\"means\":\"PRIVATE_MESSAGE,COMMENT\"}");
        String number = cameBy(spoken.conversation(account), true);
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        platform.answers("window", "sent c1");
        says(number, "请告诉我们门牌");
        awaitNotes(number, 1);
        passes("PT2M");
        platform.answers("window", "sent c2");
        says(number, "请补充照片");
        awaitNotes(number, 2);
        assertThat(platform.calls())
                .filteredOn(call -> call.means().equals("COMMENT"))
                .extracting(ScriptedPlatform.Call::words)
                .doesNotHaveDuplicates()
                .hasSize(2);
        platform.answers("window", "twice");
        says(number, "请补充地点");
        awaitNotes(number, 3);
    }

    @Test
    void anExtensionIsToldAndItsReasonStaysOutOfTheOpen() {
        String number = publicPost("{}");
        operator.accepts(number).ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        dispatcher.assigns(number, LIGHTING).ok();
        clerk(LIGHTING)
                .caller()
                .post("/api/petitions/" + number + "/extension", Map.of("days", 1, "reason", "等待备件"))
                .ok();
        dispatcher
                .caller()
                .post(
                        "/api/petitions/" + number + "/extension/decide",
                        Map.of("unit", LIGHTING, "grant", true, "note", "情况属实"))
                .ok();
        awaitState(number, "EXTENSION", "SENT");
        assertThat(platform.said().get(1)).contains(number, "延期告知").doesNotContain("等待备件");
    }

    @Test
    void whoHasItTriedAgainDoesNotMakeWhatIsUnknownKnown() {
        String number = publicPost("{}");
        platform.answers("no-answer", "lost", "lost", "sent c79");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        await().until(() -> failures(number) == 2);
        passes("PT6M");
        awaitState(number, "FIRST_ANSWER", "FAILED");
        operator.caller()
                .post("/api/deliveries/" + spoken.id(number, "FIRST_ANSWER") + "/retry", Map.of())
                .ok();
        awaitState(number, "FIRST_ANSWER", "SENT");
        assertThat(platform.said()).hasSize(1);
    }

    @Test
    void aQuotaOfReadingIsWaitedForAndUsesUpNoTry() {
        String number = publicPost("{}");
        platform.answers("no-answer", "wait " + clock.instant().plus(Duration.ofHours(1)), "sent c80");
        operator.accepts(number).ok();
        await().until(() -> failures(number) == 1);
        passes("PT2M");
        awaitState(number, "FIRST_ANSWER", "HELD");
        assertThat(failures(number)).isOne();
        passes("PT1H");
        goesOn(number, "FIRST_ANSWER");
        assertThat(platform.said()).hasSize(1);
    }

    @Test
    void whereTheChannelHasNoAnswerOfItsOwnNobodyHasToDoAnything() {
        String number = publicPost("{\"means\":\"\"}");
        operator.accepts(number).ok();
        assertThat(replies(number)).isZero();
    }

    @Test
    void aSilentPlatformHoldsNoMoreThanItsOwnPlaces() {
        List<String> numbers = Stream.generate(() -> publicPost("{}")).limit(4).toList();
        platform.answers(ScriptedPlatform.HOLD, ScriptedPlatform.HOLD, ScriptedPlatform.HOLD);
        numbers.forEach(number -> operator.accepts(number).ok());
        await().until(() -> platform.calls().size() == 3);
        await().during(Duration.ofMillis(2500))
                .atMost(Duration.ofSeconds(6))
                .until(() -> platform.calls().size() == 3);
        platform.letsGo();
        await().until(() -> platform.calls().size() == 4);
    }

    @Test
    void aPlatformThatNeverAnswersHoldsNoTransaction() {
        String number = publicPost("{}");
        platform.answers(ScriptedPlatform.HOLD);
        operator.accepts(number).ok();
        await().until(() -> platform.calls().size() == 1);
        await().during(Duration.ofMillis(2500)).atMost(Duration.ofSeconds(6)).until(() -> longTransactions() == 0);
        assertThat(spoken.state(number, "FIRST_ANSWER")).isEqualTo("SENDING");
        refuses(
                409,
                operator.caller().post("/api/deliveries/" + spoken.id(number, "FIRST_ANSWER") + "/cancel", Map.of()));
        platform.letsGo();
        awaitState(number, "FIRST_ANSWER", "HELD", "SENDING", "SENT", "TO_REDIRECT", "TO_SETTLE", "FAILED");
    }

    @Test
    void anEventIsTakenOnceAndLeavesInTheOrderOfItsAccount() {
        long account = spoken.account("{}");
        String number = files().number();
        String key = UUID.randomUUID().toString();
        for (String each : List.of(key, key, key + "-2")) {
            transaction.executeWithoutResult(
                    status -> outbox.event(account, number, each, "petition.answered", "{\"a\":1}", clock.instant()));
        }
        await().until(() -> platform.calls().size() == 2);
        assertThat(platform.calls())
                .extracting(ScriptedPlatform.Call::key, ScriptedPlatform.Call::words, ScriptedPlatform.Call::means)
                .containsExactly(tuple(key, "{\"a\":1}", "EVENT"), tuple(key + "-2", "{\"a\":1}", "EVENT"));
    }

    private String publicPost(String settings) {
        return cameBy(spoken.conversation(spoken.account(settings)), true);
    }

    private String cameBy(long conversation, boolean inPublic) {
        String number = files().number();
        spoken.cameBy(number, conversation, inPublic);
        return number;
    }

    private String answered(String publicAnswer, String number) {
        operator.accepts(number).ok();
        awaitSent(number, "FIRST_ANSWER");
        dispatcher.assigns(number, LIGHTING).ok();
        clerk(LIGHTING).answers(number, INTERNAL, publicAnswer).ok();
        return number;
    }

    private Reply decide(Clerk who, String number, String occasion, String task, Map<String, ?> command) {
        return who.caller().post("/api/deliveries/" + spoken.id(number, occasion) + "/" + task, command);
    }

    private static void refuses(int status, Reply reply) {
        assertThat(reply.status()).isEqualTo(status);
    }

    private String page(String account, String path) {
        Visitor visitor = new Visitor(URI.create(stranger.address()).getPort());
        visitor.logIn(account, "Wenzheng-demo-1");
        return visitor.get(path).body();
    }

    private void awaitState(String number, String occasion, String... states) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(spoken.state(number, occasion)).isIn((Object[]) states));
    }

    private boolean sent(String number, String occasion) {
        return spoken.state(number, occasion).equals("SENT");
    }

    private void awaitSent(String number, String occasion) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            engine.firesWhatIsDue();
            return sent(number, occasion);
        });
    }

    /** Lets the timer that has become due fire and waits until it is out. */
    private void goesOn(String number, String occasion) {
        engine.firesWhatIsDue();
        awaitState(number, occasion, "SENT");
    }

    private void passes(String time) {
        admin.caller().post("/api/demo/clock", Map.of("advance", time)).ok();
    }

    private void enabled(long account, boolean on) {
        jdbc.sql("UPDATE channel_account SET enabled = ? WHERE id = ?")
                .params(on, account)
                .update();
    }

    private void says(String number, String words) {
        reviewer.caller()
                .post("/api/petitions/" + number + "/messages", Map.of("text", words))
                .ok();
    }

    private void awaitNotes(String number, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            engine.firesWhatIsDue();
            return ask(
                            "SELECT count(*) FROM outbound_reply WHERE petition = ? AND occasion = 'MESSAGE' AND state = 'SENT'",
                            number)
                    == count;
        });
    }

    /** A node was killed between its call and the record of it. */
    private void aNodeHasDiedCalling(String number) {
        jdbc.sql("INSERT INTO outbound_attempt (reply, part, node, started_at) VALUES (?::bigint, 1, 'gone', ?)")
                .params(spoken.id(number, "ANSWER"), Timestamp.from(clock.instant()))
                .update();
    }

    private int privateMessages(long conversation) {
        return jdbc.sql("SELECT private_since_spoke FROM conversation WHERE id = ?")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private int failures(String number) {
        return ask("SELECT max(failures) FROM outbound_reply WHERE petition = ?", number);
    }

    private int replies(String number) {
        return ask("SELECT count(*) FROM outbound_reply WHERE petition = ?", number);
    }

    private int tries(String number) {
        return ask(
                "SELECT count(*) FROM outbound_attempt t JOIN outbound_reply r ON r.id = t.reply WHERE r.petition = ?"
                        + " AND t.ended_at IS NOT NULL",
                number);
    }

    private int ask(String question, String number) {
        return jdbc.sql(question).param(number).query(Integer.class).single();
    }

    private String trouble(String number) {
        return jdbc.sql("SELECT coalesce(trouble, '') FROM outbound_reply WHERE petition = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long longTransactions() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL
                AND pid <> pg_backend_pid() AND clock_timestamp() - xact_start > interval '1 second'""").query(Long.class).single();
    }

    private List<String> journal(String number) {
        return jdbc.sql("SELECT action FROM journal WHERE petition = ? ORDER BY id")
                .param(number)
                .query(String.class)
                .list();
    }
}
