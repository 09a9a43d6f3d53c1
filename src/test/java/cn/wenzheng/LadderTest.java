package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Webapp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody moves, and supervision comes by itself, rung by rung; whoever moves stops it. */
class LadderTest extends CityTest {

    private static final Duration STEP = Duration.ofHours(6);

    /** Two weeks of steps: no ladder is longer. */
    private static final int STEPS = 60;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aPetitionNobodyTouchesClimbsTheWholeLadderOncePerRung() {
        String number = filedAndAssigned(LIGHTING).number();
        Instant due = limit(number, "handling", "dueAt");
        Instant near = limit(number, "handling", "remindAt");
        Instant signBy = limit(number, "sign-in", "dueAt");

        // 1. Day after day nobody signs, nobody handles, nobody answers a slip.
        for (int step = 0; step < STEPS && !slips(number).contains("handling raised red-not-met open"); step++) {
            passes(STEP);
        }
        passes(STEP);

        // 2. Both limits have come to every rung, each with a slip of its own, and only the last ones wait.
        assertThat(slips(number))
                .containsExactlyInAnyOrder(
                        "sign-in blue not-signed superseded",
                        "sign-in yellow blue-not-met superseded",
                        "sign-in red yellow-not-met superseded",
                        "sign-in raised red-not-met open",
                        "handling blue near-expiry superseded",
                        "handling yellow overdue superseded",
                        "handling red yellow-not-met superseded",
                        "handling raised red-not-met open");

        // 3. Each rung is a fact, and what was missed stands there with its true instant.
        assertThat(of(facts(), number, fact -> text(fact, "stage") + " " + text(fact, "rung")))
                .containsExactlyInAnyOrder(
                        "sign-in blue",
                        "sign-in yellow",
                        "sign-in red",
                        "sign-in raised",
                        "handling blue",
                        "handling yellow",
                        "handling red",
                        "handling raised");
        assertThat(of(facts(), number, fact -> text(fact, "rule") + " " + instant(fact, "at")))
                .contains("near-expiry " + near, "overdue " + due, "not-signed " + signBy);

        // 4. The unit was told of each once; its parent's head and supervision from red on.
        assertThat(notices(number))
                .containsOnlyOnce("unit-0106 URGED handling")
                .contains("unit-0106 SLIP_ISSUED blue", "unit-0106 SLIP_ISSUED yellow", "unit-0106 SLIP_ISSUED red")
                .contains("role-supervisor SLIP_ISSUED red", "role-supervisor SLIP_ISSUED raised")
                .doesNotContain("role-supervisor SLIP_ISSUED blue", "role-supervisor SLIP_ISSUED yellow");
        assertThat(notices(number).stream()
                        .filter(line -> line.startsWith("head-") && line.endsWith("SLIP_ISSUED red")))
                .hasSize(2);

        // 5. The head of supervision has to rule, the unit is asked no more, and its own task is still there.
        assertThat(supervisor.tasks(number)).containsExactly("RuleOnSlip", "RuleOnSlip");
        assertThat(clerk(LIGHTING + "-head").tasks(number)).doesNotContain("AnswerSlip");
        assertStandsAt(number, "HandlePetition");
        assertThat(engine.incidents()).isZero();
    }

    @Test
    void aPauseHoldsTheWarningAsLongAsTheLimit() {
        String number = signedFor();
        passesUntil(limit(number, "handling", "remindAt"));
        Instant before = limit(number, "handling", "dueAt");
        dispatcher
                .caller()
                .post(
                        "/api/petitions/" + number + "/pause",
                        Map.of(
                                "reason",
                                "season",
                                "until",
                                clock.instant().plus(Duration.ofDays(20)).toString()))
                .ok();
        Instant due = limit(number, "handling", "dueAt");
        assertThat(due).isAfter(before.plus(Duration.ofDays(10)));
        assertThat(handsOfSlips(number)).hasSize(3).containsOnly(due);

        passesUntil(before);
        passes(Duration.ofDays(7));
        assertThat(slips(number)).containsExactly("handling blue near-expiry open");

        passesUntil(due);
        assertThat(slips(number))
                .containsExactlyInAnyOrder("handling blue near-expiry superseded", "handling yellow overdue open");
        assertThat(engine.incidents()).isZero();
    }

    /** The dates of the slip's two tasks and of its timer. */
    private List<Instant> handsOfSlips(String number) {
        return jdbc.query("""
                SELECT task.due_date_ FROM act_ru_task task JOIN act_ru_execution e ON e.id_ = task.proc_inst_id_
                WHERE e.business_key_ = ? AND task.task_def_key_ IN ('Task_AnswerSlip', 'Task_FollowSlip')
                UNION ALL
                SELECT job.duedate_ FROM act_ru_job job JOIN act_ru_execution e ON e.id_ = job.process_instance_id_
                WHERE e.business_key_ = ? AND job.handler_cfg_ = 'BoundaryEvent_SlipOverdue'""", (row, n) -> row.getTimestamp(1).toInstant(), number, number);
    }

    @Test
    void aLiftedSlipStopsTheLadder() {
        String number = signedFor();
        passesUntil(limit(number, "handling", "dueAt"));
        supervisor
                .caller()
                .post(slip(number, "yellow") + "/decide", decision(true))
                .ok();
        passes(Duration.ofDays(7));
        assertThat(slips(number))
                .containsExactlyInAnyOrder("handling blue near-expiry superseded", "handling yellow overdue lifted");
        assertThat(supervisor.tasks(number)).isEmpty();
    }

    @Test
    void aReportThatIsNotAcceptedRaisesAtOnce() {
        String number = signedFor();
        passesUntil(limit(number, "handling", "dueAt"));
        Clerk head = clerk(LIGHTING + "-head");
        head.caller()
                .post(slip(number, "yellow") + "/report", Map.of("report", "正在办理"))
                .ok();
        supervisor
                .caller()
                .post(slip(number, "yellow") + "/decide", decision(false))
                .ok();
        assertThat(slips(number))
                .contains("handling yellow overdue superseded", "handling red report-not-accepted open");
        assertThat(head.tasks(number)).contains("AnswerSlip");
        assertThat(supervisor.tasks(number)).containsExactly("FollowSlip");
    }

    @Test
    void aReportInTimeStopsTheSlipsClock() {
        String number = signedFor();
        passesUntil(limit(number, "handling", "dueAt"));
        clerk(LIGHTING + "-head")
                .caller()
                .post(slip(number, "yellow") + "/report", Map.of("report", "正在办理"))
                .ok();
        passes(Duration.ofDays(7));
        assertThat(slips(number)).contains("handling yellow overdue reported");
        assertThat(supervisor.tasks(number)).containsExactly("FollowSlip");
    }

    @Test
    void anAnswerInTimeLiftsTheWarning() {
        String number = signedFor();
        passesUntil(limit(number, "handling", "remindAt"));
        assertThat(slips(number)).containsExactly("handling blue near-expiry open");
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertThat(slips(number)).containsExactly("handling blue near-expiry lifted");
        assertThat(clerk(LIGHTING + "-head").tasks(number)).isEmpty();
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        passes(Duration.ofDays(7));
        assertThat(slips(number)).containsExactly("handling blue near-expiry lifted");
    }

    @Test
    void aUnitSignsOnceByWhateverItDoesFirst() {
        String signed = filedAndAssigned(LIGHTING).number();
        Clerk handler = clerk(LIGHTING);
        assertThat(handler.sheet(signed).path("actions").toString()).contains("\"sign\"");
        handler.caller().post("/api/petitions/" + signed + "/sign", Map.of()).ok();
        assertThat(handler.caller()
                        .post("/api/petitions/" + signed + "/sign", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(isSigned(signed)).isTrue();
        assertThat(handler.sheet(signed).path("actions").toString()).doesNotContain("\"sign\"");

        String claimed = filedAndAssigned(LIGHTING).number();
        String task = text(handler.task(claimed, "HandlePetition"), "id");
        webapp(LIGHTING, "tasklist")
                .post(Webapp.ENGINE + "/task/" + task + "/claim", Map.of("userId", LIGHTING))
                .ok();
        assertThat(isSigned(claimed)).isTrue();

        String written = filedAndAssigned(LIGHTING).number();
        handler.caller()
                .post("/api/petitions/" + written + "/messages", Map.of("text", "已收到，正在安排"))
                .ok();
        assertThat(isSigned(written)).isTrue();

        String untouched = filedAndAssigned(LIGHTING).number();
        reviewer.caller()
                .post("/api/petitions/" + untouched + "/messages", Map.of("text", "我们在跟进"))
                .ok();
        assertThat(isSigned(untouched)).isFalse();
    }

    @Test
    void aChangedLadderHoldsForWhatBeginsLater() {
        Map<String, Object> earlier =
                Map.of("urgePercent", 20, "bluePercent", 40, "redDays", 1, "raisedDays", 2, "rulingDays", 3);
        Map<String, Object> usual =
                Map.of("urgePercent", 50, "bluePercent", 80, "redDays", 1, "raisedDays", 2, "rulingDays", 3);
        String before = filedAndAssigned(LIGHTING).number();
        Instant near = limit(before, "handling", "remindAt");
        supervisor.caller().post("/api/admin/ladder", earlier).ok();
        try {
            String after = filedAndAssigned(LIGHTING).number();
            assertThat(limit(after, "handling", "remindAt")).isBefore(near);
            assertThat(limit(before, "handling", "remindAt")).isEqualTo(near);
            assertThat(supervisor
                            .caller()
                            .get("/api/admin/ladder")
                            .ok()
                            .path("total")
                            .asInt())
                    .isGreaterThan(1);
            assertThat(supervisor
                            .caller()
                            .post("/api/admin/ladder", Map.of("urgePercent", 90, "bluePercent", 40, "redDays", 1))
                            .status())
                    .isEqualTo(422);
        } finally {
            supervisor.caller().post("/api/admin/ladder", usual).ok();
        }
    }

    private String signedFor() {
        String number = filedAndAssigned(LIGHTING).number();
        clerk(LIGHTING)
                .caller()
                .post("/api/petitions/" + number + "/sign", Map.of())
                .ok();
        return number;
    }

    private boolean isSigned(String number) {
        return StreamSupport.stream(reviewer.sheet(number).path("limits").spliterator(), false)
                .filter(limit -> text(limit, "stage").equals("sign-in"))
                .allMatch(limit -> limit.hasNonNull("endedAt"));
    }

    private void passesUntil(Instant instant) {
        passes(Duration.between(clock.instant(), instant).plusMinutes(1));
    }

    private void passes(Duration time) {
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", time.toString()))
                .ok();
        engine.firesWhatIsDue();
    }

    private Instant limit(String number, String stage, String field) {
        return StreamSupport.stream(reviewer.sheet(number).path("limits").spliterator(), false)
                .filter(limit -> text(limit, "stage").equals(stage))
                .map(limit -> instant(limit, field))
                .findFirst()
                .orElseThrow();
    }

    private List<String> slips(String number) {
        return of(
                "/api/supervision/slips?size=50&petition=",
                number,
                slip -> "%s %s %s %s"
                        .formatted(text(slip, "stage"), text(slip, "rung"), text(slip, "rule"), text(slip, "state")));
    }

    private String slip(String number, String rung) {
        List<String> ids = of("/api/supervision/slips?rung=" + rung + "&petition=", number, slip -> text(slip, "id"));
        assertThat(ids).hasSize(1);
        return "/api/supervision/slips/" + ids.get(0);
    }

    private static String facts() {
        return "/api/assessment/facts?size=50&petition=";
    }

    private List<String> of(String list, String number, Function<JsonNode, String> line) {
        JsonNode items = supervisor.caller().get(list + number).ok().path("items");
        return StreamSupport.stream(items.spliterator(), false).map(line).toList();
    }

    private List<String> notices(String number) {
        return jdbc.queryForList(
                "SELECT audience || ' ' || kind || ' ' || about FROM notice WHERE petition = ?", String.class, number);
    }

    private static Map<String, Object> decision(boolean lift) {
        return Map.of("lift", lift, "note", "核对过了");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(text(node, field)).toInstant();
    }
}
