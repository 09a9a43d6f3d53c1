package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who hears of a petition on its way, and how a slip goes to and fro between a unit's head and the supervisor. */
class NoticeTest extends CityTest {

    @Test
    void everybodyHearsOfWhatWaitsForHimAndNoLongerThanItWaits() {
        String number = files().number();
        assertThat(unread(operator, number)).containsExactly("new-task");
        operator.accepts(number).ok();
        assertThat(unread(operator, number)).isEmpty();
        assertThat(unread(dispatcher, number)).containsExactly("new-task");
        dispatcher.assigns(number, LIGHTING, POWER).ok();
        assertThat(unread(dispatcher, number)).isEmpty();
        Clerk lead = clerk(LIGHTING);
        assertThat(unread(lead, number)).containsExactly("new-task");
        assertThat(unread(clerk(LIGHTING + "-head"), number)).containsExactly("new-task");
        assertThat(unread(clerk(POWER), number)).containsExactly("new-task");
        assertThat(unread(clerk(ROADS), number)).isEmpty();
        clerk(POWER).assists(number, "已配合").ok();
        assertThat(unread(clerk(POWER), number)).isEmpty();
        lead.answers(number, INTERNAL, ANSWER).ok();
        assertThat(unread(lead, number)).isEmpty();
        assertThat(unread(reviewer, number)).containsExactly("new-task");
        reviewer.sendsBack(number).ok();
        assertThat(unread(lead, number)).containsExactly("sent-back");
        lead.saysNotOurs(number).ok();
        assertThat(unread(dispatcher, number)).containsExactly("returned");
        dispatcher.assigns(number, LIGHTING).ok();
        dispatcher.reassigns(number, ROADS).ok();
        assertThat(unread(lead, number)).containsExactly("taken-away");
        assertThat(unread(clerk(ROADS), number)).containsExactly("new-task");
    }

    @Test
    void whatIsReadIsReadForOnePersonAndSaysSo() {
        String number = filedAndAssigned(LIGHTING).number();
        Clerk handler = clerk(LIGHTING);
        JsonNode notice = notices(handler, number).get(0);
        assertThat(notice.path("unit").asText()).isEqualTo(LIGHTING);
        assertThat(notice.path("slip").isNull()).isTrue();
        assertThat(notice.path("read").asBoolean()).isFalse();
        long before = unread(handler);
        handler.caller()
                .post("/api/notices/" + notice.path("id").asText() + "/read", Map.of())
                .ok();
        assertThat(unread(handler)).isEqualTo(before - 1);
        assertThat(unread(clerk(LIGHTING + "-head"), number)).containsExactly("new-task");
        handler.caller().post("/api/notices/read", Map.of()).ok();
        assertThat(unread(handler)).isZero();
        Clerk stranger = clerk(ROADS);
        Reply refused =
                stranger.caller().post("/api/notices/" + notice.path("id").asText() + "/read", Map.of());
        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void aHeadAnswersASlipAndTheSupervisorExaminesIt() {
        String number = filedAndAssigned(LIGHTING).number();
        Clerk head = clerk(LIGHTING + "-head");
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(unread(head, number)).containsExactlyInAnyOrder("new-task", "urged", "slip-issued");
        assertThat(unread(supervisor, number)).isEmpty();
        String slip = slipOf(number);

        // 1. Only the unit's head may, and there is nothing to rule on yet.
        assertThat(act(clerk(LIGHTING), slip, "report", Map.of("report", "代答")).status())
                .isEqualTo(403);
        assertThat(act(clerk(ROADS + "-head"), slip, "report", Map.of("report", "代答"))
                        .status())
                .isEqualTo(404);
        assertThat(act(supervisor, slip, "rule", Map.of("ruling", "三日内办结")).status())
                .isEqualTo(409);
        assertThat(act(head, slip, "report", Map.of("report", " "))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("report");

        // 2. He answers once; the supervisor hears of it and does not accept it, which raises it.
        act(head, slip, "report", Map.of("report", "已派人处理")).ok();
        assertThat(act(head, slip, "report", Map.of("report", "再答一次")).status()).isEqualTo(409);
        assertThat(unread(supervisor, number)).containsExactly("slip-answered");
        act(supervisor, slip, "decide", Map.of("lift", false, "note", "没有说明何时修好"))
                .ok();
        String red = slipOf(number);
        assertThat(red).isNotEqualTo(slip);
        assertThat(unread(head, number)).containsExactlyInAnyOrder("new-task", "urged", "slip-issued");
        assertThat(unread(supervisor, number)).containsExactly("slip-issued");

        // 3. The answer to the slip of the next rung satisfies.
        act(head, red, "report", Map.of("report", "今晚修好")).ok();
        act(supervisor, red, "decide", Map.of("lift", true, "note", "已落实")).ok();
        assertThat(unread(head, number)).contains("slip-lifted").doesNotContain("slip-issued");
        assertThat(unread(supervisor, number)).isEmpty();
        JsonNode sheet =
                supervisor.caller().get("/api/supervision/slips/" + red).ok();
        assertThat(sheet.path("state").asText()).isEqualTo("lifted");
        assertThat(engine.tablesThatHold("没有说明何时修好")).isEmpty();
        assertThat(engine.tablesThatHold("已派人处理")).isEmpty();
    }

    @Test
    void whatTheCitizenSaysReachesTheUnit() {
        Citizen citizen = files();
        citizen.writes("补充：是十二号楼门前的那一盏");
        String number = citizen.number();
        assertThat(unread(operator, number)).containsExactly("message", "new-task");
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        citizen.writes("今晚又黑了");
        assertThat(unread(clerk(LIGHTING), number)).containsExactly("message", "new-task");
        assertThat(unread(operator, number)).isEmpty();
        assertThat(notices(clerk(LIGHTING), number).toString()).doesNotContain("今晚");
    }

    private static Reply act(Clerk clerk, String slip, String act, Map<String, ?> command) {
        return clerk.caller().post("/api/supervision/slips/" + slip + "/" + act, command);
    }

    private String slipOf(String number) {
        return supervisor
                .caller()
                .get("/api/supervision/slips?petition=" + number)
                .ok()
                .at("/items/0/id")
                .asText();
    }

    private static long unread(Clerk clerk) {
        return clerk.caller().get("/api/notices?size=1").ok().path("unread").asLong();
    }

    private static List<String> unread(Clerk clerk, String number) {
        return notices(clerk, number).stream()
                .map(notice -> notice.path("kind").asText())
                .toList();
    }

    private static List<JsonNode> notices(Clerk clerk, String number) {
        JsonNode page = clerk.caller().get("/api/notices?unread=true&size=200").ok();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(notice -> notice.path("petition").asText().equals(number))
                .toList();
    }
}
