package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.ClockDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator decides about a petition that has come in, and how he takes it back before anybody knows of it. */
class IntakeDecisionsTest extends CityTest {

    private static final String CATEGORY = "C010601";
    private static final String QUESTION = "请问是哪一段路的路灯？";
    private static final Map<String, Object> DISPATCH =
            Map.of("kind", "help", "category", CATEGORY, "lead", LIGHTING, "assisting", List.of(POWER));

    @Autowired
    private JdbcClient rows;

    @Test
    void acceptsAndAssignsInOne() {
        Citizen citizen = files();
        Reply unknown = decides(citizen, "dispatch", Map.of("kind", "help", "category", CATEGORY, "lead", "nowhere"));
        assertThat(unknown.status()).isEqualTo(422);
        assertStandsAt(citizen.number(), "AcceptPetition");
        assertThat(operator.sheet(citizen.number()).path("status").asText()).isEqualTo("received");

        JsonNode taken = decides(citizen, "dispatch", DISPATCH).ok();
        assertThat(taken.path("status").asText()).isEqualTo("assigned");
        assertStandsAt(citizen.number(), "HandlePetition", "HandlePetition");
        assertThat(journal(citizen.number())).containsSubsequence("petition-accepted", "petition-assigned");
        assertThat(decides(citizen, "dispatch", DISPATCH).status()).isEqualTo(409);
        clerk(POWER).assists(citizen.number(), "已协助").ok();
        clerk(LIGHTING).answers(citizen.number(), INTERNAL, ANSWER).ok();
        assertStandsAt(citizen.number(), "ReviewPetition");
    }

    @Test
    void tellsNobodyWhileItMayBeUndone() {
        Citizen citizen = files();
        decides(citizen, "dispatch", DISPATCH).ok();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("received");
        assertThat(citizen.looks().path("timeline").toString()).doesNotContain("accepted", "assigned");
        assertThat(notices(clerk(LIGHTING), citizen.number())).isEmpty();

        pass("PT11S");
        assertThat(citizen.looks().path("status").asText()).isEqualTo("assigned");
        assertThat(citizen.looks().path("timeline").toString()).contains("accepted", "assigned");
        assertThat(notices(clerk(LIGHTING), citizen.number())).containsExactly("new-task");
    }

    @Test
    void undoingRestoresStateTaskAndClock() {
        Citizen citizen = files();
        JsonNode before = operator.sheet(citizen.number());
        JsonNode taken = decides(citizen, "dispatch", DISPATCH).ok();
        undo(operator, citizen, taken).ok();

        assertStandsAt(citizen.number(), "AcceptPetition");
        JsonNode after = operator.sheet(citizen.number());
        assertThat(after.path("status").asText()).isEqualTo("received");
        assertThat(after.path("since")).isEqualTo(before.path("since"));
        assertThat(after.path("category")).isEqualTo(before.path("category"));
        assertThat(running(citizen.number())).isEqualTo(List.of("ACCEPTANCE", "PROMISE"));
        assertThat(due(before, "acceptance")).isEqualTo(due(after, "acceptance"));
        assertThat(operator.task(citizen.number(), "AcceptPetition").path("due").asText())
                .isNotEmpty();
        assertThat(clerk(LIGHTING).tasks(citizen.number())).isEmpty();
        assertThat(after.path("ledger").toString()).contains("runs-on", "taken-back", "decision-undone");
        assertThat(journal(citizen.number()))
                .containsSubsequence("petition-accepted", "petition-assigned", "petition-decision-undone");
        pass("PT1M");
        assertThat(notices(clerk(LIGHTING), citizen.number())).isEmpty();
        assertThat(citizen.looks().path("timeline").toString()).doesNotContain("accepted", "assigned", "undone");

        decides(citizen, "dispatch", DISPATCH).ok();
        assertStandsAt(citizen.number(), "HandlePetition", "HandlePetition");
        clerk(LIGHTING).signs(citizen.number()).ok();
        assertThat(engine.incidents()).isZero();
    }

    @Test
    void onlyWhoDecidedUndoesAndOnlyInTimeAndOnce() {
        Citizen late = files();
        JsonNode taken = decides(late, "dispatch", DISPATCH).ok();
        assertThat(undo(clerk("operator2"), late, taken).status()).isEqualTo(404);
        assertThat(undo(dispatcher, late, taken).status()).isEqualTo(403);
        pass("PT11S");
        assertSlug(undo(operator, late, taken), "undo-too-late");

        Citizen signed = files();
        JsonNode other = decides(signed, "dispatch", DISPATCH).ok();
        clerk(LIGHTING).signs(signed.number()).ok();
        assertSlug(undo(operator, signed, other), "undo-overtaken");
        assertStandsAt(signed.number(), "HandlePetition", "HandlePetition");

        Citizen twice = files();
        JsonNode once = decides(twice, "dispatch", DISPATCH).ok();
        undo(operator, twice, once).ok();
        assertSlug(undo(operator, twice, once), "decision-undone-already");
        assertThat(undo(operator, signed, once).status()).isEqualTo(404);
    }

    @Test
    void aRefusalThatHasEndedTheProcessIsUndoneWithANewOne() {
        Citizen citizen = files();
        JsonNode taken = decides(citizen, "turn-away", Map.of("reason", "legal-procedure", "note", "请向法院提起诉讼"))
                .ok();
        assertIsOver(citizen.number());
        assertThat(citizen.looks().path("refusal").isNull()).isTrue();
        undo(operator, citizen, taken).ok();
        assertStandsAt(citizen.number(), "AcceptPetition");
        assertThat(running(citizen.number())).isEqualTo(List.of("ACCEPTANCE", "PROMISE"));
        operator.accepts(citizen.number()).ok();
        assertStandsAt(citizen.number(), "AssignPetition");
        JsonNode path = clerk("auditor")
                .caller()
                .get("/api/audit/petitions/" + citizen.number() + "/path")
                .ok();
        assertThat(path.toString()).contains("EndEvent_PetitionRefused", "Task_AssignPetition");
    }

    @Test
    void goesOnWithWhatThePetitionerHasSaidOnTheTelephone() {
        Citizen citizen = files();
        String said = "在新华街12号门口，靠药店的一侧";
        assertSlug(decides(citizen, "supplement", Map.of("text", said)), "petitioner-not-awaited");
        decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        assertSlug(decides(citizen, "supplement", Map.of("text", said)), "petitioner-not-awaited");
        pass("PT1M");
        assertThat(operator.sheet(citizen.number()).path("actions").toString()).contains("supplement");
        assertThat(decides(citizen, "supplement", Map.of("text", " ")).status()).isEqualTo(422);
        decides(citizen, "supplement", Map.of("text", said)).ok();

        assertStandsAt(citizen.number(), "AcceptPetition");
        JsonNode sheet = operator.sheet(citizen.number());
        assertThat(sheet.path("status").asText()).isEqualTo("received");
        assertThat(sheet.path("actions").toString()).doesNotContain("supplement");
        assertThat(citizen.looks().path("timeline").toString()).contains(said);
        assertThat(citizen.looks().path("question").isNull()).isTrue();
        assertThat(journal(citizen.number())).contains("petition-answer");
        assertThat(engine.tablesThatHold(said)).isEmpty();
        assertSlug(decides(citizen, "supplement", Map.of("text", said)), "petitioner-not-awaited");
    }

    @Test
    void answersAPlainInquiryAtOnceAndClosesIt() {
        Citizen citizen = files();
        String words = "办理老年卡请带身份证到街道便民中心";
        Map<String, Object> answer = Map.of("kind", "inquiry", "category", CATEGORY, "publicAnswer", words);
        JsonNode taken = decides(citizen, "answer-at-once", answer).ok();
        assertThat(taken.path("status").asText()).isEqualTo("closed");
        assertIsOver(citizen.number());
        assertThat(running(citizen.number())).isEmpty();
        assertThat(citizen.looks().toString()).doesNotContain(words);
        undo(operator, citizen, taken).ok();
        assertStandsAt(citizen.number(), "AcceptPetition");

        decides(citizen, "answer-at-once", answer).ok();
        pass("PT11S");
        assertThat(citizen.looks().at("/answers/0/text").asText()).isEqualTo(words);
        assertThat(citizen.looks().path("status").asText()).isEqualTo("closed");
        assertThat(engine.tablesThatHold(words)).isEmpty();
    }

    @Test
    void answersAnythingElseAtOnceAndCallsBack() {
        Citizen citizen = files();
        decides(citizen, "answer-at-once", Map.of("kind", "help", "category", CATEGORY, "publicAnswer", ANSWER))
                .ok();
        assertStandsAt(citizen.number(), "ClosePetition");
        assertThat(running(citizen.number())).isEqualTo(List.of("CALL_BACK", "WHOLE"));
        reviewer.closes(citizen.number()).ok();
        assertIsOver(citizen.number());
    }

    @Test
    void whoIsAskedBackHasTheTimeUntilHeSpeaks() {
        Citizen citizen = files();
        String due = due(operator.sheet(citizen.number()), "acceptance");
        JsonNode taken =
                decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        assertThat(taken.path("status").asText()).isEqualTo("waiting-for-petitioner");
        assertThat(engine.standsAt(citizen.number())).isEmpty();
        assertThat(engine.instances(citizen.number())).isOne();
        assertThat(citizen.looks().path("question").isNull()).isTrue();
        pass("PT40M");
        assertThat(citizen.looks().at("/question/text").asText()).isEqualTo(QUESTION);
        assertThat(citizen.looks().path("supplementUntil").asText()).isNotEmpty();
        assertThat(citizen.looks().path("firstAnsweredAt").asText()).isNotEmpty();

        citizen.adds("新华街12号门口").ok();
        assertStandsAt(citizen.number(), "AcceptPetition");
        JsonNode sheet = operator.sheet(citizen.number());
        assertThat(sheet.path("status").asText()).isEqualTo("received");
        assertThat(due(sheet, "acceptance")).isNotEqualTo(due);
        assertThat(notices(operator, citizen.number())).contains("message");
        JsonNode minutes = reviewer.caller()
                .get("/api/petitions/" + citizen.number() + "/minutes")
                .ok();
        assertThat(minutes.path("parts")).anySatisfy(part -> {
            assertThat(part.path("owner").asText()).isEqualTo("petitioner");
            assertThat(part.path("minutes").asLong()).isBetween(39L, 41L);
        });
        operator.accepts(citizen.number()).ok();
        assertStandsAt(citizen.number(), "AssignPetition");
        assertThat(engine.tablesThatHold(QUESTION)).isEmpty();
    }

    @Test
    void whatHeSaysBeforeHeIsToldTheQuestionIsNoAnswerToIt() {
        Citizen citizen = files();
        decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        citizen.adds("今晚还是不亮").ok();
        JsonNode waiting = operator.sheet(citizen.number());
        assertThat(waiting.path("status").asText()).isEqualTo("waiting-for-petitioner");
        assertThat(engine.standsAt(citizen.number())).isEmpty();
        assertThat(waiting.path("timeline").findValuesAsText("event")).contains("message-from-citizen");
        pass("PT11S");
        assertThat(citizen.looks().at("/question/text").asText()).isEqualTo(QUESTION);
        citizen.adds("新华街12号门口").ok();
        assertStandsAt(citizen.number(), "AcceptPetition");
        assertThat(operator.sheet(citizen.number()).path("timeline").findValuesAsText("event"))
                .contains("answer");
    }

    @Test
    void whoWithdrawsBeforeHeIsToldIsToldNothing() {
        Citizen citizen = files();
        decides(citizen, "dispatch", DISPATCH).ok();
        long untold = reply(citizen, "HELD", 0);
        assertThat(citizen.looks().path("actions").toString()).contains("withdraw");
        citizen.withdraws();
        assertIsOver(citizen.number());
        assertThat(citizen.looks().path("status").asText()).isEqualTo("withdrawn");
        assertThat(stateOf(untold)).isEqualTo("CANCELLED");
        pass("PT1M");
        assertThat(citizen.looks().path("timeline").toString()).doesNotContain("accepted", "assigned");
        assertThat(notices(clerk(LIGHTING), citizen.number())).isEmpty();
    }

    @Test
    void whoTriesToWithdrawWhatIsOverLearnsNothingOfIt() {
        Citizen citizen = files();
        decides(citizen, "turn-away", Map.of("reason", "legal-procedure", "note", "请向法院提起诉讼"))
                .ok();
        assertThat(citizen.looks().path("actions").toString()).contains("add").doesNotContain("withdraw");
        assertSlug(withdraw(citizen), "withdraw-in-a-moment");
        pass("PT11S");
        assertSlug(withdraw(citizen), "petition-over");
    }

    @Test
    void whatHasBeenHeardIsNotTakenBackThoughItIsOver() {
        Citizen citizen = files();
        JsonNode taken = decides(citizen, "dispatch", DISPATCH).ok();
        long heard = reply(citizen, "SENT", 1);
        assertSlug(undo(operator, citizen, taken), "undo-overtaken");
        assertStandsAt(citizen.number(), "HandlePetition", "HandlePetition");
        assertThat(stateOf(heard)).isEqualTo("SENT");
    }

    /** What a decision has made known by a channel, with as many pieces sent. */
    private long reply(Citizen citizen, String state, int sent) {
        return rows.sql("""
                INSERT INTO outbound_reply (petition, channel, order_key, occasion, is_public, text_private, text_public,
                    clear, state, parts_sent, made_at, ended_at, told_from)
                SELECT petition, 'WECHAT', petition, 'MESSAGE', false, '您好', '您好', true, :state, :sent, decided_at,
                    CASE WHEN :sent > 0 THEN decided_at END, undo_until
                FROM intake_decision WHERE petition = :petition RETURNING id""")
                .param("state", state)
                .param("sent", sent)
                .param("petition", citizen.number())
                .query(Long.class)
                .single();
    }

    private String stateOf(long reply) {
        return rows.sql("SELECT state FROM outbound_reply WHERE id = ?")
                .param(reply)
                .query(String.class)
                .single();
    }

    private static Reply withdraw(Citizen citizen) {
        return citizen.mine().post("/api/petitions/" + citizen.number() + "/withdraw", Map.of());
    }

    @Test
    void whoReadItBeforeADangerWasHeardWritesNothingOverIt(@Autowired ClockDesk clocks) {
        Citizen citizen = files();
        rows.sql("UPDATE petition SET urgency = 'NORMAL' WHERE number = ?")
                .param(citizen.number())
                .update();
        long before = version(citizen.number());
        Actor house = Actor.system(Door.ENGINE);
        assertThat(clocks.endanger(citizen.number(), house)).isTrue();
        assertThat(version(citizen.number())).isGreaterThan(before);
        assertThat(clocks.endanger(citizen.number(), house)).isFalse();
    }

    private long version(String number) {
        return rows.sql("SELECT version FROM petition WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    @Test
    void whoDoesNotAnswerInTimeIsDecidedWithWhatIsKnown() {
        Citizen citizen = files();
        decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        pass("PT120H1M");
        engine.firesWhatIsDue();
        assertStandsAt(citizen.number(), "AcceptPetition");
        assertThat(operator.sheet(citizen.number()).path("status").asText()).isEqualTo("received");
        assertThat(journal(citizen.number())).contains("petition-supplement-overdue");
        assertThat(citizen.looks().path("supplementUntil").isNull()).isTrue();
        citizen.adds("后来想起来了").ok();
        assertStandsAt(citizen.number(), "AcceptPetition");
        assertThat(engine.incidents()).isZero();
    }

    @Test
    void theQuestionIsUndoneAndTheClockRunsOnFromWhereItWas() {
        Citizen citizen = files();
        String due = due(operator.sheet(citizen.number()), "acceptance");
        JsonNode taken =
                decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        pass("PT3S");
        undo(operator, citizen, taken).ok();
        assertStandsAt(citizen.number(), "AcceptPetition");
        JsonNode sheet = operator.sheet(citizen.number());
        assertThat(due(sheet, "acceptance")).isEqualTo(due);
        assertThat(sheet.path("question").isNull()).isTrue();
        assertThat(running(citizen.number())).isEqualTo(List.of("ACCEPTANCE", "PROMISE"));
        pass("PT1M");
        assertThat(citizen.looks().toString()).doesNotContain(QUESTION);
    }

    @Test
    void whoIsAskedBackMayWithdraw() {
        Citizen citizen = files();
        decides(citizen, "ask-back", Map.of("question", QUESTION)).ok();
        pass("PT11S");
        citizen.withdraws();
        assertIsOver(citizen.number());
        assertThat(running(citizen.number())).isEmpty();
    }

    @Test
    void twoWhoDecideAtOnceDecideOnce() throws Exception {
        Citizen citizen = files();
        Clerk other = clerk("operator2");
        List<Integer> answers = together(
                () -> decides(citizen, "dispatch", DISPATCH).status(),
                () -> other.caller()
                        .post("/api/petitions/" + citizen.number() + "/dispatch", DISPATCH)
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertStandsAt(citizen.number(), "HandlePetition", "HandlePetition");
        assertThat(journal(citizen.number())).containsOnlyOnce("petition-assigned");
    }

    @Test
    void whoSignsInTheMomentOfTheUndoingIsFirstOrRefused() throws Exception {
        Citizen citizen = files();
        JsonNode taken = decides(citizen, "dispatch", DISPATCH).ok();
        Clerk unit = clerk(LIGHTING);
        List<Integer> answers = together(
                () -> undo(operator, citizen, taken).status(),
                () -> unit.signs(citizen.number()).status());
        boolean undone = answers.get(0) == 204;
        assertThat(answers.get(0)).isIn(204, 409);
        assertThat(answers.get(1)).isIn(undone ? List.of(404, 409) : List.of(204));
        assertThat(journal(citizen.number()).contains("petition-signed")).isNotEqualTo(undone);
        assertThat(engine.standsAt(citizen.number()).contains("AcceptPetition")).isEqualTo(undone);
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : hands.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdown();
        }
    }

    @Test
    void offersWordsForEachRefusalThatSayWhereToTurn() {
        JsonNode words = operator.caller().get("/api/petitions/refusal-words").ok();
        assertThat(words)
                .hasSize(8)
                .allSatisfy(line ->
                        assertThat(line.path("words").asText()).startsWith("您好").contains("请"));
    }

    private Reply decides(Citizen citizen, String decision, Map<String, ?> command) {
        return operator.caller().post("/api/petitions/" + citizen.number() + "/" + decision, command);
    }

    private static Reply undo(Clerk clerk, Citizen citizen, JsonNode taken) {
        return clerk.caller()
                .post(
                        "/api/petitions/" + citizen.number() + "/undo",
                        Map.of("decision", taken.path("decision").asText()));
    }

    private static void assertSlug(Reply reply, String slug) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().path("type").asText()).endsWith(slug);
    }

    private void pass(String time) {
        clerk("admin").caller().post("/api/demo/clock", Map.of("advance", time)).ok();
    }

    private List<String> running(String number) {
        return rows.sql("SELECT stage FROM deadline WHERE petition = ? AND ended_at IS NULL ORDER BY stage")
                .param(number)
                .query(String.class)
                .list();
    }

    private static String due(JsonNode sheet, String stage) {
        for (JsonNode limit : sheet.path("limits")) {
            if (limit.path("stage").asText().equals(stage)) {
                return limit.path("dueAt").asText();
            }
        }
        throw new AssertionError("no limit for " + stage);
    }

    private List<String> journal(String number) {
        return rows.sql("SELECT action FROM journal WHERE petition = ? ORDER BY id")
                .param(number)
                .query(String.class)
                .list();
    }

    private static List<String> notices(Clerk clerk, String number) {
        return clerk.caller().get("/api/notices?size=200").ok().path("items").findParents("petition").stream()
                .filter(notice -> notice.path("petition").asText().equals(number))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }
}
