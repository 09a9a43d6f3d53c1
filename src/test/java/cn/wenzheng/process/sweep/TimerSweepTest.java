package cn.wenzheng.process.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.Supervision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A timer or a due date that was lost by whatever accident is put right once, and nothing else is touched. */
class TimerSweepTest extends CityTest {

    private static final String OF = " FROM act_ru_job WHERE handler_cfg_ = ? AND process_instance_id_ ="
            + " (SELECT proc_inst_id_ FROM act_ru_execution WHERE business_key_ = ? AND process_instance_id_ = id_)";

    private final String overdue = Elements.BOUNDARY_EVENT_HANDLING_OVERDUE;

    @Autowired
    private TimerSweep sweep;

    @Autowired
    private AstrayRows astray;

    @Autowired
    private TimerRepair repair;

    @Autowired
    private JdbcTemplate rows;

    private String number;
    private List<String> engine;

    @BeforeEach
    void aPetitionIsInTheHandsOfTwoUnits() {
        number = filedAndAssigned(LIGHTING, POWER).number();
        engine = timersAndTasks();
        assertThat(sweep.sweep()).as("nothing is wrong in a healthy city").isZero();
        assertThat(timersAndTasks()).isEqualTo(engine);
    }

    @AfterEach
    void itIsPutRightOnceAndEverythingIsAsItWas() {
        assertThat(sweep.sweep()).as("nothing is left").isZero();
        assertThat(timersAndTasks()).isEqualTo(engine);
    }

    @Test
    void aTimerThatIsGoneIsMadeAnewAndWakesUp() {
        assertThat(change("DELETE", overdue)).isEqualTo(2);

        assertThat(sweep.sweep()).isEqualTo(2);

        assertThat(timersAndTasks()).isEqualTo(engine);
        assertThat(repairs())
                .containsExactlyInAnyOrder(
                        overdue + " missing " + LIGHTING + " handling", overdue + " missing " + POWER + " handling");
    }

    @Test
    void aTimerThatWouldWakeUpAtAnotherTimeIsSet() {
        assertThat(rows.update(
                        "UPDATE act_ru_job SET duedate_ = duedate_ + interval '3 days' WHERE id_ = (SELECT min(id_)"
                                + OF + ")",
                        overdue,
                        number))
                .isOne();

        assertThat(sweep.sweep()).isOne();

        assertThat(repairs()).hasSize(1).allMatch(line -> line.startsWith(overdue + " moved"));
    }

    @Test
    void aTaskThatShowsAnotherDateIsSet() {
        assertThat(rows.update(
                        "UPDATE act_ru_task SET due_date_ = due_date_ - interval '1 hour' WHERE id_ = ?",
                        clerk(LIGHTING)
                                .task(number, "HandlePetition")
                                .path("id")
                                .asText()))
                .isOne();

        assertThat(sweep.sweep()).isOne();

        assertThat(repairs()).containsExactly(Elements.TASK_HANDLE_PETITION + " moved " + LIGHTING + " handling");
    }

    @Test
    void aTimerThatIsTriedAgainAfterAFailureKeepsItsLaterDate() {
        assertThat(rows.update(
                        "UPDATE act_ru_job SET duedate_ = duedate_ + interval '10 s', exception_msg_ = 'x' WHERE id_ ="
                                + " (SELECT min(id_)" + OF + ")",
                        overdue,
                        number))
                .isOne();

        assertThat(sweep.sweep()).isZero();

        engine = timersAndTasks();
    }

    @Test
    void aPetitionWhoseProcessIsStillToBeginHasLostNothing() {
        rows.update("UPDATE deadline SET ended_at = NULL WHERE petition = ? AND stage = 'ASSIGNMENT'", number);
        rows.update("INSERT INTO petition_to_begin VALUES (?)", number);
        assertThat(sweep.sweep()).isZero();

        rows.update("DELETE FROM petition_to_begin WHERE petition = ?", number);
        assertThat(sweep.sweep()).isOne();
        rows.update("UPDATE deadline SET ended_at = started_at WHERE petition = ? AND stage = 'ASSIGNMENT'", number);
        sweep.sweep();
    }

    @Test
    void aLimitThatRunsWithoutATaskIsReportedOnceAndForgottenWhenItEnds() {
        assertThat(rows.update(
                        "UPDATE deadline SET ended_at = NULL WHERE petition = ? AND stage = 'ASSIGNMENT'", number))
                .isOne();

        assertThat(sweep.sweep()).isOne();
        assertThat(sweep.sweep()).as("reported once").isZero();

        assertThat(lines("limit-without-task")).isOne();
        assertThat(withoutTask()).isOne();
        rows.update("UPDATE deadline SET ended_at = started_at WHERE petition = ? AND stage = 'ASSIGNMENT'", number);
        sweep.sweep();
        assertThat(withoutTask()).isZero();
    }

    @Test
    void aMissedLimitThatIsGivenTimeIsWatchedAgain() {
        clerk(LIGHTING)
                .caller()
                .post("/api/petitions/" + number + "/extension", Map.of("days", 3, "reason", "等待备件"))
                .ok();
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(yellows("ended_at IS NULL")).isPositive();
        dispatcher
                .caller()
                .post(
                        "/api/petitions/" + number + "/extension/decide",
                        Map.of("unit", LIGHTING, "grant", true, "note", "情况属实"))
                .ok();
        assertThat(yellows("undone_at IS NULL")).isZero();

        sweep.sweep();

        assertThat(repairs()).contains(overdue + " missing " + LIGHTING + " handling");
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(yellows("undone_at IS NULL AND ended_at IS NULL")).isOne();
        sweep.sweep();
        engine = timersAndTasks();
    }

    private int yellows(String state) {
        return number(
                "SELECT count(*) FROM supervision_slip WHERE petition = ? AND unit = ? AND stage = 'HANDLING'"
                        + " AND rung = 'YELLOW' AND " + state,
                number,
                LIGHTING);
    }

    @Test
    void oneOfTwoLimitsOfAPetitionIsForgottenWhenItEnds() {
        assertThat(rows.update(
                        "UPDATE deadline SET ended_at = NULL WHERE petition = ? AND stage IN ('ASSIGNMENT', 'ACCEPTANCE')",
                        number))
                .isEqualTo(2);
        assertThat(sweep.sweep()).isEqualTo(2);
        String end = "UPDATE deadline SET ended_at = started_at WHERE petition = ? AND stage = ?";

        rows.update(end, number, "ASSIGNMENT");
        sweep.sweep();

        assertThat(withoutTask()).isOne();
        rows.update(end, number, "ACCEPTANCE");
        sweep.sweep();
        assertThat(withoutTask()).isZero();
    }

    @Test
    void whatWasMovedSinceItWasReadStaysAsItWasMoved() {
        rows.update(
                "UPDATE act_ru_job SET duedate_ = duedate_ + interval '1 day' WHERE id_ IN (SELECT id_" + OF + ")",
                overdue,
                number);
        rows.update(
                "UPDATE act_ru_task SET due_date_ = due_date_ - interval '1 hour' WHERE id_ = ?",
                clerk(POWER).task(number, "HandlePetition").path("id").asText());
        List<Astray> read = astray.read();
        assertThat(read).extracting(Astray::what).contains(Astray.What.TIMER_DATE, Astray.What.TASK_DATE);
        operator.caller()
                .post("/api/petitions/" + number + "/category", Map.of("category", "C010601", "urgency", "supply"))
                .ok();
        engine = timersAndTasks();

        assertThat(read).noneMatch(repair::repair);
        assertThat(timersAndTasks()).isEqualTo(engine);
        assertThat(repairs()).isEmpty();
    }

    @Test
    void aUnitThatHasSignedHasATimerThatNobodyMisses() {
        clerk(POWER).signs(number).ok();
        dispatcher.reassigns(number, ROADS).ok();
        engine = timersAndTasks();
    }

    @Test
    void aSlipsTimerIsSetAsItsSlipSays() {
        passUntilOverdue(clerk(LIGHTING), number);
        engine = timersAndTasks();
        String moved = "UPDATE act_ru_job SET duedate_ = duedate_ + interval '3 days' WHERE id_ = (SELECT min(id_)"
                + " FROM act_ru_job WHERE handler_cfg_ = ? AND root_proc_inst_id_ IN"
                + " (SELECT id_ FROM act_ru_execution WHERE business_key_ = ?))";
        assertThat(rows.update(moved, Supervision.Elements.BOUNDARY_EVENT_SLIP_OVERDUE, number))
                .isOne();

        assertThat(sweep.sweep()).isOne();

        assertThat(repairs())
                .singleElement()
                .asString()
                .startsWith(Supervision.Elements.BOUNDARY_EVENT_SLIP_OVERDUE + " moved");
    }

    private int change(String command, String timer) {
        return rows.update(command + OF, timer, number);
    }

    private List<String> repairs() {
        return rows.queryForList("""
                SELECT concat_ws(' ', after ->> 'place', CASE WHEN before -> 'due' IS NULL THEN 'missing' ELSE 'moved' END,
                    after ->> 'unit', after ->> 'stage')
                FROM journal WHERE action = 'timer-repaired' AND petition = '%s'
                """.formatted(number), String.class);
    }

    private int lines(String action) {
        return number("SELECT count(*) FROM journal WHERE action = ? AND petition = ?", action, number);
    }

    private int withoutTask() {
        return number("SELECT count(*) FROM limit_without_task WHERE petition = ?", number);
    }

    private int number(String question, Object... values) {
        return rows.query(question, (row, n) -> row.getInt(1), values).get(0);
    }

    /** Every timer and every task of the city with its date. */
    private List<String> timersAndTasks() {
        return rows.queryForList(
                "SELECT concat_ws(' ', execution_id_, handler_cfg_, duedate_) AS what FROM act_ru_job UNION ALL"
                        + " SELECT concat_ws(' ', id_, due_date_) FROM act_ru_task ORDER BY what",
                String.class);
    }
}
