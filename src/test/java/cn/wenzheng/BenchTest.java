package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.triage.TaughtSuggestions;
import cn.wenzheng.triage.Warning;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operators at their benches: one petition before one person, decided and committed, and the next one is there. */
@Import(TaughtSuggestions.Taught.class)
class BenchTest extends CityTest {

    private static final String STREET_LIGHT = "C010601";

    @Autowired
    private TaughtSuggestions taught;

    @Autowired
    private JdbcClient rows;

    /** A page of an operator. */
    private record Bench(Clerk operator, UUID tab) {

        Reply call(String path, Map<String, ?> more) {
            Map<String, Object> body = new HashMap<>(more);
            body.put("tab", tab);
            return operator.caller().post("/api/bench/" + path, body);
        }

        JsonNode opens() {
            return call("open", Map.of()).ok();
        }

        Reply sends(String petition, String lead) {
            return call(
                    "decide",
                    Map.of(
                            "petition", petition,
                            "action", "dispatch",
                            "kind", "help",
                            "category", STREET_LIGHT,
                            "lead", lead));
        }
    }

    @BeforeEach
    void nothingWaits() {
        rows.sql("DELETE FROM bench_lease").update();
        rows.sql("UPDATE petition SET status = 'WITHDRAWN', version = version + 1 WHERE status = 'RECEIVED'")
                .update();
    }

    @Test
    void oneCommandAcceptsAndAssignsAndTheNextIsThere() {
        List<String> numbers = waiting(3);
        Bench bench = bench("operator");
        JsonNode screen = bench.opens();
        assertThat(shown(screen)).isEqualTo(numbers.get(0));
        assertThat(screen.path("shown").path("proposal").path("lead").asText()).isEqualTo(LIGHTING);
        assertThat(screen.path("shown").path("proposal").path("ask").isNull()).isTrue();
        assertThat(screen.path("shown").path("text").asText()).contains(WORDS);

        JsonNode next = bench.sends(numbers.get(0), LIGHTING).ok();

        assertThat(next.path("done").path("status").asText()).isEqualTo("assigned");
        assertThat(shown(next)).isEqualTo(numbers.get(1));
        assertThat(operator.sheet(numbers.get(0)).path("status").asText()).isEqualTo("assigned");
        assertStandsAt(numbers.get(0), "HandlePetition");
    }

    @Test
    void aDecisionWithoutItsLeaseChangesNothing() {
        String number = waiting(1).get(0);
        bench("operator").opens();

        Reply refused = bench("operator2").sends(number, LIGHTING);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asText()).endsWith("bench-lease-gone");
        assertThat(operator.sheet(number).path("status").asText()).isEqualTo("received");
    }

    @Test
    void operatorsWhoAskInTheSameMomentNeverGetTheSame() throws Exception {
        waiting(12);
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Callable<JsonNode>> all = new ArrayList<>();
            for (int tab = 0; tab < 6; tab++) {
                Bench bench = bench(tab % 2 == 0 ? "operator" : "operator2");
                all.add(bench::opens);
            }
            Set<String> seen = new HashSet<>();
            for (Future<JsonNode> screen : people.invokeAll(all)) {
                for (String place : List.of("shown", "next")) {
                    String number = screen.get().path(place).path("number").asText();
                    assertThat(number.isEmpty() || seen.add(number)).as(number).isTrue();
                }
            }
            assertThat(seen).hasSizeGreaterThan(6);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void whatAClosedTabHeldLapses() {
        String number = waiting(1).get(0);
        Bench gone = bench("operator");
        gone.opens();
        Bench other = bench("operator2");
        assertThat(shown(other.opens())).isNotEqualTo(number);

        rows.sql("UPDATE bench_lease SET beat_at = beat_at - interval '61 s'").update();

        assertThat(shown(other.opens())).isEqualTo(number);
        assertThat(gone.sends(number, LIGHTING).status()).isEqualTo(409);
    }

    @Test
    void aBeatKeepsWhatATabHolds() {
        String number = waiting(1).get(0);
        Bench bench = bench("operator");
        bench.opens();
        rows.sql("UPDATE bench_lease SET beat_at = beat_at - interval '50 s'").update();
        bench.call("beat", Map.of()).ok();
        rows.sql("UPDATE bench_lease SET beat_at = beat_at - interval '50 s'").update();

        assertThat(shown(bench("operator2").opens())).isNotEqualTo(number);
    }

    @Test
    void anUndoneDecisionIsBackOnTheBenchAndInTheFigures() {
        List<String> numbers = waiting(2);
        Bench bench = bench("operator");
        bench.opens();
        JsonNode next = bench.sends(numbers.get(0), LIGHTING).ok();
        String decision = next.path("done").path("decision").asText();

        assertThat(bench("operator2").call("undo", Map.of("decision", decision)).status())
                .isEqualTo(404);
        JsonNode back = bench.call("undo", Map.of("decision", decision)).ok();

        assertThat(shown(back)).isEqualTo(numbers.get(0));
        assertThat(back.path("next").path("number").asText()).isEqualTo(numbers.get(1));
        assertThat(operator.sheet(numbers.get(0)).path("status").asText()).isEqualTo("received");
        assertThat(figure("undone_at IS NOT NULL", numbers.get(0))).isOne();
    }

    @Test
    void aDecisionUndoneThroughTheApiIsUndoneInTheFiguresToo() {
        String number = waiting(1).get(0);
        Bench bench = bench("operator");
        bench.opens();
        String decision =
                bench.sends(number, LIGHTING).ok().path("done").path("decision").asText();

        Reply undone = operator.caller().post("/api/petitions/" + number + "/undo", Map.of("decision", decision));

        assertThat(undone.status()).isEqualTo(204);
        assertThat(figure("undone_at IS NOT NULL", number)).isOne();
    }

    @Test
    void dangerToLifeIsToldAndNeverMovesWhatIsShown() {
        List<String> numbers = waiting(3);
        Bench bench = bench("operator");
        bench.opens();
        String danger = waiting(1).get(0);
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(danger)
                .update();

        JsonNode beat = bench.call("beat", Map.of()).ok();
        assertThat(beat.path("life").get(0).asText()).isEqualTo(danger);
        assertThat(shown(bench.opens())).isEqualTo(numbers.get(0));

        JsonNode jumped =
                bench("operator2").call("open", Map.of("petition", danger)).ok();
        assertThat(shown(jumped)).isEqualTo(danger);
        assertThat(jumped.path("shown").hasNonNull("acceptBy")).isTrue();
        assertThat(bench.opens().path("shown").hasNonNull("acceptBy")).isFalse();
        assertThat(bench.call("beat", Map.of()).ok().path("life")).isEmpty();
        assertThat(bench.call("open", Map.of("petition", danger)).status()).isEqualTo(409);
    }

    @Test
    void aDangerThatAPageHasShownTooLongIsToldToOthersAndTheirsToTake() {
        String danger = waiting(1).get(0);
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(danger)
                .update();
        Bench leftOpen = bench("operator");
        assertThat(shown(leftOpen.opens())).isEqualTo(danger);
        Bench other = bench("operator2");
        assertThat(other.call("beat", Map.of()).ok().path("life")).isEmpty();

        rows.sql("UPDATE bench_lease SET shown_at = shown_at - interval '121 s'")
                .update();
        assertThat(other.call("beat", Map.of()).ok().path("life").get(0).asText())
                .isEqualTo(danger);
        assertThat(shown(other.call("open", Map.of("petition", danger)).ok())).isEqualTo(danger);
        assertThat(leftOpen.sends(danger, LIGHTING).status()).isEqualTo(409);
    }

    @Test
    void aDangerThatIsPutOffIsToldAllTheSame() {
        String danger = waiting(1).get(0);
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(danger)
                .update();
        Bench bench = bench("operator");
        bench.opens();
        bench.call("put-off", Map.of("petition", danger)).ok();
        assertThat(bench.call("beat", Map.of()).ok().path("life").get(0).asText())
                .isEqualTo(danger);
    }

    @Test
    void whoComesToTheSameTabAfterSomebodyElseGetsWhatHeHasLeft() {
        String number = waiting(1).get(0);
        Bench bench = bench("operator");
        bench.opens();
        rows.sql("UPDATE bench_lease SET beat_at = beat_at - interval '61 s'").update();

        assertThat(shown(new Bench(clerk("operator2"), bench.tab()).opens())).isEqualTo(number);
        assertThat(bench.call("open", Map.of("petition", "WZ-20200101-000001")).status())
                .isEqualTo(404);
    }

    @Test
    void dangerIsHeardInTheWordsAndStandsFirst() {
        waiting(3);
        String danger = Citizen.files(stranger, "小区楼道煤气味很重", "我们这栋楼楼道里一股很浓的煤气味，有老人已经晕倒了，快来人救命！")
                .number();

        assertThat(shown(bench("operator").opens())).isEqualTo(danger);
    }

    @Test
    void dangerToLifeComesNextWhateverWasFetchedBefore() {
        List<String> numbers = waiting(3);
        Bench bench = bench("operator");
        bench.opens();
        String danger = waiting(1).get(0);
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(danger)
                .update();

        assertThat(shown(bench.sends(numbers.get(0), LIGHTING).ok())).isEqualTo(danger);
    }

    @Test
    void whatIsPutOffIsForOthers() {
        List<String> numbers = waiting(2);
        Bench bench = bench("operator");
        bench.opens();

        JsonNode next =
                bench.call("put-off", Map.of("petition", numbers.get(0))).ok();

        assertThat(shown(next)).isEqualTo(numbers.get(1));
        assertThat(shown(bench("operator2").opens())).isEqualTo(numbers.get(0));
    }

    @Test
    void belowTheThresholdNothingIsChosenAndAConflictNeedsAnotherUnit() {
        String unsure = waiting(1).get(0);
        taught.say(unsure, STREET_LIGHT, LIGHTING, 0.4);
        JsonNode proposal = bench("operator").opens().path("shown").path("proposal");
        assertThat(proposal.path("category").isNull()).isTrue();
        assertThat(proposal.path("ask").asText()).isEqualTo("topic");

        String conflict = waiting(1).get(0);
        taught.say(conflict, STREET_LIGHT, LIGHTING, 0.95, Warning.CONFLICT_OF_INTEREST);
        proposal = bench("operator2").opens().path("shown").path("proposal");
        assertThat(proposal.path("category").asText()).isEqualTo(STREET_LIGHT);
        assertThat(proposal.path("lead").isNull()).isTrue();
        assertThat(proposal.path("ask").asText()).isEqualTo("unit");
    }

    @Test
    void aStormIsOneLine() {
        List<String> numbers = waiting(6);
        await().until(this::allCompared);
        rows.sql("UPDATE matter_signature SET storm = CASE WHEN petition >= ? THEN ? ELSE petition END")
                .params(numbers.get(3), numbers.get(3))
                .update();

        JsonNode queue = bench("operator").opens().path("queue");

        assertThat(queue).hasSize(2);
        assertThat(queue.get(1).path("number").asText()).isEqualTo(numbers.get(3));
        assertThat(queue.get(1).path("posts").asInt()).isEqualTo(3);
    }

    @Test
    void everyOtherDecisionIsTakenHereToo() {
        List<String> numbers = waiting(3);
        Bench bench = bench("operator");
        bench.opens();
        JsonNode refused = bench.call(
                        "decide",
                        Map.of(
                                "petition", numbers.get(0),
                                "action", "refuse",
                                "reason", "not-this-city",
                                "note", "请向邻市反映"))
                .ok();
        assertThat(refused.path("done").path("status").asText()).isEqualTo("refused");
        JsonNode asked = bench.call(
                        "decide", Map.of("petition", numbers.get(1), "action", "ask", "question", "请问是哪一盏灯？"))
                .ok();
        assertThat(asked.path("done").path("status").asText()).isEqualTo("waiting-for-petitioner");
        JsonNode answered = bench.call(
                        "decide",
                        Map.of(
                                "petition", numbers.get(2),
                                "action", "answer",
                                "kind", "inquiry",
                                "category", STREET_LIGHT,
                                "publicAnswer", "您好，路灯今晚恢复。"))
                .ok();
        assertThat(answered.path("done").path("status").asText()).isEqualTo("closed");
        assertThat(answered.path("shown").isNull()).isTrue();
    }

    @Test
    void aReturnCountsForWhoSentItThere() {
        String number = waiting(1).get(0);
        Bench bench = bench("operator");
        bench.opens();
        bench.sends(number, LIGHTING).ok();

        clerk(LIGHTING).saysNotOurs(number).ok();

        assertThat(figure("returned_at IS NOT NULL AND as_suggested", number)).isOne();
    }

    @Test
    void unitsAndTopicsAreFoundByTheirInitials() {
        JsonNode choices = operator.caller().get("/api/bench/choices").ok();
        JsonNode lighting = null;
        for (JsonNode unit : choices.path("units")) {
            lighting = unit.path("code").asText().equals(LIGHTING) ? unit : lighting;
        }
        assertThat(lighting).isNotNull();
        assertThat(lighting.path("initials").toString()).contains("szzmgls");
        assertThat(choices.path("topics")).hasSizeGreaterThan(200);
    }

    private boolean allCompared() {
        return rows.sql("SELECT NOT EXISTS (SELECT 1 FROM matter_waiting)")
                .query(Boolean.class)
                .single();
    }

    private List<String> waiting(int count) {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String number = speaks().number();
            // What the house hears in the words, and what else comes in meanwhile, is another test's question.
            rows.sql("UPDATE petition SET urgency = 'NORMAL', promised_by = '2000-01-01T00:00:00Z' WHERE number = ?")
                    .param(number)
                    .update();
            taught.say(number, STREET_LIGHT, LIGHTING, 0.95);
            numbers.add(number);
        }
        return numbers;
    }

    /** Each says it in words of his own: who repeats himself word for word is not heard twice. */
    private Citizen speaks() {
        return Citizen.files(
                stranger,
                "路灯不亮",
                WORDS + "，灯杆编号"
                        + rows.sql("SELECT count(*) FROM petition")
                                .query(Integer.class)
                                .single());
    }

    private Bench bench(String account) {
        return new Bench(clerk(account), UUID.randomUUID());
    }

    private static String shown(JsonNode screen) {
        return screen.path("shown").path("number").asText("");
    }

    private long figure(String condition, String number) {
        return rows.sql("SELECT count(*) FROM bench_decision WHERE petition = ? AND " + condition)
                .param(number)
                .query(Long.class)
                .single();
    }
}
