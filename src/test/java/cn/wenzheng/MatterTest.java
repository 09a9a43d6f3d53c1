package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who joins a matter, who leaves it, and who goes on with it when the leading petition has left. */
class MatterTest extends CityTest {

    private static final String NOBODY = "SX-20200101-000001";

    @Autowired
    private JdbcClient rows;

    @Autowired
    private DataSource dataSource;

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
    void theMostUrgentOfThoseWhoWaitTakesOverAndNeverWaitsForLessUrgentWork() {
        String lead = filedAndAssigned(LIGHTING).number();
        classifies(lead, "life").ok();
        String calm = files().number();
        String danger = inDanger();
        attaches(calm, lead).ok();
        attaches(danger, lead).ok();
        assertRefused(classifies(lead, "normal"), 409, "matter-member-more-urgent");
        splits(lead, "另一条街").ok();
        JsonNode now =
                operator.caller().get("/api/matters/" + matterOf(calm)).ok().path("matter");
        assertThat(now.path("lead").asText()).isEqualTo(danger);
        classifies(danger, "normal").ok();
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
        Citizen member = files();
        attaches(member.number(), lead.number()).ok();
        String matter = matterOf(member.number());
        member.withdraws();
        assertThat(stateOf(matter)).isEqualTo("in-hand");
        lead.withdraws();
        assertDissolved(matter);
    }

    @Test
    void isDissolvedWhenTheLeadingOneIsLeftAlone() {
        String lead = filedAndAssigned(LIGHTING).number();
        String member = files().number();
        attaches(member, lead).ok();
        String matter = matterOf(member);
        splits(member, "不是同一件事").ok();
        assertDissolved(matter);
        assertThat(matterOf(lead)).isEqualTo("null");
        assertThat(engine.variable(lead, "matter")).isEmpty();
        assertThat(unitTasks(LIGHTING, lead)).containsExactly(lead);
    }

    @Test
    void isDissolvedWhenItsAnswerHasNobodyElseToReach() {
        String lead = filedAndAssigned(LIGHTING).number();
        Citizen member = files();
        attaches(member.number(), lead).ok();
        String matter = matterOf(lead);
        member.withdraws();
        clerk(LIGHTING).answers(lead, INTERNAL, ANSWER).ok();
        reviewer.passes(lead).ok();
        assertDissolved(matter);
        assertThat(matterOf(lead)).isEqualTo("null");
        reviewer.closes(lead).ok();
        assertIsOver(lead);
    }

    @Test
    void isSignedByTheUnitWhoseAnswerHasPassedWhateverBecomesOfTheLeadingOne() {
        Citizen lead = filedAndAssigned(LIGHTING);
        String member = files().number();
        attaches(member, lead.number()).ok();
        clerk(LIGHTING).answers(lead.number(), INTERNAL, ANSWER).ok();
        reviewer.passes(lead.number()).ok();
        lead.acts("rate", Map.of("solved", false, "satisfaction", "dissatisfied"))
                .ok();
        clerk(LIGHTING).saysNotOurs(lead.number()).ok();
        dispatcher.assigns(lead.number(), ROADS).ok();

        engine.answersMembers();
        assertThat(statusOf(member)).isEqualTo("reviewed");
        assertThat(rows.sql("SELECT unit FROM timeline_entry WHERE petition = ? AND event = 'REVIEWED'")
                        .param(member)
                        .query(String.class)
                        .single())
                .isEqualTo(LIGHTING);
    }

    @Test
    void takesNobodyWhoComplainsOfTheUnitThatHasItAlone() {
        String alone = filedAndAssigned(LIGHTING).number();
        String together = filedAndAssigned(LIGHTING, ROADS).number();
        String complaint =
                Citizen.files(stranger, "投诉照明管理所", "我要投诉市政照明管理所的工作人员态度恶劣").number();
        assertRefused(attaches(complaint, alone), 422, "unit-about-itself");
        assertThat(matterOf(alone)).as("nothing was opened").isEqualTo("null");
        assertStandsAt(complaint, "AcceptPetition");
        attaches(complaint, together).ok();
    }

    @Test
    void leavesTheUnitToADispatcherWhenOneWhoWaitsComplainsAboutIt() {
        Citizen lead = filedAndAssigned(LIGHTING, ROADS);
        String calm = files().number();
        String complaint =
                Citizen.files(stranger, "投诉照明管理所", "我要投诉市政照明管理所的工作人员态度恶劣").number();
        attaches(calm, lead.number()).ok();
        attaches(complaint, lead.number()).ok();
        clerk(ROADS).saysNotOurs(lead.number()).ok();
        lead.withdraws();
        assertStandsAt(calm, "AssignPetition");
        assertRefused(dispatcher.assigns(calm, LIGHTING), 422, "matter-unit-about-itself");
        dispatcher.assigns(calm, ROADS).ok();
        assertThat(clerk(ROADS).tasks(calm)).containsExactly("HandlePetition");
    }

    @Test
    void takesNothingMoreUrgentThanItsLeadingOne() {
        String lead = filedAndAssigned(LIGHTING).number();
        String danger = inDanger();
        assertRefused(attaches(danger, lead), 409, "matter-less-urgent");
        classifies(lead, "life").ok();
        attaches(danger, lead).ok();
    }

    @Test
    void goesOnWithTheTimeOfTheOneWhoseUnitHasWorkedThoughTwoHaveLeft() {
        Citizen lead = filedAndAssigned(LIGHTING);
        Citizen second = files();
        String third = files().number();
        attaches(second.number(), lead.number()).ok();
        attaches(third, lead.number()).ok();
        clerk(LIGHTING).saysNotOurs(lead.number()).ok();
        lead.withdraws();
        assertStandsAt(second.number(), "AssignPetition");
        second.withdraws();
        assertStandsAt(third, "AssignPetition");
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT30H"))
                .ok();
        dispatcher.assigns(third, LIGHTING).ok();
        assertThat(handlingSince(third)).isEqualTo(handlingSince(lead.number()));
    }

    private String stateOf(String matter) {
        return operator.caller()
                .get("/api/matters/" + matter)
                .ok()
                .path("matter")
                .path("state")
                .asText();
    }

    private void assertDissolved(String matter) {
        assertThat(stateOf(matter)).isEqualTo("dissolved");
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
        int version = versionOf(member.number());
        dispatcher.assigns(lead.number(), LIGHTING).ok();
        assertThat(member.looks().path("unit").asText()).contains("照明");
        assertThat(member.looks().path("sameMatter").asInt()).isOne();
        dispatcher.reassigns(lead.number(), ROADS).ok();
        assertThat(member.looks().path("unit").asText()).doesNotContain("照明");
        JsonNode listed = operator.caller()
                .get("/api/petitions?matter=" + matterOf(lead.number()))
                .ok();
        assertThat(StreamSupport.stream(listed.path("items").spliterator(), false)
                        .map(line -> line.path("unit").asText()))
                .containsOnly(ROADS);
        assertThat(versionOf(member.number())).as("nothing is written for it").isEqualTo(version);
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
        lead.adds("我家座机0951-6023456").ok();
        String written =
                Citizen.NAME + "您好，已按" + Citizen.PHONE + "和0951-6023456与您联系，新华街12号门前的路灯已修复，" + "有事请拨打本所电话0951-5041234";
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
        assertThat(told.get(0))
                .contains("路灯已修复", "0951-5041234")
                .doesNotContain(Citizen.NAME, Citizen.PHONE, "6023456", "12号", "明天换");
        assertThat(rows.sql("SELECT occasion FROM outbound_reply WHERE petition = ? ORDER BY id")
                        .param(member.number())
                        .query(String.class)
                        .list())
                .containsSequence("ANSWER", "MESSAGE");
    }

    @Test
    void answersAllOthersWhenOneCannotBeAnswered() {
        String lead = filedAndAssigned(LIGHTING).number();
        List<String> members = List.of(files().number(), files().number(), files().number());
        members.forEach(member -> attaches(member, lead).ok());
        String matter = matterOf(lead);
        String broken = members.get(0);
        rows.sql("""
                        UPDATE public.act_ru_event_subscr SET event_name_ = 'lost' WHERE event_name_ = 'matter.answered'
                        AND proc_inst_id_ IN (SELECT e.proc_inst_id_ FROM public.act_ru_execution e
                                             WHERE e.business_key_ = ? AND e.parent_id_ IS NULL)""").param(broken).update();
        clerk(LIGHTING).answers(lead, INTERNAL, ANSWER).ok();
        reviewer.passes(lead).ok();
        assertThatThrownBy(engine::answersMembers).as("only he is left").isInstanceOf(Refusal.class);

        assertThat(members).map(this::statusOf).containsExactly("assigned", "reviewed", "reviewed");
        JsonNode open = operator.caller().get("/api/matters/" + matter).ok().path("matter");
        assertThat(open.path("answered").asInt())
                .as("the leading one and two more")
                .isEqualTo(3);
        assertThat(open.path("state").asText()).isEqualTo("answering");
        rows.sql("UPDATE public.act_ru_event_subscr SET event_name_ = 'matter.answered' WHERE event_name_ = 'lost'")
                .update();
        engine.answersMembers();
        assertThat(statusOf(broken)).isEqualTo("reviewed");
        assertThat(engine.mattersEver(matter)).containsExactly("COMPLETED");
    }

    @Test
    @Timeout(60)
    void letsAWaitingMemberWithdrawWhileTheMatterIsInUse() throws SQLException {
        String lead = filedAndAssigned(LIGHTING).number();
        Citizen member = files();
        attaches(member.number(), lead).ok();
        String matter = matterOf(lead);
        try (Connection elsewhere = dataSource.getConnection();
                PreparedStatement held =
                        elsewhere.prepareStatement("SELECT 1 FROM matter WHERE number = ? FOR UPDATE")) {
            elsewhere.setAutoCommit(false);
            held.setString(1, matter);
            held.executeQuery().close();
            member.withdraws();
            elsewhere.rollback();
        }
        assertThat(operator.caller()
                        .get("/api/matters/" + matter)
                        .ok()
                        .path("matter")
                        .path("members")
                        .asInt())
                .isOne();
    }

    @Test
    void goesOnWithTheUnitsTimeWhoeverHasWaitedBefore() {
        Citizen lead = filedAndAssigned(LIGHTING);
        String member = files().number();
        String decision = attaches(member, lead.number()).ok().path("decision").asText();
        operator.caller()
                .post("/api/petitions/" + member + "/undo", Map.of("decision", decision))
                .ok();
        attaches(member, lead.number()).ok();
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", "PT30H"))
                .ok();
        lead.withdraws();
        assertThat(handlingSince(member)).isEqualTo(handlingSince(lead.number()));
        assertThat(rows.sql("SELECT count(*) FROM matter WHERE lead = ? AND previous_lead IS NULL")
                        .param(member)
                        .query(Integer.class)
                        .single())
                .as("taken over once")
                .isOne();
    }

    @Test
    void tellsOfPlacesWhatLeadsToNobodysDoor() {
        String lead = filedAndAssigned(LIGHTING).number();
        attaches(files().number(), lead).ok();
        Map<String, String> alone = Map.of("text", "路灯不亮", "address", "丽景街北口");
        String third =
                stranger.post("/api/petitions", alone).ok().path("number").asText();
        attaches(third, lead).ok();

        JsonNode seen =
                clerk(LIGHTING).caller().get("/api/matters/" + matterOf(lead)).ok();
        assertThat(seen.path("places")).hasSize(1);
        assertThat(seen.path("places").get(0).path("place").asText())
                .contains("新华街")
                .doesNotContain("12");
        assertThat(seen.path("places").get(0).path("members").asInt()).isEqualTo(2);
        assertThat(seen.path("elsewhere").asInt()).isOne();
        assertThat(seen.toString()).doesNotContain("丽景街");
        assertThat(visitor(LIGHTING).get("/matters/" + matterOf(lead)).body())
                .contains("其他地点 1 件")
                .doesNotContain("丽景街");
    }

    private String statusOf(String number) {
        return operator.sheet(number).path("status").asText();
    }

    private int versionOf(String number) {
        return rows.sql("SELECT version FROM petition WHERE number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private String inDanger() {
        String number = files().number();
        rows.sql("UPDATE petition SET urgency = 'LIFE' WHERE number = ?")
                .param(number)
                .update();
        return number;
    }

    private Reply classifies(String number, String urgency) {
        return operator.caller()
                .post("/api/petitions/" + number + "/category", Map.of("category", "C010601", "urgency", urgency));
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
