package cn.wenzheng;

import static cn.wenzheng.city.Webapp.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Webapp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A petition that no unit wants: supervision rules whose it is, and every minute has its owner. */
class RulingTest extends CityTest {

    private static final String RULING = "新华街东段路灯由路灯管理处养护";

    @Autowired
    private JdbcClient rows;

    @Autowired
    private Clock clock;

    @AfterEach
    void theStartValueHoldsAgain() {
        rows.sql("DELETE FROM return_rule").update();
    }

    @Test
    void theSecondReturnEndsWithTheSupervisionOffice() {
        Citizen citizen = filedAndAssigned(LIGHTING, POWER);
        String number = citizen.number();
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertStandsAt(number, "AssignPetition");
        dispatcher.assigns(number, ROADS).ok();
        clerk(ROADS).saysNotOurs(number).ok();

        assertStandsAt(number, "ArbitratePetition");
        assertThat(dispatcher.assigns(number, LIGHTING).status()).isEqualTo(409);
        assertThat(supervisor.task(number, "ArbitratePetition").path("due").asText())
                .isNotEmpty();
        assertThat(notices(supervisor, number)).contains("new-task");
        assertThat(citizen.looks().path("stage").asText()).isEqualTo("arbitration");
        assertThat(actions(supervisor, number)).contains("arbitrate");
        assertThat(actions(dispatcher, number)).doesNotContain("arbitrate", "assign");

        assertThat(rules(dispatcher, number, LIGHTING).status()).isEqualTo(403);
        assertThat(rules(supervisor, number, "nowhere").status()).isEqualTo(422);
        rules(supervisor, number, LIGHTING).ok();
        assertStandsAt(number, "HandlePetition");
        assertThat(rules(supervisor, number, ROADS).status()).isEqualTo(409);
        assertThat(clerk(LIGHTING).sheet(number).path("timeline").toString()).contains("arbitrated", RULING);
        assertThat(citizen.looks().toString()).contains("arbitrated").doesNotContain(RULING);

        Reply again = clerk(LIGHTING).saysNotOurs(number);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("type").asText()).contains("return-closed");
        Reply elsewhere = dispatcher.reassigns(number, ROADS);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.body().path("type").asText()).contains("ruling-binds");
        assertThat(actions(dispatcher, number)).doesNotContain("reassign");
        assertStandsAt(number, "HandlePetition");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertIsOver(number);
        assertThat(engine.incidents()).isZero();
        assertThat(engine.tablesThatHold(RULING)).isEmpty();
    }

    @Test
    void theSupervisorRulesInTasklistToo() {
        String number = twiceReturned();
        Webapp tasklist = webapp("supervisor", "tasklist");
        String task = supervisor.task(number, "ArbitratePetition").path("id").asText();
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/form")
                        .ok()
                        .at("/camundaFormRef/key")
                        .asText())
                .isEqualTo("arbitratePetition");
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/form-variables")
                        .ok()
                        .at("/units/value")
                        .asText())
                .contains(LIGHTING);
        Reply empty = tasklist.post(
                ENGINE + "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("form_lead", Map.of("value", POWER))));
        assertThat(empty.status()).isEqualTo(422);
        tasklist.post(
                        ENGINE + "/task/" + task + "/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "form_lead", Map.of("value", POWER),
                                        "form_ruling", Map.of("value", RULING))))
                .ok();
        assertThat(clerk(POWER).tasks(number)).containsExactly("HandlePetition");
        assertThat(engine.tablesThatHold(RULING)).isEmpty();
    }

    @Test
    void aPetitionThatWaitsForARulingCanBeWithdrawn() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        clerk(LIGHTING).saysNotOurs(citizen.number()).ok();
        dispatcher.assigns(citizen.number(), ROADS).ok();
        clerk(ROADS).saysNotOurs(citizen.number()).ok();
        citizen.withdraws();
        assertIsOver(citizen.number());
        assertThat(supervisor.tasks(citizen.number())).isEmpty();
    }

    @Test
    void theAdministratorSetsHowManyReturnsThereMayBe() {
        Clerk admin = clerk("admin");
        assertThat(sets(admin, 0).status()).isEqualTo(422);
        assertThat(sets(supervisor, 3).status()).isEqualTo(403);
        sets(admin, 1).ok();
        assertThat(admin.caller()
                        .get("/api/admin/returns")
                        .ok()
                        .at("/items/0/returns")
                        .asInt())
                .isEqualTo(1);
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertStandsAt(number, "ArbitratePetition");

        sets(admin, 3).ok();
        String other = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).saysNotOurs(other).ok();
        dispatcher.assigns(other, ROADS).ok();
        clerk(ROADS).saysNotOurs(other).ok();
        assertStandsAt(other, "AssignPetition");
    }

    @Test
    void everyMinuteHasItsOwner() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        pass("PT95M");
        clerk(LIGHTING).saysNotOurs(number).ok();
        pass("PT7M");
        dispatcher.assigns(number, ROADS).ok();
        pass("PT65M");
        clerk(ROADS).answers(number, INTERNAL, ANSWER).ok();
        pass("PT30M");
        JsonNode minutes =
                reviewer.caller().get("/api/petitions/" + number + "/minutes").ok();
        long sum = 0;
        for (JsonNode part : minutes.path("parts")) {
            sum += part.path("minutes").asLong();
        }
        assertThat(sum).isEqualTo(minutes.path("age").asLong()).isGreaterThanOrEqualTo(197);
        assertThat(part(minutes, LIGHTING).path("minutes").asLong()).isBetween(95L, 96L);
        assertThat(part(minutes, LIGHTING).path("charged").asBoolean()).isFalse();
        assertThat(part(minutes, ROADS).path("minutes").asLong()).isBetween(65L, 66L);
        assertThat(part(minutes, ROADS).path("charged").asBoolean()).isTrue();
        assertThat(minutes.at("/beside/0/unit").asText()).isEqualTo(POWER);
        assertThat(minutes.at("/beside/0/minutes").asLong()).isBetween(95L, 96L);
        assertThat(clerk(LIGHTING)
                        .caller()
                        .get("/api/petitions/" + number + "/minutes")
                        .status())
                .isEqualTo(404);

        JsonNode units =
                clerk("assessor").caller().get("/api/assessment/minutes").ok();
        assertThat(units.path("items")).anySatisfy(line -> {
            assertThat(line.path("unit").asText()).isEqualTo(ROADS);
            assertThat(line.path("petitions").asLong()).isPositive();
            assertThat(line.path("chargedMinutes").asLong()).isGreaterThanOrEqualTo(65);
        });
        assertThat(dispatcher.caller().get("/api/assessment/minutes").status()).isEqualTo(403);
    }

    @Test
    void theWaitForThePetitionerIsNoUnitsTime() {
        String number = filedAndAssigned(LIGHTING).number();
        pass("PT20M");
        pauses(number, "waiting-for-petitioner").ok();
        pass("PT40M");
        resumes(number).ok();
        pass("PT10M");
        pauses(number, "season").ok();
        pass("PT25M");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        JsonNode minutes =
                reviewer.caller().get("/api/petitions/" + number + "/minutes").ok();
        assertThat(minutes.path("age").asLong()).isBetween(95L, 97L);
        assertThat(part(minutes, LIGHTING).path("minutes").asLong()).isBetween(29L, 32L);
        long waited = 0;
        long centre = 0;
        for (JsonNode part : minutes.path("parts")) {
            waited += part.path("owner").asText().equals("petitioner")
                    ? part.path("minutes").asLong()
                    : 0;
            centre += part.path("owner").asText().equals("centre")
                    ? part.path("minutes").asLong()
                    : 0;
        }
        assertThat(waited).isBetween(39L, 41L);
        assertThat(centre).isBetween(24L, 27L);
    }

    private Reply pauses(String number, String reason) {
        String until = LocalDate.now(clock).plusDays(20).toString();
        return dispatcher
                .caller()
                .post("/api/petitions/" + number + "/pause", Map.of("reason", reason, "until", until));
    }

    private Reply resumes(String number) {
        return dispatcher.caller().post("/api/petitions/" + number + "/resume", Map.of());
    }

    private String twiceReturned() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).saysNotOurs(number).ok();
        dispatcher.assigns(number, ROADS).ok();
        clerk(ROADS).saysNotOurs(number).ok();
        return number;
    }

    private static Reply rules(Clerk clerk, String number, String lead) {
        return clerk.caller().post("/api/petitions/" + number + "/arbitrate", Map.of("lead", lead, "ruling", RULING));
    }

    private static Reply sets(Clerk clerk, int returns) {
        return clerk.caller().post("/api/admin/returns", Map.of("returns", returns));
    }

    private void pass(String time) {
        clerk("admin").caller().post("/api/demo/clock", Map.of("advance", time)).ok();
    }

    private static JsonNode part(JsonNode minutes, String unit) {
        for (JsonNode part : minutes.path("parts")) {
            if (part.path("unit").asText().equals(unit)) {
                return part;
            }
        }
        throw new AssertionError("no part of " + unit + " in " + minutes);
    }

    private static String actions(Clerk clerk, String number) {
        return clerk.sheet(number).path("actions").toString();
    }

    private static List<String> notices(Clerk clerk, String number) {
        return clerk.caller().get("/api/notices?size=200").ok().path("items").findParents("petition").stream()
                .filter(notice -> notice.path("petition").asText().equals(number))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }
}
