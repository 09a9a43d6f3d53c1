package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Reply;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A citizen does something about his own petition, with nothing but his code. */
@RecordApplicationEvents
class CitizenActsTest extends CityTest {

    @Autowired
    private CitizenActs acts;

    @Autowired
    private ApplicationEvents events;

    @Test
    void addsUrgesAndIsToldWhenHeMayUrgeAgain() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        citizen.adds("今晚又灭了一盏").ok();
        citizen.acts("replies", Map.of("text", "照旧的地址也行")).ok();
        citizen.acts("urge", Map.of()).ok();
        Reply again = citizen.acts("urge", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asText()).containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(citizen.looks().path("urgeAgainAt").isNull()).isFalse();
        assertThat(citizen.looks().path("answers").toString()).doesNotContain("今晚又灭了一盏");

        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT24H1M"))
                .ok();
        citizen.acts("urge", Map.of()).ok();
        assertThat(trail(citizen.number())).contains("petition-petitioner-urge").doesNotContain("今晚又灭了一盏");
        assertThat(clerk(LIGHTING).sheet(citizen.number()).path("timeline").toString())
                .contains("今晚又灭了一盏", "petitioner-urge");
    }

    @Test
    void answersTheOpenQuestion() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        String messages = "/api/petitions/" + citizen.number() + "/messages";
        clerk(LIGHTING)
                .caller()
                .post(messages, Map.of("text", "是哪一根灯杆？", "question", true))
                .ok();
        assertThat(citizen.looks().path("question").path("text").asText()).isEqualTo("是哪一根灯杆？");
        assertThat(clerk("reviewer").sheet(citizen.number()).path("question").isNull())
                .isFalse();

        citizen.adds("12 号门口那根，" + Citizen.PHONE).ok();
        assertThat(citizen.looks().path("question").isNull()).isTrue();
        JsonNode sheet = clerk(LIGHTING).sheet(citizen.number());
        assertThat(sheet.path("question").isNull()).isTrue();
        assertThat(sheet.path("timeline").toString())
                .contains("\"answer\"", "12 号门口那根")
                .doesNotContain(Citizen.PHONE);
        citizen.adds("谢谢").ok();
        assertThat(citizen.looks().path("timeline").toString()).contains("message-from-citizen");
    }

    @Test
    void readsWhyItWasRefusedAndObjectsOnce() {
        Citizen citizen = files();
        assertThat(citizen.looks().path("refusal").isNull()).isTrue();
        operator.refuses(citizen.number(), "请向吴忠市政府反映").ok();
        JsonNode refusal = citizen.looks().path("refusal");
        assertThat(refusal.path("reason").asText()).isEqualTo("not-this-city");
        assertThat(refusal.path("words").asText()).isEqualTo(RefusalReason.NOT_THIS_CITY.zh());
        assertThat(refusal.path("note").asText()).isEqualTo("请向吴忠市政府反映");
        assertThat(refusal.path("objection").asText()).contains("异议");

        citizen.adds("这盏灯就在本市").ok();
        assertThat(citizen.adds("再说一次").status()).isEqualTo(409);
        assertThat(supervisor.sheet(citizen.number()).path("timeline").toString())
                .contains("objection", "这盏灯就在本市");
        supervisor
                .caller()
                .post("/api/petitions/" + citizen.number() + "/messages", Map.of("text", "复核后维持，理由如下"))
                .ok();
        assertThat(citizen.looks().path("answers").toString()).contains("复核后维持").doesNotContain("这盏灯就在本市");
    }

    @Test
    void theSupervisorWritesToNobodyWhoseCaseIsInWork() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        assertThat(supervisor
                        .caller()
                        .post("/api/petitions/" + citizen.number() + "/messages", Map.of("text", "您好"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ratesOnceBesideTheCallBack() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        Map<String, Object> verdict = Map.of("solved", false, "satisfaction", "dissatisfied", "text", "灯还是不亮");
        assertThat(citizen.acts("rate", verdict).status()).isEqualTo(409);
        clerk(LIGHTING).answers(citizen.number(), INTERNAL, ANSWER).ok();
        reviewer.passes(citizen.number()).ok();
        assertThat(citizen.acts("rate", Map.of("solved", false)).status()).isEqualTo(422);
        citizen.acts("rate", verdict).ok();
        assertThat(citizen.acts("rate", verdict).status()).isEqualTo(409);

        JsonNode sheet = reviewer.sheet(citizen.number());
        assertThat(sheet.path("rating").path("solved").asBoolean(true)).isFalse();
        assertThat(sheet.path("rating").path("satisfaction").asText()).isEqualTo("dissatisfied");
        assertThat(sheet.path("timeline").toString()).contains("灯还是不亮");
        reviewer.closes(citizen.number()).ok();
        assertThat(citizen.looks().path("rating").path("solved").asBoolean(true))
                .as("the call-back does not change his word")
                .isFalse();
        assertThat(trail(citizen.number())).contains("petition-rated").doesNotContain("灯还是不亮");
    }

    @Test
    void withdrawsWithAReason() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        citizen.acts("withdraw", Map.of("reason", "灯已经亮了")).ok();
        assertThat(operator.sheet(citizen.number()).path("timeline").toString()).contains("灯已经亮了");
        for (String act : List.of("urge", "withdraw")) {
            assertThat(citizen.acts(act, Map.of()).status()).as(act).isEqualTo(409);
        }
        assertThat(citizen.adds("还有").status()).isEqualTo(409);
    }

    @Test
    void nothingIsDoneWithoutTheRightCode() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        Citizen guesser = new Citizen(stranger, citizen.number(), "WRONGWRONG22");
        assertThat(guesser.adds("x").status()).isEqualTo(404);
        assertThat(guesser.acts("urge", Map.of()).status()).isEqualTo(404);
        assertThat(guesser.acts("rate", Map.of("solved", true, "satisfaction", "basic"))
                        .status())
                .isEqualTo(404);
        assertThat(guesser.acts("withdraw", Map.of()).status()).isEqualTo(404);
        assertThat(stranger.post("/api/petitions/" + citizen.number() + "/urge?code=" + citizen.queryCode(), Map.of())
                        .status())
                .as("the code may also stand beside the address")
                .isEqualTo(204);
    }

    @Test
    void announcesEveryActInItsTransaction() {
        Citizen citizen = filedAndAssigned(LIGHTING);
        Actor actor = Actor.citizen(Door.PORTAL);
        acts.add(citizen.number(), "补充", List.of(), actor);
        acts.urge(citizen.number(), actor);
        assertThat(events.stream(PetitionEvent.CitizenSpoke.class).map(PetitionEvent.CitizenSpoke::how))
                .containsExactly(TimelineEvent.MESSAGE_FROM_CITIZEN, TimelineEvent.PETITIONER_URGE);
    }

    private String trail(String number) {
        return clerk("auditor")
                .caller()
                .get("/api/audit/petitions/" + number)
                .ok()
                .toString();
    }
}
