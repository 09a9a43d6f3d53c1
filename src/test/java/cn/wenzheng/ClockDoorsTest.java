package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Reply;
import cn.wenzheng.deadline.ClockHands;
import cn.wenzheng.petition.ClockDesk;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What moves a petition's clocks, by the doors of the house: the row, the task and its timers always agree. */
class ClockDoorsTest extends CityTest {

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aPauseMovesTheUnitsClocksWithTasksAndTimersAndNothingElse() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        Instant lighting = due(number, "HANDLING", LIGHTING);
        Instant whole = due(number, "WHOLE", "0000");

        pause(number, "third-party", LocalDate.now(clock).plusDays(30).toString())
                .ok();

        assertThat(status(number)).isEqualTo("paused");
        assertThat(due(number, "HANDLING", LIGHTING)).isAfter(lighting.plus(Duration.ofDays(20)));
        assertThat(due(number, "CASE_HANDLING", "0000")).isAfter(lighting.plus(Duration.ofDays(20)));
        assertThat(due(number, "WHOLE", "0000"))
                .as("the petition's age never pauses")
                .isEqualTo(whole);
        assertAgree(number, LIGHTING);
        assertAgree(number, POWER);
        assertThat(ledger(number)).containsOnly("paused third-party dispatcher").hasSize(5);

        Instant paused = due(number, "HANDLING", LIGHTING);
        dispatcher
                .caller()
                .post("/api/petitions/" + number + "/resume", Map.of())
                .ok();

        assertThat(status(number)).isEqualTo("assigned");
        assertThat(due(number, "HANDLING", LIGHTING)).isBefore(paused).isAfterOrEqualTo(lighting);
        assertThat(due(number, "HANDLING", LIGHTING)).isBefore(lighting.plus(Duration.ofHours(1)));
        assertAgree(number, LIGHTING);
        assertAgree(number, POWER);
    }

    @Test
    void aUnitThatActsOnAPausedPetitionEndsThePause() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        pause(number, "season", LocalDate.now(clock).plusDays(9).toString()).ok();

        clerk(POWER).assists(number, "线路正常").ok();

        assertThat(status(number)).isEqualTo("assigned");
        assertThat(ledger(number)).contains("resumed unit-acted " + POWER);
        assertAgree(number, LIGHTING);
        pause(number, "season", LocalDate.now(clock).plusDays(9).toString()).ok();
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertThat(status(number)).isEqualTo("handled");
        assertStandsAt(number, "ReviewPetition");
        assertThat(engine.incidents()).isZero();
    }

    @Test
    void whatWaitsForThePetitionerGoesOnWhenHeSpeaks() {
        var citizen = filedAndAssigned(LIGHTING);
        pause(
                        citizen.number(),
                        "waiting-for-petitioner",
                        LocalDate.now(clock).plusDays(9).toString())
                .ok();
        assertThat(citizen.looks().path("paused").path("reason").asText()).isEqualTo("waiting-for-petitioner");

        citizen.writes("路灯在新华街 12 号门前");

        assertThat(status(citizen.number())).isEqualTo("assigned");
        assertThat(ledger(citizen.number())).contains("resumed petitioner-spoke citizen");
        assertAgree(citizen.number(), LIGHTING);
    }

    @Test
    void aPauseEndsByItself(@Autowired ClockDesk desk) {
        String number = filedAndAssigned(LIGHTING).number();
        pause(number, "season", clock.instant().plus(Duration.ofHours(30)).toString())
                .ok();
        Instant due = due(number, "HANDLING", LIGHTING);
        desk.pauseIsOver(number);
        assertThat(status(number)).as("not before its end").isEqualTo("paused");

        passes(Duration.ofHours(31));
        desk.pauseIsOver(number);

        assertThat(status(number)).isEqualTo("assigned");
        assertThat(due(number, "HANDLING", LIGHTING))
                .as("the clock knew the end")
                .isEqualTo(due);
        assertThat(ledger(number)).contains("resumed end-reached system");
    }

    @Test
    void anotherUrgencyBringsTheTimeOfItsOwnLevelAndWhatIsUsedStaysUsed() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        Instant before = clock.instant();

        classify(number, Map.of("category", "C010601", "urgency", "supply")).ok();

        Instant started = started(number, "HANDLING", LIGHTING);
        assertThat(due(number, "HANDLING", LIGHTING)).isEqualTo(started.plus(Duration.ofHours(24)));
        assertThat(due(number, "CASE_HANDLING", "0000")).isEqualTo(started.plus(Duration.ofHours(24)));
        assertAgree(number, LIGHTING);
        assertAgree(number, POWER);

        passes(Duration.ofHours(5));
        classify(number, Map.of("category", "C010601", "urgency", "life")).ok();

        assertThat(due(number, "HANDLING", LIGHTING))
                .as("nobody is late by a decision that came later")
                .isAfter(before.plus(Duration.ofHours(5)));
        assertAgree(number, LIGHTING);
    }

    @Test
    void theWholePetitionHasTheTimeOfWhatItIs() {
        String urgent = files().number();
        assertThat(running(urgent)).as("before anybody knows what it is").doesNotContain("WHOLE");
        operator.caller()
                .post(
                        "/api/petitions/" + urgent + "/accept",
                        Map.of("kind", "help", "category", "C010601", "urgency", "supply"))
                .ok();
        String plain = files().number();
        operator.accepts(plain).ok();
        Instant ofPlain = due(plain, "WHOLE", "0000");
        assertThat(due(urgent, "WHOLE", "0000")).isBefore(ofPlain);
        assertThat(started(urgent, "WHOLE", "0000"))
                .as("its age begins with its arrival")
                .isEqualTo(started(urgent, "ACCEPTANCE", "0000"));

        classify(plain, Map.of("category", "C010601", "complex", true)).ok();
        assertThat(due(plain, "WHOLE", "0000")).isAfter(ofPlain);
        classify(plain, Map.of("category", "C010601", "complex", false)).ok();
        assertThat(due(plain, "WHOLE", "0000")).isEqualTo(ofPlain);
    }

    @Test
    void anotherUrgencyHurriesTheSignaturesThatAreMissing() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        clerk(POWER).signs(number).ok();
        Instant signed = jdbc.queryForObject(
                        "SELECT due_at FROM deadline WHERE petition = ? AND stage = 'SIGN_IN' AND unit = ?",
                        Timestamp.class,
                        number,
                        POWER)
                .toInstant();

        classify(number, Map.of("category", "C010601", "urgency", "supply")).ok();

        assertThat(due(number, "SIGN_IN", LIGHTING))
                .isEqualTo(started(number, "SIGN_IN", LIGHTING).plus(Duration.ofMinutes(30)));
        assertAgree(number, LIGHTING);
        assertThat(jdbc.queryForObject(
                                "SELECT due_at FROM deadline WHERE petition = ? AND stage = 'SIGN_IN' AND unit = ?",
                                Timestamp.class,
                                number,
                                POWER)
                        .toInstant())
                .isEqualTo(signed);
    }

    @Test
    void aUnitSignsAndGetsTheCentresWordWhileThePetitionIsPaused() {
        String number = filedAndAssigned(LIGHTING, POWER).number();
        extension(LIGHTING, number, 2).ok();
        pause(number, "season", LocalDate.now(clock).plusDays(9).toString()).ok();
        Instant due = due(number, "HANDLING", LIGHTING);

        clerk(POWER).signs(number).ok();
        decide(number, LIGHTING, true).ok();

        assertThat(status(number)).as("neither of them goes on with it").isEqualTo("paused");
        assertThat(running(number)).doesNotContain("SIGN_IN");
        assertThat(due(number, "HANDLING", LIGHTING)).isAfterOrEqualTo(due.plus(Duration.ofDays(2)));
        assertAgree(number, LIGHTING);
        dispatcher
                .caller()
                .post("/api/petitions/" + number + "/resume", Map.of())
                .ok();
        assertAgree(number, LIGHTING);
        assertAgree(number, POWER);
    }

    @Test
    void anExtensionIsAskedDecidedAndToldToTheCitizen() {
        var citizen = filedAndAssigned(LIGHTING, POWER);
        String number = citizen.number();
        Instant due = due(number, "HANDLING", LIGHTING);
        Instant power = due(number, "HANDLING", POWER);

        assertThat(slug(extension(LIGHTING, number, 4))).isEqualTo("extension-above-cap");
        extension(LIGHTING, number, 3).ok();
        assertThat(slug(extension(LIGHTING, number, 3))).isEqualTo("extension-waits");
        assertThat(due(number, "HANDLING", LIGHTING)).as("the clock runs on").isEqualTo(due);
        assertThat(dispatcher
                        .sheet(number)
                        .path("extensions")
                        .path(0)
                        .path("days")
                        .asInt())
                .isEqualTo(3);
        decide(number, LIGHTING, true).ok();

        assertThat(due(number, "HANDLING", LIGHTING)).isAfterOrEqualTo(due.plus(Duration.ofDays(3)));
        assertThat(due(number, "HANDLING", POWER)).as("a part of its own").isEqualTo(power);
        assertAgree(number, LIGHTING);
        assertAgree(number, POWER);
        assertThat(citizen.looks().path("answers").toString()).contains("等待备件", "答复期限延至");
        assertThat(slug(decide(number, LIGHTING, true))).isEqualTo("extension-not-asked");
    }

    @Test
    void aRefusedExtensionGivesNoTimeBackAndThreeAreTheMost() {
        String number = filedAndAssigned(LIGHTING).number();
        Instant due = due(number, "HANDLING", LIGHTING);
        extension(LIGHTING, number, 1).ok();
        decide(number, LIGHTING, false).ok();
        assertThat(due(number, "HANDLING", LIGHTING)).isEqualTo(due);
        for (int granted = 0; granted < 3; granted++) {
            extension(LIGHTING, number, 1).ok();
            decide(number, LIGHTING, true).ok();
        }
        assertThat(slug(extension(LIGHTING, number, 1))).isEqualTo("extensions-used-up");
    }

    @Test
    void anExtensionIsNotAskedWhenTheLimitIsOver() {
        String number = filedAndAssigned(LIGHTING).number();
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(slug(extension(LIGHTING, number, 1))).isEqualTo("extension-too-late");
    }

    @ParameterizedTest
    @CsvSource({
        "season, PAST, 422, pause-ends-before-it-begins",
        "season, 2999-01-01, 422, pause-too-long",
        "season, tomorrow, 422, field-malformed",
        "other, SOON, 422, field-required",
        "holiday, SOON, 422, field-not-in-list",
    })
    void aPauseThatMakesNoSenseChangesNothing(String reason, String until, int status, String slug) {
        String number = filedAndAssigned(LIGHTING).number();
        Instant due = due(number, "HANDLING", LIGHTING);
        String when = until.replace("PAST", clock.instant().minusSeconds(1).toString())
                .replace("SOON", LocalDate.now(clock).plusDays(2).toString());

        Reply refused = pause(number, reason, when);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(slug(refused)).isEqualTo(slug);
        assertThat(status(number)).isEqualTo("assigned");
        assertThat(due(number, "HANDLING", LIGHTING)).isEqualTo(due);
        assertThat(ledger(number)).isEmpty();
    }

    @Test
    void theStateAndTheRoleDecideWhoMayMoveAClock() {
        String number = files().number();
        String soon = LocalDate.now(clock).plusDays(2).toString();
        assertThat(pause(number, "season", soon).status()).isEqualTo(409);
        assertThat(dispatcher
                        .caller()
                        .post("/api/petitions/" + number + "/resume", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(classify(number, Map.of("category", "C010601")).status()).isEqualTo(409);
        Map<String, String> pause = Map.of("reason", "season", "until", soon);
        assertThat(reviewer.caller()
                        .post("/api/petitions/" + number + "/pause", pause)
                        .status())
                .isEqualTo(403);
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        assertThat(extension(ROADS, number, 1).status()).isEqualTo(404);
        pause(number, "season", soon).ok();
        assertThat(pause(number, "season", soon).status()).isEqualTo(409);
        assertThat(extension(LIGHTING, number, 1).status()).isEqualTo(409);
    }

    @Test
    void manyHandsAreSetAtOnceEachToItsOwnClock(@Autowired ClockHands hands) {
        String one = filedAndAssigned(LIGHTING, POWER).number();
        String other = filedAndAssigned(POWER).number();
        Limit first = later(deadlines.running(one, Stage.HANDLING, LIGHTING).orElseThrow());
        Limit second = later(deadlines.running(other, Stage.HANDLING, POWER).orElseThrow());

        hands.movedInBulk(List.of(first, second));

        assertShow(one, first);
        assertShow(other, second);
        assertAgree(one, POWER);
        clerk(POWER).answers(other, INTERNAL, ANSWER).ok();
        assertStandsAt(other, "ReviewPetition");
    }

    private static Limit later(Limit limit) {
        Duration day = Duration.ofDays(1);
        return new Limit(
                limit.petition(),
                limit.stage(),
                limit.unit(),
                limit.round(),
                limit.startedAt(),
                limit.urgeAt().plus(day).truncatedTo(ChronoUnit.MILLIS),
                limit.remindAt().plus(day).truncatedTo(ChronoUnit.MILLIS),
                limit.dueAt().plus(day).truncatedTo(ChronoUnit.MILLIS),
                false,
                null);
    }

    @Test
    void theCasesClockGoesOnFromHandToHandUntilTheAnswerPasses() {
        String number = filedAndAssigned(LIGHTING).number();
        Instant due = due(number, "CASE_HANDLING", "0000");
        dispatcher.reassigns(number, ROADS).ok();
        clerk(ROADS).saysNotOurs(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        assertThat(ledger(number))
                .containsExactly("handed-over reassigned dispatcher", "handed-over returned dispatcher");
        assertThat(due(number, "CASE_HANDLING", "0000")).isEqualTo(due);
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        assertThat(running(number)).contains("CASE_HANDLING");
        reviewer.passes(number).ok();
        assertThat(running(number)).doesNotContain("CASE_HANDLING").contains("WHOLE");
        reviewer.closes(number).ok();
        assertThat(running(number)).isEmpty();
    }

    private void assertAgree(String number, String unit) {
        assertShow(number, deadlines.running(number, Stage.HANDLING, unit).orElseThrow());
    }

    /** The task shows the limit; its timers show it, too, beside the one that waits for the unit's signature. */
    private void assertShow(String number, Limit limit) {
        Instant signIn = jdbc.queryForObject(
                        "SELECT max(due_at) FROM deadline WHERE petition = ? AND stage = 'SIGN_IN' AND unit = ?",
                        Timestamp.class,
                        number,
                        limit.unit())
                .toInstant();
        assertThat(hands(number, limit.unit()))
                .containsExactlyInAnyOrder(
                        millis(limit.dueAt()),
                        millis(limit.dueAt()),
                        millis(limit.remindAt()),
                        millis(limit.urgeAt()),
                        millis(signIn));
    }

    /** The due date of the unit's task and those of its timers. */
    private List<Instant> hands(String number, String unit) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskCandidateGroup("unit-" + unit)
                .singleResult();
        Stream<Instant> timers = management.createJobQuery().timers().list().stream()
                .filter(job -> task.getExecutionId().equals(executionOf(job)))
                .map(job -> job.getDuedate().toInstant())
                .sorted();
        return Stream.concat(Stream.of(task.getDueDate().toInstant()), timers).toList();
    }

    private static String executionOf(Job job) {
        return ((JobEntity) job).getExecutionId();
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant due(String number, String stage, String unit) {
        return jdbc.queryForObject(
                        "SELECT due_at FROM deadline WHERE petition = ? AND stage = ? AND unit = ? AND ended_at IS NULL",
                        Timestamp.class,
                        number,
                        stage,
                        unit)
                .toInstant();
    }

    private Instant started(String number, String stage, String unit) {
        return jdbc.queryForObject(
                        "SELECT started_at FROM deadline WHERE petition = ? AND stage = ? AND unit = ?",
                        Timestamp.class,
                        number,
                        stage,
                        unit)
                .toInstant();
    }

    private List<String> running(String number) {
        return jdbc.queryForList(
                "SELECT stage FROM deadline WHERE petition = ? AND ended_at IS NULL", String.class, number);
    }

    private String status(String number) {
        return reviewer.sheet(number).path("status").asText();
    }

    private List<String> ledger(String number) {
        return StreamSupport.stream(reviewer.sheet(number).path("ledger").spliterator(), false)
                .map(entry -> entry.path("kind").asText() + " "
                        + entry.path("move").path("cause").asText() + " "
                        + entry.path("move").path("actor").asText())
                .toList();
    }

    private void passes(Duration time) {
        clerk("admin")
                .caller()
                .post("/api/demo/clock", Map.of("advance", time.toString()))
                .ok();
    }

    private Reply pause(String number, String reason, String until) {
        return dispatcher
                .caller()
                .post("/api/petitions/" + number + "/pause", Map.of("reason", reason, "until", until));
    }

    private Reply classify(String number, Map<String, ?> command) {
        return operator.caller().post("/api/petitions/" + number + "/category", command);
    }

    private Reply extension(String unit, String number, int days) {
        Caller caller = clerk(unit).caller();
        return caller.post("/api/petitions/" + number + "/extension", Map.of("days", days, "reason", "等待备件"));
    }

    private Reply decide(String number, String unit, boolean grant) {
        return dispatcher
                .caller()
                .post(
                        "/api/petitions/" + number + "/extension/decide",
                        Map.of("unit", unit, "grant", grant, "note", "情况属实"));
    }

    private static String slug(Reply reply) {
        String type = reply.body().path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
