package cn.wenzheng.assessment;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static cn.wenzheng.StillClock.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.wenzheng.ApiOf;
import cn.wenzheng.ClockRooms;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.BreachUndone;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.SlipRule;
import cn.wenzheng.supervision.SupervisionDesk;
import cn.wenzheng.supervision.SupervisionEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;

class AssessmentDeskTest extends ClockRooms {

    private static final Period ALWAYS = new Period(null, null);

    @Autowired
    private AssessmentDesk desk;

    @Autowired
    private SupervisionDesk supervision;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void namesTheOneOfThreeUnitsThatIsLate() {
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.HANDLING, ROADS, 1);
        starts(Stage.HANDLING, CENTRE, 1);
        ends(Stage.HANDLING, LIGHTING);
        ends(Stage.HANDLING, CENTRE);
        clock.shows("2026-03-17 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        supervision.escalate(petition, Stage.HANDLING, ROADS);
        supervision.escalate(petition, Stage.HANDLING, ROADS);
        assertThat(facts().items())
                .containsExactly(new Fact(
                        petition,
                        ROADS,
                        "市政养护处",
                        Stage.HANDLING,
                        1,
                        Rung.YELLOW,
                        SlipRule.OVERDUE,
                        0,
                        local("2026-03-17 10:00"),
                        false));
        assertThat(facts().total()).isEqualTo(1);
    }

    @Test
    void countsTheLateMinutesWhileTheStageGoesOnAndStopsWhenItIsDone() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00:01");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-17 11:30:59");
        assertThat(late()).isEqualTo(90);
        ends(Stage.HANDLING, LIGHTING);
        starts(Stage.HANDLING, LIGHTING, 2);
        clock.shows("2026-03-20 10:00");
        ends(Stage.HANDLING, LIGHTING);
        assertThat(late()).isEqualTo(90);
    }

    @Test
    void theStartPageCountsTheFactsItLinksToAndAddsUpTheMinutesOfAUnit(@Autowired FactRows rows) {
        clock.shows("2026-05-12 10:00");
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.REVIEW, LIGHTING, 1);
        clock.shows("2026-05-21 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        supervision.escalate(petition, Stage.REVIEW, LIGHTING);

        FactRows.Glance glance = rows.glance(local("2026-05-12 00:00"), new Window(0, 1));
        var listed = desk.factsSince(
                null, local("2026-05-12 00:00"), person("assessor", "0102", Role.ASSESSOR), new Window(0, 50));
        long minutes = listed.items().stream().mapToLong(Fact::late).sum();

        assertThat(glance.breaches()).hasSize(1);
        assertThat(glance.total()).isEqualTo(listed.total()).isEqualTo(2);
        assertThat(rows.lateUnits(local("2026-05-12 00:00"), clock.instant(), new Window(0, 7)))
                .containsExactly(new FactRows.LateUnit(LIGHTING, 2, minutes, 1));
        assertThat(desk.factsSince(
                                ROADS,
                                local("2026-05-12 00:00"),
                                person("assessor", "0102", Role.ASSESSOR),
                                new Window(0, 50))
                        .total())
                .isZero();
    }

    @Test
    void recordsTheTrueInstantOfABreachThatWasNoticedLate() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-18 08:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(facts().items()).extracting(Fact::at).containsExactly(local("2026-03-17 10:00"));
    }

    @Test
    void notesEveryRungOnceAndNobodyIsLateByAWarning() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        supervision.remind(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-17 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        supervision.remind(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-18 11:00");
        assertThat(facts().items())
                .extracting(Fact::rung, Fact::rule, Fact::late, Fact::at)
                .containsExactly(
                        tuple(Rung.YELLOW, SlipRule.OVERDUE, 1500L, local("2026-03-17 10:00")),
                        tuple(Rung.BLUE, SlipRule.NEAR_EXPIRY, 0L, local("2026-03-16 10:00")));
    }

    @Test
    void correctsAFactByANewEntryAndKeepsTheOldOneMarked(@Autowired FactRows rows) {
        clock.shows("2026-04-07 10:00");
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-04-14 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        Deadlines.Limit missed =
                deadlines.running(petition, Stage.HANDLING, LIGHTING).orElseThrow();
        Deadlines.Limit moved = new Deadlines.Limit(
                petition,
                Stage.HANDLING,
                LIGHTING,
                1,
                missed.startedAt(),
                missed.urgeAt(),
                missed.remindAt(),
                local("2026-04-15 10:00"),
                false,
                null);
        clock.shows("2026-04-14 11:00");
        long counted = counted(rows);
        BreachUndone undone = new BreachUndone(moved, missed.dueAt(), clock.instant());
        transaction.executeWithoutResult(tx -> events.publishEvent(undone));
        transaction.executeWithoutResult(tx -> events.publishEvent(undone));
        assertThat(facts().items())
                .extracting(Fact::rule, Fact::rung, Fact::at, Fact::corrected)
                .containsExactly(
                        tuple(SlipRule.CORRECTED, Rung.YELLOW, local("2026-04-14 11:00"), false),
                        tuple(SlipRule.OVERDUE, Rung.YELLOW, local("2026-04-14 10:00"), true));
        assertThat(counted(rows)).isEqualTo(counted - 1);
    }

    private long counted(FactRows rows) {
        return rows.lateUnits(local("2026-04-14 00:00"), clock.instant(), new Window(0, 7)).stream()
                .mapToLong(FactRows.LateUnit::facts)
                .sum();
    }

    @Test
    void goesTogetherWithTheSlipOrNotAtAll() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        doThrow(new IllegalStateException("engine down")).when(process).begin(any(), any(), any(), anyBoolean());
        assertThatThrownBy(() -> supervision.escalate(petition, Stage.HANDLING, LIGHTING))
                .isInstanceOf(IllegalStateException.class);
        assertThat(facts().total()).isZero();
    }

    @Test
    void neverNotesAFactOutsideTheEscalationsTransaction() {
        assertThatThrownBy(() -> events.publishEvent(new SupervisionEvent.Escalated(
                        petition,
                        LIGHTING,
                        Stage.HANDLING,
                        1,
                        Rung.YELLOW,
                        SlipRule.OVERDUE,
                        Instant.EPOCH,
                        Instant.EPOCH)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void isNarrowedByUnitAndByThePetitionsArrival() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        Instant arrival = city.jdbc()
                .sql("SELECT received_at FROM petition WHERE number = ?")
                .param(petition)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        assertThat(total(LIGHTING, ALWAYS)).isEqualTo(1);
        assertThat(total(ROADS, ALWAYS)).isZero();
        assertThat(total(null, new Period(arrival, arrival.plusSeconds(1)))).isEqualTo(1);
        assertThat(total(null, new Period(arrival.plusSeconds(1), null))).isZero();
        assertThat(total(null, new Period(null, arrival))).isZero();
    }

    @Test
    void answersProgramsWithTheContractsFields() throws Exception {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        supervision.escalate(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-17 10:07");
        when(current.get()).thenReturn(person("assessor", "0102", Role.ASSESSOR));
        ApiOf.controller(new FactApi(desk, current, clock))
                .perform(get("/api/assessment/facts").param("petition", petition))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"total": 1, "items": [{"petition": "%s", "unit": "0106", "unitName": "路灯管理处",
                         "stage": "handling", "round": 1, "rung": "yellow", "rule": "overdue", "late": 7, "at": "2026-03-17T02:00:00Z",
                         "corrected": false}]}
                        """.formatted(petition)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ASSESSOR", "SUPERVISOR", "AUDITOR"})
    void isClosedToEverybodyElse(Role role) {
        assertThatThrownBy(() -> facts(person("somebody", LIGHTING, role)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    private long late() {
        assertThat(facts().items()).hasSize(1);
        return facts().items().get(0).late();
    }

    private long total(String unit, Period received) {
        return desk.facts(petition, unit, received, person("auditor", "0104", Role.AUDITOR), Window.of(null, null))
                .total();
    }

    private Listing<Fact> facts() {
        return facts(person("assessor", "0102", Role.ASSESSOR));
    }

    private Listing<Fact> facts(Actor actor) {
        return desk.facts(petition, null, ALWAYS, actor, Window.of(null, null));
    }
}
