package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.EarlierCityAtV8Test.AtV8;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** A petition that began with an earlier model, which knows no ruling, goes back to the dispatcher however often. */
@ContextConfiguration(initializers = AtV8.class, inheritInitializers = false)
class EarlierModelTest extends CityTest {

    @Test
    void aReturnLeadsBackToAssignmentAsBefore() {
        String number = assigned();
        for (String lead : new String[] {LIGHTING, ROADS, POWER}) {
            clerk(leadOf(number)).saysNotOurs(number).ok();
            assertStandsAt(number, "AssignPetition");
            assertThat(dispatcher.sheet(number).path("stage").asText()).isEqualTo("assignment");
            dispatcher.assigns(number, lead).ok();
        }
        assertThat(supervisor.tasks(number)).doesNotContain("ArbitratePetition");
        clerk(POWER).answers(number, INTERNAL, ANSWER).ok();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertIsOver(number);
        assertThat(engine.incidents()).isZero();
    }

    private String assigned() {
        return operator.caller()
                .get("/api/petitions?status=assigned&size=1")
                .ok()
                .at("/items/0/number")
                .asText();
    }

    private String leadOf(String number) {
        for (JsonNode part : reviewer.sheet(number).path("units")) {
            if (part.path("duty").asText().equals("lead")
                    && part.path("state").asText().equals("in-hand")) {
                return part.path("unit").asText();
            }
        }
        throw new AssertionError("no unit leads " + number);
    }
}
