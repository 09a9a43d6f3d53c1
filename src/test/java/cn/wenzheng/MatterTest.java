package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who joins a matter, who leaves it, and who goes on with it when the leading petition has left. */
class MatterTest extends CityTest {

    private static final String NOBODY = "SX-20200101-000001";

    @Autowired
    private JdbcClient rows;

    @Test
    void takesWhoeverIsAboutTheSameUntilItIsAnswered() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        attaches(member, lead).ok();
        String third = files().number();

        assertRefused(attaches(third, third), 422, "matter-of-itself");
        assertRefused(attaches(third, NOBODY), 422, "matter-unknown");
        assertRefused(attaches(third, "WZ-20200101-000001"), 422, "petition-unknown");
        assertRefused(attaches(third, files().number()), 409, "matter-not-in-hand");
        attaches(third, member).ok();
        assertThat(matterOf(third)).as("a member means its matter").isEqualTo(matterOf(lead));

        clerk(LIGHTING).answers(lead, INTERNAL, ANSWER).ok();
        attaches(files().number(), matterOf(lead)).ok();
        reviewer.passes(lead).ok();
        assertRefused(attaches(files().number(), lead), 409, "matter-answered");
        assertThat(unitTasks(LIGHTING, lead, member, third)).isEmpty();
    }

    @Test
    void letsAMemberGoBackToBeAssignedByItself() {
        String lead = filedAndAssigned(LIGHTING).number();
        Citizen citizen = files();
        attaches(citizen.number(), lead).ok();
        assertThat(splits(citizen.number(), "").status()).isEqualTo(422);
        splits(citizen.number(), "不是同一盏灯").ok();

        assertStandsAt(citizen.number(), "AssignPetition");
        assertThat(operator.sheet(citizen.number()).path("status").asText()).isEqualTo("accepted");
        assertThat(engine.variable(citizen.number(), "matter")).isEmpty();
        assertThat(trail(citizen.number())).contains("matter-joined", "matter-left", "petition-left-matter");
        dispatcher.assigns(citizen.number(), ROADS).ok();
        assertThat(clerk(ROADS).tasks(citizen.number())).containsExactly("HandlePetition");
        assertRefused(splits(citizen.number(), "再分一次"), 409, "in-no-matter");
    }

    @Test
    void givesTheWorkToTheOldestMemberWhenTheLeadingOneIsWithdrawn() {
        Citizen lead = filedAndAssigned(LIGHTING, ROADS);
        String oldest = files().number();
        String youngest = files().number();
        attaches(oldest, lead.number()).ok();
        attaches(youngest, lead.number()).ok();
        String matter = matterOf(oldest);
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT30H"))
                .ok();
        lead.withdraws();

        assertThat(engine.standsAt(oldest)).containsExactly("HandlePetition", "HandlePetition");
        assertThat(clerk(LIGHTING).tasks(oldest)).containsExactly("HandlePetition");
        assertThat(clerk(ROADS).tasks(oldest)).containsExactly("HandlePetition");
        assertThat(engine.standsAt(youngest)).as("it waits").isEmpty();
        assertThat(engine.instances(youngest)).isOne();
        assertThat(operator.sheet(youngest).path("status").asText()).isEqualTo("assigned");
        JsonNode now = operator.caller().get("/api/matters/" + matter).ok().path("matter");
        assertThat(now.path("lead").asText()).isEqualTo(oldest);
        assertThat(now.path("members").asInt()).isEqualTo(2);
        assertThat(handlingSince(oldest)).as("the units' time goes on").isEqualTo(handlingSince(lead.number()));
        assertThat(operator.sheet(oldest).path("ledger").toString()).contains("matter-lead-changed");
        assertThat(trail(oldest)).contains("petition-leads-matter", "matter-lead-changed", "petition-assigned");
    }

    @Test
    void leavesTheLeadingOneWithItsUnitWhenItIsSplitOff() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        attaches(member, lead).ok();
        splits(lead, "另一条街").ok();

        assertThat(unitTasks(LIGHTING, lead, member)).containsExactlyInAnyOrder(lead, member);
        assertThat(matterOf(lead)).isEqualTo("null");
        assertThat(operator.caller()
                        .get("/api/matters/" + matterOf(member))
                        .ok()
                        .path("matter")
                        .path("lead")
                        .asText())
                .isEqualTo(member);
    }

    @Test
    void isDissolvedWithItsLastMember() {
        Citizen lead = filedAndAssigned(LIGHTING);
        String member = files().number();
        attaches(member, lead.number()).ok();
        String matter = matterOf(member);
        splits(member, "不是同一件事").ok();
        lead.withdraws();

        assertThat(operator.caller()
                        .get("/api/matters/" + matter)
                        .ok()
                        .path("matter")
                        .path("state")
                        .asText())
                .isEqualTo("dissolved");
        assertThat(engine.mattersEver(matter)).containsExactly("COMPLETED");
    }

    @Test
    void waitsWithoutAUnitUntilTheLeadingOneIsAssigned() {
        Citizen lead = files();
        operator.accepts(lead.number()).ok();
        Citizen member = files();
        attaches(member.number(), lead.number()).ok();
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT1M"))
                .ok();
        assertThat(member.looks().path("unit").asText()).isNotEqualTo("null").isNotEmpty();
        dispatcher.assigns(lead.number(), LIGHTING).ok();
        assertThat(member.looks().path("unit").asText()).contains("照明");
        assertThat(member.looks().path("sameMatter").asInt()).isOne();
        dispatcher.reassigns(lead.number(), ROADS).ok();
        assertThat(member.looks().path("unit").asText()).doesNotContain("照明");
    }

    @Test
    void forgetsAnAttachingThatIsTakenBack() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        String decision = attaches(member, lead).ok().path("decision").asText();
        String matter = matterOf(member);
        operator.caller()
                .post("/api/petitions/" + member + "/undo", Map.of("decision", decision))
                .ok();

        assertStandsAt(member, "AcceptPetition");
        assertThat(matterOf(member)).isEqualTo("null");
        assertThat(matterOf(lead)).isEqualTo("null");
        assertThat(engine.mattersEver(matter)).containsExactly("COMPLETED");
        attaches(member, lead).ok();
        assertThat(matterOf(member)).isNotEqualTo(matter);
    }

    @Test
    void isSeenByWhoeverMaySeeItsLeadingPetition() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        attaches(member, lead).ok();
        String matter = matterOf(lead);

        Clerk unit = clerk(LIGHTING);
        assertThat(unit.caller().get("/api/matters/" + matter).status()).isEqualTo(200);
        assertThat(unit.sheet(lead).path("matter").asText()).isEqualTo(matter);
        assertThat(clerk(ROADS).caller().get("/api/matters/" + matter).status()).isEqualTo(404);
        assertThat(clerk("admin").caller().get("/api/matters/" + matter).status())
                .isEqualTo(404);
        assertThat(unit.caller().get("/api/petitions/" + member).status()).isEqualTo(404);
        assertThat(unit.caller()
                        .get("/api/petitions?matter=" + matter)
                        .ok()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void standsOnItsPageWithTheMembersThatTheReaderMaySee() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        attaches(member, lead).ok();
        String matter = matterOf(lead);

        Visitor centre = visitor("operator");
        assertThat(centre.get("/matters").body()).contains(matter);
        assertThat(centre.get("/matters/" + matter).body())
                .contains(lead, member, "主件", "逐件告知每位诉求人")
                .doesNotContain("您可以看其中");
        assertThat(centre.get("/petitions/" + member).body()).contains(matter, lead, "从事项中分出", "加附言");
        Visitor unit = visitor(LIGHTING);
        assertThat(unit.get("/matters/" + matter).body())
                .contains(lead, "您可以看其中 1 件，共 2 件")
                .doesNotContain(member);
        assertThat(unit.get("/petitions/" + lead).body())
                .contains("本件为主件，另有 1 件诉求等待同一答复")
                .doesNotContain(member);
        assertThat(visitor(ROADS).get("/matters/" + matter).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheOthersNothingOfWhomTheAnswerWasWrittenTo() {
        Citizen lead = filedAndAssigned(LIGHTING);
        Citizen member = files();
        attaches(member.number(), lead.number()).ok();
        operator.caller()
                .put("/api/petitions/" + member.number() + "/remark", Map.of("text", "您家门口的灯明天换"))
                .ok();
        String written = Citizen.NAME + "您好，已按" + Citizen.PHONE + "与您联系，新华街12号门前的路灯已修复";
        clerk(LIGHTING).answers(lead.number(), INTERNAL, written).ok();
        assertThat(visitor("reviewer").get("/petitions/" + lead.number()).body())
                .contains("还会发给另外 1 位诉求人");
        reviewer.passes(lead.number()).ok();
        engine.answersMembers();

        assertThat(lead.looks().toString()).contains(written);
        List<String> told =
                rows.sql("""
                        SELECT coalesce(text, '') FROM timeline_entry WHERE petition = ? AND event IN ('REVIEWED', 'MESSAGE_TO_CITIZEN')
                        ORDER BY id""").param(member.number()).query(String.class).list();
        assertThat(told).hasSize(2).last().isEqualTo("您家门口的灯明天换");
        assertThat(told.get(0)).contains("门前的路灯已修复").doesNotContain(Citizen.NAME, Citizen.PHONE, "12号", "明天换");
        assertThat(rows.sql("SELECT occasion FROM outbound_reply WHERE petition = ? ORDER BY id")
                        .param(member.number())
                        .query(String.class)
                        .list())
                .containsSequence("ANSWER", "MESSAGE");
    }

    private Visitor visitor(String account) {
        Visitor visitor = new Visitor(URI.create(stranger.address()).getPort());
        visitor.logIn(account, "Wenzheng-demo-1");
        return visitor;
    }

    private Reply attaches(String number, String to) {
        return operator.caller()
                .post(
                        "/api/petitions/" + number + "/attach",
                        Map.of("kind", "help", "category", "C010601", "petition", to));
    }

    private Reply splits(String number, String reason) {
        return operator.caller().post("/api/petitions/" + number + "/split", Map.of("reason", reason));
    }

    private static void assertRefused(Reply reply, int status, String slug) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("type").asText()).endsWith(slug);
    }

    private String matterOf(String number) {
        return operator.sheet(number).path("matter").asText();
    }

    private List<String> unitTasks(String unit, String... numbers) {
        return List.of(numbers).stream()
                .filter(number -> clerk(unit).tasks(number).contains("HandlePetition"))
                .toList();
    }

    private Timestamp handlingSince(String number) {
        return rows.sql("SELECT started_at FROM deadline WHERE petition = ? AND stage = 'HANDLING' AND unit = ?")
                .params(number, LIGHTING)
                .query(Timestamp.class)
                .single();
    }

    private List<String> trail(String number) {
        JsonNode trail =
                clerk("auditor").caller().get("/api/audit/petitions/" + number).ok();
        return StreamSupport.stream(trail.path("items").spliterator(), false)
                .map(line -> line.path("action").asText())
                .toList();
    }
}
