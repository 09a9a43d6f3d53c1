package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The life of a petition, told once from beginning to end. */
class PetitionLifecycleTest extends CityTest {

    @Test
    void aPetitionIsSubmittedForgottenEscalatedHandledReviewedAndClosed() {
        // 1. A citizen speaks and takes away a number, a query code and a promise.
        Citizen citizen = files();
        String number = citizen.number();
        assertThat(citizen.looks().path("promisedBy").isNull()).isFalse();
        assertStandsAt(number, "AcceptPetition");

        // 2. The operator takes it on, which keeps the promise; the dispatcher gives it to the lighting office.
        operator.accepts(number).ok();
        assertThat(citizen.looks().path("promiseKept").asBoolean()).isTrue();
        dispatcher.assigns(number, LIGHTING).ok();
        Clerk handler = clerk(LIGHTING);
        assertThat(handler.tasks(number)).containsExactly("HandlePetition");
        assertThat(clerk(ROADS).tasks(number)).isEmpty();

        // 3. The unit signs and forgets it. Time passes, and supervision comes by itself: a warning, then a slip.
        assertThat(supervisor.tasks(number)).isEmpty();
        passUntilOverdue(handler, number);
        assertThat(supervisor.tasks(number)).containsExactly("FollowSlip");
        assertThat(clerk(LIGHTING + "-head").tasks(number)).contains("AnswerSlip");
        assertThat(facts(number)).containsExactly("handling " + LIGHTING, "handling " + LIGHTING);

        // 4. The unit answers, and the reviewer lets the answer out.
        handler.answers(number, INTERNAL, ANSWER).ok();
        assertStandsAt(number, "ReviewPetition");
        assertThat(citizen.looks().path("answers").toString()).doesNotContain(ANSWER);
        reviewer.passes(number).ok();
        assertStandsAt(number, "ClosePetition");

        // 5. The citizen is called back and the case is closed; its page shows the answer and nothing internal.
        reviewer.closes(number).ok();
        JsonNode page = citizen.looks();
        assertThat(page.path("status").asText()).isEqualTo("closed");
        assertThat(page.path("answers").toString()).contains(ANSWER);
        assertThat(page.toString()).doesNotContain(INTERNAL);

        // 6. The engine has let go of it, remembers one instance and not a word of what was said.
        assertThat(engine.instances(number)).isZero();
        assertThat(engine.instancesEver(number)).isOne();
        for (String secret : List.of("路灯坏了三天", INTERNAL, ANSWER, Citizen.NAME, Citizen.PHONE, Citizen.EMAIL)) {
            assertThat(engine.tablesThatHold(secret)).as(secret).isEmpty();
        }
        assertThat(engine.tablesThatHold(number)).as("the search can find").isNotEmpty();

        // 7. The auditor finds every step in its order, and who took it, and the two mails that told the citizen.
        List<String> trail = trail(number);
        assertThat(trail).filteredOn("delivery-queued system"::equals).hasSize(2);
        assertThat(trail)
                .filteredOn(step -> !step.startsWith("delivery-"))
                .containsExactly(
                        "petition-received citizen",
                        "petition-accepted operator",
                        "petition-assigned dispatcher",
                        "petition-signed " + LIGHTING,
                        "limit-urged system",
                        "slip-issued system",
                        "slip-superseded system",
                        "slip-issued system",
                        "petition-handled " + LIGHTING,
                        "petition-reviewed reviewer",
                        "petition-closed reviewer");
    }

    private List<String> trail(String number) {
        JsonNode trail =
                clerk("auditor").caller().get("/api/audit/petitions/" + number).ok();
        return StreamSupport.stream(trail.path("items").spliterator(), false)
                .map(line ->
                        line.path("action").asText() + " " + line.path("actor").asText())
                .toList();
    }
}
