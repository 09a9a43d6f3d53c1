package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.access.table.SmallTable;
import cn.wenzheng.access.table.Table;
import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One outage, told once: fifty people report it over three channels, one unit works on it once, each is answered where he
 * spoke, and two who are not content go on alone. The platforms are the simulated ones.
 */
class OutageTest extends CityTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String POWER_CUT = "C010501";
    private static final String BACK = "您好，凤凰小区和新华街的供电已经恢复，给您添麻烦了";

    @Autowired
    private JdbcClient rows;

    private final String day = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, Report> reports = new HashMap<>();
    private final Map<String, Citizen> atThePortal = new HashMap<>();
    private Caller admin;

    /** What one person says, and where. */
    private record Report(String channel, String user, String title, String text) {}

    @BeforeEach
    void theAdministratorIsThere() {
        admin = clerk("admin").caller();
    }

    @Test
    void anOutageReportedByFiftyIsHandledOnceAndAnsweredFiftyTimes() throws IOException {
        // 1. Fifty people speak, on Weibo, on WeChat and at the portal.
        fiftySpeak();
        assertThat(reports).hasSize(50);
        String lead = atThePortal.keySet().iterator().next();

        // 2. The operator takes the first one on and says of the others that they are about the same. One of them lives
        // on a device that needs power: nobody's work is less urgent than that.
        operator.caller()
                .post(
                        "/api/petitions/" + lead + "/accept",
                        Map.of("kind", "help", "category", POWER_CUT, "urgency", "life"))
                .ok();
        others(lead).forEach(number -> attaches(number, lead).ok());
        String matter = matterOf(lead);
        assertThat(rows.sql("SELECT count(*) FROM matter_member WHERE matter = ?")
                        .param(matter)
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        time("PT1M");

        // 3. The dispatcher gives it out; the unit has one task, and sees how many there are, but none of their words.
        dispatcher.assigns(lead, POWER).ok();
        Clerk handler = clerk(POWER);
        assertThat(tasksOf(handler)).containsExactly(lead);
        JsonNode seen = handler.caller().get("/api/matters/" + matter).ok();
        assertThat(seen.path("matter").path("members").asInt()).isEqualTo(50);
        assertThat(total(handler, "/api/petitions?matter=" + matter)).isOne();
        assertThat(total(operator, "/api/petitions?matter=" + matter)).isEqualTo(50);
        String member = others(lead).get(7);
        assertThat(handler.caller().get("/api/petitions/" + member).status()).isEqualTo(404);
        assertThat(operator.sheet(member).path("status").asText()).isEqualTo("assigned");
        assertThat(engine.variable(member, "matter")).containsExactly(matter);

        // 4. What waits is in nobody's hands: no unit, no dispatcher takes it by itself while it waits.
        assertThat(dispatcher.reassigns(member, ROADS).status()).isEqualTo(409);

        // 5. One petitioner is to hear something more; the unit answers, the reviewer lets the answer out.
        String remarked = others(lead).get(3);
        operator.caller()
                .put("/api/petitions/" + remarked + "/remark", Map.of("text", "您家的电梯已请物业检查"))
                .ok();
        handler.answers(lead, INTERNAL, BACK).ok();
        reviewer.passes(lead).ok();
        engine.answersMembers();
        assertThat(engine.mattersEver(matter)).containsExactly("COMPLETED");

        // 6. Fifty answers, each once, each where its petitioner spoke, each with its own call-back.
        reports.keySet().forEach(number -> {
            assertThat(statusOf(number)).as(number).isEqualTo("REVIEWED");
            assertThat(answersOf(number)).as(number).isOne();
            assertStandsAt(number, "ClosePetition");
        });
        await().atMost(SOON).untilAsserted(() -> {
            engine.firesWhatIsDue();
            reports.forEach((number, report) ->
                    assertThat(heard(number, report)).as(number).isOne());
        });
        assertThat(rows.sql("""
                        SELECT DISTINCT precedence FROM outbound_reply
                        WHERE occasion = 'ANSWER' AND petition IN (SELECT petition FROM matter_member WHERE matter = ?)""").param(matter).query(String.class).list())
                .as("so many hold up nobody's first answer")
                .containsExactly("TO_MANY");
        assertThat(answerOf(remarked))
                .as("where the answer stands everybody reads it")
                .isEqualTo(BACK);
        assertThat(messageOf(remarked)).isEqualTo("您家的电梯已请物业检查");
        assertThat(answerOf(member)).isEqualTo(BACK);

        // 7. Nobody reads anything of another petitioner.
        atThePortal.forEach((number, citizen) -> assertKnowsNothingOfOthers(number, citizen.looks()));
        reports.forEach((number, report) -> assertHearsNothingOfOthers(number, report));

        // 8. Two are not content: one says so in the call-back, one on his page. Each goes on alone, the matter is
        // flagged.
        String called = firstOf("weibo");
        Map<String, ?> notSolved =
                Map.of("reached", true, "contacted", true, "solved", false, "satisfaction", "dissatisfied");
        reviewer.caller().post("/api/petitions/" + called + "/close", notSolved).ok();
        String rated = atThePortal.keySet().stream()
                .filter(number -> !number.equals(lead))
                .findFirst()
                .orElseThrow();
        atThePortal
                .get(rated)
                .acts("rate", Map.of("solved", false, "satisfaction", "dissatisfied"))
                .ok();
        assertThat(tasksOf(handler)).containsExactlyInAnyOrder(called, rated);
        JsonNode flagged = operator.caller().get("/api/matters/" + matter).ok().path("matter");
        assertThat(flagged.path("unhappy").asInt()).isEqualTo(2);
        assertThat(flagged.path("members").asInt()).isEqualTo(48);

        // 9. All others are closed; the two are handled again, each for itself.
        others(called).stream()
                .filter(number -> !number.equals(rated))
                .forEach(number -> reviewer.closes(number).ok());
        List.of(called, rated).forEach(number -> {
            handler.answers(number, INTERNAL, "您家一户的线路已经换新").ok();
            reviewer.passes(number).ok();
            reviewer.closes(number).ok();
        });
        reports.keySet().forEach(this::assertIsOver);
        assertThat(answersOf(called)).isEqualTo(2);
        assertThat(others(called))
                .filteredOn(number -> !number.equals(rated))
                .allSatisfy(number -> assertThat(answersOf(number)).isOne());

        // 10. The trail tells of it, with numbers alone.
        assertThat(trail(lead)).contains("matter-opened", "matter-passed", "matter-answered");
        assertThat(trail(called)).contains("matter-joined", "petition-reviewed", "matter-flagged", "matter-left");
    }

    private void fiftySpeak() throws IOException {
        List<Report> spoken = new ArrayList<>();
        try (InputStream file = getClass().getResourceAsStream("/triage/outage.csv")) {
            List<Table.Row> lines = SmallTable.rows(file.readAllBytes());
            for (Table.Row line : lines.subList(1, lines.size())) {
                List<String> cells = line.cells();
                String user = "u" + day + spoken.size();
                spoken.add(
                        new Report(cells.get(0), user, String.valueOf(line.cell(2)), cells.get(3) + "（" + user + "）"));
            }
        }
        spoken.forEach(this::speaks);
        await().atMost(SOON).until(() -> numbers().size() == 50);
        engine.beginsWhatArrived();
        numbers()
                .forEach((number, text) -> spoken.stream()
                        .filter(report -> report.text().equals(text))
                        .forEach(report -> reports.put(number, report)));
    }

    private void speaks(Report report) {
        if (report.channel().equals("portal")) {
            Citizen citizen = Citizen.files(stranger, report.title(), report.text());
            atThePortal.put(citizen.number(), citizen);
            return;
        }
        Map<String, String> saying = Map.of("user", report.user(), "kind", "message", "text", report.text());
        admin.post("/simulator/" + report.channel() + "/post", saying).ok();
    }

    private Map<String, String> numbers() {
        Map<String, String> found = new HashMap<>();
        rows.sql("SELECT petition, text FROM petition_content WHERE strpos(text, ?) > 0")
                .param("（u" + day)
                .query(row -> {
                    found.put(row.getString("petition"), row.getString("text"));
                });
        return found;
    }

    private Reply attaches(String number, String to) {
        return operator.caller()
                .post(
                        "/api/petitions/" + number + "/attach",
                        Map.of("kind", "help", "category", POWER_CUT, "petition", to));
    }

    private List<String> others(String number) {
        return reports.keySet().stream()
                .filter(other -> !other.equals(number))
                .sorted()
                .toList();
    }

    private String firstOf(String channel) {
        return reports.entrySet().stream()
                .filter(entry -> entry.getValue().channel().equals(channel))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private String matterOf(String number) {
        return operator.sheet(number).path("matter").asText();
    }

    /** The petitions of this outage that the unit has in hand, one task each. */
    private List<String> tasksOf(Clerk handler) {
        JsonNode open = handler.caller().get("/api/tasks?size=200").ok();
        return StreamSupport.stream(open.path("items").spliterator(), false)
                .filter(task -> task.path("task").asText().equals("HandlePetition"))
                .map(task -> task.path("petition").asText())
                .filter(reports::containsKey)
                .toList();
    }

    private static int total(Clerk clerk, String list) {
        return clerk.caller().get(list).ok().path("total").asInt();
    }

    private String statusOf(String number) {
        return rows.sql("SELECT status FROM petition WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private int answersOf(String number) {
        return rows.sql("""
                        SELECT count(*) FROM timeline_entry WHERE petition = ? AND event = 'REVIEWED'""").param(number).query(Integer.class).single();
    }

    private String answerOf(String number) {
        return rows.sql("SELECT text FROM timeline_entry WHERE petition = ? AND event = 'REVIEWED'")
                .param(number)
                .query(String.class)
                .single();
    }

    private String messageOf(String number) {
        return rows.sql("SELECT text FROM timeline_entry WHERE petition = ? AND event = 'MESSAGE_TO_CITIZEN'")
                .param(number)
                .query(String.class)
                .single();
    }

    /** How often the answer has reached him on his platform, or by the mail that he has named at the portal. */
    private int heard(String number, Report report) {
        return report.channel().equals("portal")
                ? rows.sql("SELECT count(*) FROM outbound_reply WHERE petition = ? AND occasion = 'ANSWER'")
                        .param(number)
                        .query(Integer.class)
                        .single()
                : (int) received(report).stream()
                        .filter(reply -> reply.path("text").asText().contains(BACK))
                        .count();
    }

    private List<JsonNode> received(Report report) {
        JsonNode page = admin.get("/simulator/" + report.channel() + "/received?user=" + report.user())
                .ok();
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private void assertKnowsNothingOfOthers(String number, JsonNode page) {
        assertThat(page.path("sameMatter").asInt()).isEqualTo(49);
        others(number)
                .forEach(other -> assertThat(page.toString())
                        .doesNotContain(other)
                        .doesNotContain(reports.get(other).text())
                        .doesNotContain(reports.get(other).user() + "）"));
    }

    private void assertHearsNothingOfOthers(String number, Report report) {
        if (report.channel().equals("portal")) {
            return;
        }
        String heard = received(report).toString();
        others(number)
                .forEach(other -> assertThat(heard)
                        .doesNotContain(other)
                        .doesNotContain(reports.get(other).user() + "）"));
    }

    private List<String> trail(String number) {
        JsonNode trail =
                clerk("auditor").caller().get("/api/audit/petitions/" + number).ok();
        return StreamSupport.stream(trail.path("items").spliterator(), false)
                .map(line -> line.path("action").asText())
                .toList();
    }

    private void time(String passes) {
        admin.post("/api/demo/clock", Map.of("advance", passes)).ok();
        engine.firesWhatIsDue();
    }
}
