package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A petition that began with an earlier model, which knows no ruling, goes back to the dispatcher however often. */
@ContextConfiguration(initializers = EarlierModelTest.OfItsOwn.class, inheritInitializers = false)
class EarlierModelTest extends CityTest {

    @Autowired
    private JdbcClient rows;

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

    @Test
    void anEarlierModelKnowsNoAnswerAtOnceAndNoQuestion() {
        String number = operator.caller()
                .get("/api/petitions?status=received&size=1")
                .ok()
                .at("/items/0/number")
                .asText();
        Reply asked = operator.caller().post("/api/petitions/" + number + "/ask-back", Map.of("question", "在哪里？"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().path("type").asText()).endsWith("earlier-model");
        Map<String, Object> answer = Map.of("kind", "inquiry", "category", "C010601", "publicAnswer", "您好");
        assertThat(operator.caller()
                        .post("/api/petitions/" + number + "/answer-at-once", answer)
                        .status())
                .isEqualTo(409);
        assertStandsAt(number, "AcceptPetition");

        Map<String, Object> dispatch = Map.of("kind", "help", "category", "C010601", "lead", LIGHTING);
        JsonNode taken = operator.caller()
                .post("/api/petitions/" + number + "/dispatch", dispatch)
                .ok();
        assertStandsAt(number, "HandlePetition");
        operator.caller()
                .post(
                        "/api/petitions/" + number + "/undo",
                        Map.of("decision", taken.path("decision").asText()))
                .ok();
        assertStandsAt(number, "AcceptPetition");
        operator.refuses(number, "请拨打 12348").ok();
        assertIsOver(number);
    }

    @Test
    void aReviewerCallsBackWhomTheMattersAnswerHasNotHelped() {
        String lead = assigned();
        String member = files().number();
        Map<String, String> attach = Map.of("kind", "help", "category", "C010601", "petition", lead);
        operator.caller().post("/api/petitions/" + member + "/attach", attach).ok();
        String matter = operator.sheet(member).path("matter").asText();
        clerk(leadOf(lead)).answers(lead, INTERNAL, ANSWER).ok();
        reviewer.passes(lead).ok();
        engine.answersMembers();

        String code = rows.sql("SELECT query_code FROM petition WHERE number = ?")
                .param(lead)
                .query(String.class)
                .single();
        new Citizen(stranger, lead, code)
                .acts("rate", Map.of("solved", false, "satisfaction", "dissatisfied"))
                .ok();
        assertStandsAt(lead, "ClosePetition");
        JsonNode flagged = operator.caller().get("/api/matters/" + matter).ok().path("matter");
        assertThat(flagged.path("unhappy").asInt()).isOne();
        reviewer.closes(lead).ok();
        assertIsOver(lead);
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

    /** A city apart from that of other tests: what is decided here is decided there too. */
    static final class OfItsOwn extends EarlierCityTest.Earlier {

        OfItsOwn() {
            super("/earlier/city-at-v8.sql.gz");
        }
    }
}
