package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Webapp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A city that has worked with an earlier release moves to this one: every petition that waits somewhere goes on to its
 * end, and so do the open supervision slips.
 */
abstract class EarlierCityTest extends CityTest {

    private static final String RULING = "情况属实，予以裁定";

    private static final Set<String> OVER = Set.of("closed", "refused", "withdrawn");

    /** Fills the database with what the earlier release's own program has written. */
    abstract static class Earlier implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private final String dump;

        Earlier(String dump) {
            this.dump = dump;
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.Initializer.use(TestDatabase.restored(dump), context);
        }
    }

    /** How many slips the earlier release has left open. */
    abstract int slips();

    @Test
    void everyWaitingPetitionAndTheOpenSlipsComeToTheirEnd() {
        Map<String, String> before = petitions();
        assertThat(before.values())
                .contains("received", "accepted", "assigned", "redo", "handled", "reviewed", "closed", "refused");
        String slip = openSlips().path(0).path("petition").asText();
        assertThat(openSlips()).hasSize(slips());

        engine.firesWhatIsDue();
        before.forEach(this::carryOn);
        endSlips();

        assertThat(petitions().values()).allMatch(OVER::contains);
        assertThat(petitions().keySet()).isEqualTo(before.keySet());
        before.keySet().forEach(this::assertIsOver);
        assertThat(openSlips()).isEmpty();
        assertThat(facts(slip)).isNotEmpty();
        assertThat(engine.incidents()).isZero();
    }

    private Map<String, String> petitions() {
        Map<String, String> found = new TreeMap<>();
        operator.caller()
                .get("/api/petitions?size=200")
                .ok()
                .path("items")
                .forEach(line -> found.put(
                        line.path("number").asText(), line.path("status").asText()));
        return found;
    }

    private JsonNode openSlips() {
        return supervisor.caller().get("/api/supervision/slips?open=true").ok().path("items");
    }

    private void carryOn(String number, String status) {
        switch (status) {
            case "received" -> fromAcceptance(number);
            case "accepted" -> fromAssignment(number);
            case "assigned", "redo" -> fromHandling(number);
            case "paused" -> fromPause(number);
            case "handled" -> fromReview(number);
            case "reviewed" -> reviewer.closes(number).ok();
            default -> assertThat(OVER).contains(status);
        }
    }

    private void fromAcceptance(String number) {
        operator.accepts(number).ok();
        fromAssignment(number);
    }

    /** What went from unit to unit waits for the supervision office instead. */
    private void fromAssignment(String number) {
        if (supervisor.tasks(number).contains("ArbitratePetition")) {
            act(supervisor, number, "arbitrate", Map.of("lead", LIGHTING, "ruling", RULING));
        } else {
            dispatcher.assigns(number, LIGHTING).ok();
        }
        fromHandling(number);
    }

    /** A pause that has come to its end by itself needs nobody. */
    private void fromPause(String number) {
        if (petitions().get(number).equals("paused")) {
            act(dispatcher, number, "resume", Map.of());
        }
        fromHandling(number);
    }

    private static void act(Clerk clerk, String number, String act, Map<String, ?> command) {
        clerk.caller().post("/api/petitions/" + number + "/" + act, command).ok();
    }

    /** The assisting units first, then the lead. */
    private void fromHandling(String number) {
        units(number, "assist", unit -> clerk(unit).assists(number, INTERNAL).ok());
        units(
                number,
                "lead",
                unit -> clerk(unit).answers(number, INTERNAL, ANSWER).ok());
        fromReview(number);
    }

    private void units(String number, String duty, Consumer<String> act) {
        for (JsonNode part : reviewer.sheet(number).path("units")) {
            if (part.path("duty").asText().equals(duty)
                    && part.path("state").asText().equals("in-hand")) {
                act.accept(part.path("unit").asText());
            }
        }
    }

    private void fromReview(String number) {
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
    }

    private void endSlips() {
        for (JsonNode slip : openSlips()) {
            String petition = slip.path("petition").asText();
            String head = slip.path("unit").asText() + "-head";
            if (clerk(head).tasks(petition).contains("AnswerSlip")) {
                submit(head, petition, "AnswerSlip", Map.of("form_report", Map.of("value", "已加固并清理现场")));
            }
            submit(
                    "supervisor",
                    petition,
                    "FollowSlip",
                    Map.of("form_lift", Map.of("value", "true"), "form_note", Map.of("value", "情况属实，予以解除")));
        }
    }

    private void submit(String account, String petition, String word, Map<String, ?> fields) {
        Clerk clerk = clerk(account);
        String task = clerk.task(petition, word).path("id").asText();
        webapp(account, "tasklist")
                .post(Webapp.ENGINE + "/task/" + task + "/submit-form", Map.of("variables", fields))
                .ok();
    }
}
