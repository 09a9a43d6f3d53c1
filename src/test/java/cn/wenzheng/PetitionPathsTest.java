package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The other ways a petition can go. */
class PetitionPathsTest extends CityTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aRefusedPetitionEndsWithTheReasonAndWhereToTurn() {
        Citizen citizen = files();
        operator.refuses(citizen.number(), "请向吴忠市政府反映").ok();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("refused");
        assertThat(citizen.looks().path("answers").toString()).contains("请向吴忠市政府反映");
        assertIsOver(citizen.number());
        assertThat(operator.accepts(citizen.number()).status()).isEqualTo(409);
    }

    @Test
    void aWithdrawnPetitionLeavesNoTaskToAnybody() {
        Citizen citizen = filedAndAssigned(LIGHTING, POWER);
        citizen.withdraws();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("withdrawn");
        assertIsOver(citizen.number());
        assertThat(clerk(LIGHTING).answers(citizen.number(), INTERNAL, ANSWER).status())
                .isEqualTo(409);
    }

    @Test
    void aReassignedPetitionLeavesTheOldUnitAtOnce() {
        String number = filedAndAssigned(LIGHTING).number();
        dispatcher.reassigns(number, ROADS).ok();
        assertThat(clerk(LIGHTING).tasks(number)).isEmpty();
        assertThat(clerk(LIGHTING).caller().get("/api/petitions/" + number).status())
                .isEqualTo(404);
        assertThat(clerk(LIGHTING).answers(number, INTERNAL, ANSWER).status()).isEqualTo(404);
        assertThat(clerk(ROADS).tasks(number)).containsExactly("HandlePetition");
        assertStandsAt(number, "HandlePetition");
    }

    @Test
    void aReassignedPetitionKeepsItsAssistingUnit() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(POWER).signs(number).ok();
        dispatcher.reassigns(number, ROADS).ok();
        assertThat(clerk(POWER).tasks(number)).containsExactly("HandlePetition");
        assertStandsAt(number, "HandlePetition", "HandlePetition");
        passUntilOverdue(clerk(ROADS), number);
        assertThat(engine.incidents()).isZero();
        assertThat(rungs(number, POWER)).as("late, but signed for").doesNotContain("NOT_SIGNED");
    }

    private List<String> rungs(String number, String unit) {
        return jdbc.queryForList(
                "SELECT rule FROM supervision_slip WHERE petition = ? AND unit = ?", String.class, number, unit);
    }

    @Test
    void theLeadsNotOursEndsAllPartsAndLeadsBackToAssignment() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertStandsAt(number, "AssignPetition");
        assertThat(clerk(POWER).tasks(number)).isEmpty();
        dispatcher.assigns(number, ROADS).ok();
        assertThat(clerk(ROADS).tasks(number)).containsExactly("HandlePetition");
    }

    @Test
    void anAssistingUnitsNotOursEndsItsOwnPartOnly() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(POWER).saysNotOurs(number).ok();
        assertThat(clerk(POWER).tasks(number)).isEmpty();
        assertStandsAt(number, "HandlePetition");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertStandsAt(number, "ReviewPetition");
    }

    @Test
    void theLeadAnswersLastOrSaysWhatIsMissing() {
        Citizen citizen = filedAndAssigned(LIGHTING, POWER, ROADS);
        String number = citizen.number();
        clerk(ROADS).assists(number, "路面无塌陷").ok();
        assertThat(clerk(LIGHTING).answers(number, INTERNAL, ANSWER).status()).isEqualTo(409);
        assertStandsAt(number, "HandlePetition", "HandlePetition");
        clerk(LIGHTING).answersWithDissent(number, ANSWER, "供电公司尚未反馈线路情况").ok();
        assertStandsAt(number, "ReviewPetition");
        assertThat(reviewer.sheet(number).path("units").toString()).contains("供电公司尚未反馈线路情况");
        assertThat(citizen.looks().toString()).doesNotContain("供电公司尚未反馈线路情况", "路面无塌陷");
    }

    @Test
    void anAnswerSentBackIsAnsweredAnewByTheLead() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING).answers(number, INTERNAL, "已处理").ok();
        reviewer.sendsBack(number).ok();
        assertStandsAt(number, "HandlePetition");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertIsOver(number);
    }

    @Test
    void onlyTheLateOneOfThreeUnitsIsNamed() {
        String number = filedAndAssigned(LIGHTING, POWER, ROADS).number();
        clerk(POWER).assists(number, "线路正常").ok();
        clerk(ROADS).assists(number, "路面无塌陷").ok();
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(facts(number)).containsExactly("handling " + LIGHTING, "handling " + LIGHTING);
        engine.firesWhatIsDue();
        assertThat(facts(number)).hasSize(2);
        assertThat(engine.incidents()).isZero();
    }
}
