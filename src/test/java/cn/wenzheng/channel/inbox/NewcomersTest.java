package cn.wenzheng.channel.inbox;

import static cn.wenzheng.channel.inbox.CallbackTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.budget.Cost;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.inbox.PostOffice.Taken;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What comes in together: each item is what it would have been alone, and many people cost what one costs. */
@Import(CountedStatements.class)
@TestPropertySource(properties = {CountedStatements.MIGRATIONS, CountedStatements.NO_PAUSES})
class NewcomersTest extends PostOfficeScene {

    /** Of any number of strangers: item, thread, who is known, numbers, limits, petition and all that is told of it. */
    private static final int TOGETHER = 14;

    /** Of any number of people who have a petition in hand. */
    private static final int MARKS = 2;

    @Autowired
    private PostOffice office;

    @Autowired
    private List<OneHand> hands;

    private Account account;

    @BeforeEach
    void theAccountIsKnown() {
        account = accounts.find(Channel.WECHAT, ROOT).orElseThrow();
    }

    @Test
    void eachStrangerHasAPetitionOfHisOwn() {
        assertThat(take(stranger("a", "路灯坏了"), stranger("b", "停水了"), stranger("c", "道路塌陷")))
                .containsOnly(Taken.ALL)
                .hasSize(3);
        for (String what : List.of("a", "b", "c")) {
            String number = petition(what);
            assertThat(count("""
                    inbound_message m JOIN conversation c ON c.id = m.conversation
                    JOIN petition_source s ON s.petition = m.petition AND s.message = m.id AND s.conversation = c.id
                    WHERE m.external_id = ? AND m.outcome = 'PETITION' AND m.raw IS NOT NULL
                      AND m.petition = ? AND c.person = ?""", id(what), number, id("p" + what))).isOne();
            assertThat(count("petition_to_begin WHERE petition = ?", number)).isOne();
            assertThat(count("notice WHERE petition = ? AND kind = 'NEW_TASK' AND about = 'acceptance'", number))
                    .isOne();
            assertThat(count(
                            "journal WHERE petition = ? AND action = 'petition-received' AND after ->> 'channel' = 'wechat'",
                            number))
                    .isOne();
            assertThat(count(
                            "journal_subject s JOIN journal j ON j.id = s.line WHERE j.petition = ? AND s.code = 'citizen'",
                            number))
                    .isOne();
            assertThat(count("deadline WHERE petition = ? AND ended_at IS NULL", number))
                    .isEqualTo(2);
            JsonNode sheet = sheet(number);
            assertThat(sheet.path("promisedBy").asText()).isNotEmpty();
            assertThat(sheet.at("/timeline/0/event").asText()).isEqualTo("received");
        }
        assertThat(sheet(petition("b")).path("text").asText()).isEqualTo("停水了");
        engine.beginsWhatArrived();
        assertStandsAt(petition("a"), "AcceptPetition");
        assertStandsAt(petition("c"), "AcceptPetition");
    }

    @Test
    void manyStrangersCostWhatOneCosts(@Autowired StatementCounter counter) throws Exception {
        take(stranger("a", "路灯坏了"), stranger("b", "停水了"));
        Piece[] two = strangers("two", 2);
        Piece[] thirty = strangers("thirty", 30);
        assertThat(costOf(counter, two).writingCommits()).isOne();
        // A batch of plain inserts is counted by its rows, though it goes to the database at once.
        int batched = 3;
        assertThat(costOf(counter, thirty)).satisfies(cost -> {
            assertThat(cost.writingCommits()).isOne();
            assertThat(cost.statements()).isLessThanOrEqualTo(TOGETHER - batched + 30 * batched);
        });
        assertThat(petitions()).hasSize(34);
    }

    @Test
    void whatSomebodySaysNextIsMarkedWithoutBeingLookedAtAlone(@Autowired StatementCounter counter) throws Exception {
        take(strangers("a", 10));
        Piece[] again = IntStream.range(0, 10)
                .mapToObj(one -> said(Map.of("id", id("b" + one), "person", id("pa" + one), "text", "停水了")))
                .toArray(Piece[]::new);
        int batched = 3;
        assertThat(costOf(counter, again).statements()).isLessThanOrEqualTo(TOGETHER + MARKS - batched + 10 * batched);
        for (int one = 0; one < 10; one++) {
            JsonNode second = sheet(petition("b" + one));
            assertThat(second.path("followUpOf").asText()).isEqualTo(petition("a" + one));
            assertThat(second.path("followUp").asText()).isEqualTo("possible");
            assertThat(count(
                            "journal WHERE petition = ? AND action = 'follow-up-marked' AND after ->> 'earlier' = ?",
                            petition("b" + one),
                            petition("a" + one)))
                    .isOne();
        }
        rows.sql("UPDATE petition SET status = 'CLOSED' WHERE number = ANY (?)")
                .param(petitions().toArray(String[]::new))
                .update();
        take(said(Map.of("id", id("c"), "person", id("pa1"), "text", "没修好")), stranger("x", "停水了"));
        assertThat(sheet(petition("c")).path("followUpOf").isNull())
                .as("what is over is none in hand")
                .isTrue();
    }

    @Test
    void theSamePersonTwiceIsTwoPetitionsAndTheSecondIsMarked() {
        take(said(message("a", "路灯坏了")), stranger("x", "停水了"), said(message("b", "停水了")));
        assertThat(sheet(petition("b")).path("followUpOf").asText()).isEqualTo(petition("a"));
        assertThat(sheet(petition("a")).path("followUpOf").isNull()).isTrue();
        assertThat(sheet(petition("x")).path("followUpOf").isNull()).isTrue();
    }

    @Test
    void whatBelongsToAPetitionJoinsItAmongStrangers() {
        pushed(message("a", "路灯坏了"));
        take(
                stranger("x", "停水了"),
                said(Map.of("id", id("z"), "person", id("pz"), "text", "我家也是", "inReplyTo", id("a"))),
                said(with(message("b", "还有第二盏"), "inReplyTo", id("a"))),
                said(with(message("c", "还有第三盏"), "inReplyTo", id("a"))),
                stranger("y", "道路塌陷"));
        assertThat(petitions()).containsExactlyInAnyOrder(petition("a"), petition("x"), petition("y"), petition("z"));
        List<String> told = new ArrayList<>();
        sheet(petition("a"))
                .path("timeline")
                .forEach(entry -> told.add(entry.path("text").asText("")));
        assertThat(told).contains("还有第二盏", "还有第三盏");
    }

    @Test
    void aRepostBelongsToWhatItPassesOnThoughBothComeTogether() {
        Map<String, Object> post =
                Map.of("id", id("a"), "person", id("pa"), "text", "路灯坏了", "public", true, "post", id("a"));
        Map<String, Object> repost = Map.of("id", id("b"), "person", id("pb"), "text", "转", "repostOf", id("a"));
        take(said(repost), said(post), stranger("x", "停水了"));
        assertThat(petitions()).containsExactly(petition("a"), petition("x"));
        assertThat(count(
                        "inbound_message WHERE external_id = ? AND outcome = 'REPOST' AND petition = ?",
                        id("b"),
                        petition("a")))
                .isOne();
        assertThat(count("source_evidence WHERE petition = ? AND NOT whole", petition("a")))
                .isOne();
    }

    @Test
    void whatWasThereIsThereOnceAndOtherWordsAreTold() {
        pushed(message("a", "路灯坏了"));
        Piece twice = stranger("x", "停水了");
        assertThat(take(said(message("a", "路灯坏了")), twice, twice, said(message("a", "路灯好了"))))
                .containsExactly(Taken.ALL, Taken.ALL, Taken.ALL, Taken.OTHER_WORDS);
        assertThat(petitions()).hasSize(2);
    }

    @Test
    void whatIsNoPetitionIsNoneAmongStrangers() {
        take(
                said(Map.of("id", id("e"), "person", id("pe"), "kind", "EVENT", "text", "FOLLOW")),
                said(Map.of("id", id("o"), "person", "wx", "text", "我们自己说的")),
                stranger("x", "停水了"));
        assertThat(petitions()).containsExactly(petition("x"));
        assertThat(count("inbound_message WHERE external_id = ? AND outcome = 'EVENT'", id("e")))
                .isOne();
        assertThat(count("inbound_message WHERE external_id = ? AND outcome = 'OWN'", id("o")))
                .isOne();
    }

    @Test
    void oneThatIsAPetitionAlreadyKeepsNoOtherOut(@Autowired Counter counter) {
        pushed(message("a", "路灯坏了"));
        rows.sql("UPDATE inbound_message SET external_id = 'gone-' || external_id WHERE external_id = ?")
                .param(id("a"))
                .update();
        rows.sql("UPDATE conversation SET person = 'gone-' || person WHERE person = ?")
                .param(person)
                .update();
        List<CompletableFuture<Counter.Served>> served = Stream.of(message("a", "路灯坏了"), words("x"), words("y"))
                .map(item -> CompletableFuture.supplyAsync(
                        () -> counter.take(account, List.of(platform.found(item)), new byte[] {1})))
                .toList();
        assertThat(served).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(Counter.Served.ALL));
        assertThat(petitions()).containsExactlyInAnyOrder(petition("a"), petition("x"), petition("y"));
    }

    @Test
    void pushesThatComeAtOnceAreEachOnePetition() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 60)
                .mapToObj(one -> CompletableFuture.supplyAsync(
                        () -> push(words("m" + one % 40)).statusCode()))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(petitions()).hasSize(40);
        engine.beginsWhatArrived();
        assertThat(petitions()).allSatisfy(number -> {
            assertThat(engine.instancesEver(number)).isOne();
            assertStandsAt(number, "AcceptPetition");
        });
    }

    /** The hands look for work now and then, and that would be counted in. */
    private Cost costOf(StatementCounter counter, Piece... pieces) throws Exception {
        hands.forEach(OneHand::stop);
        try {
            return counter.of(() -> take(pieces));
        } finally {
            hands.forEach(OneHand::start);
        }
    }

    private Map<String, Object> words(String what) {
        return Map.of("id", id(what), "person", id("p" + what), "text", "路灯坏了");
    }

    private Piece stranger(String what, String text) {
        return said(Map.of("id", id(what), "person", id("p" + what), "text", text));
    }

    private Piece[] strangers(String what, int many) {
        return IntStream.range(0, many)
                .mapToObj(one -> stranger(what + one, "路灯坏了"))
                .toArray(Piece[]::new);
    }

    private Piece said(Map<String, Object> item) {
        return new Piece(account, platform.found(item), "raw".getBytes(StandardCharsets.UTF_8));
    }

    private List<Taken> take(Piece... pieces) {
        List<Piece> all = new ArrayList<>();
        Collections.addAll(all, pieces);
        return office.take(all, () -> {});
    }
}
