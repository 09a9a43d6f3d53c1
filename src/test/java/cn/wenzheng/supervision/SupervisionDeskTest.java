package cn.wenzheng.supervision;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static cn.wenzheng.StillClock.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.wenzheng.ApiOf;
import cn.wenzheng.ClockRooms;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.TimelineEvent;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class SupervisionDeskTest extends ClockRooms {

    private static final Actor SUPERVISOR = person("supervisor", "0101", Role.SUPERVISOR);
    private static final Actor HEAD = person("0106-head", LIGHTING, Role.HANDLER, Role.HEAD);
    private static final Actor OTHER_HEAD = person("0113-head", ROADS, Role.HANDLER, Role.HEAD);

    @Autowired
    private SupervisionDesk desk;

    @Test
    void remindsTheUnitInTheTimelineAndTheJournal() {
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        desk.remind(petition, Stage.REVIEW, null);
        verify(petitions).note(petition, TimelineEvent.REMINDED, LIGHTING);
        verify(petitions).note(petition, TimelineEvent.REMINDED, CENTRE);
        verify(journal, times(2)).done(any(), eq("limit-reminded"), eq(petition), any(), any());
        verifyNoInteractions(process);
    }

    @Test
    void opensABlueSlipForAMissedLimitAndBeginsItsProcess() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        Slip slip = slip();
        assertThat(slip.id()).matches("DB-20260317-\\d{6}");
        assertThat(slip)
                .extracting(Slip::unit, Slip::unitName, Slip::stage, Slip::round, Slip::rule, Slip::rung, Slip::state)
                .containsExactly(LIGHTING, "路灯管理处", Stage.HANDLING, 1, SlipRule.OVERDUE, Rung.BLUE, SlipState.OPEN);
        assertThat(slip.limitDueAt()).isEqualTo(local("2026-03-17 10:00"));
        assertThat(desk.dueOf(slip.id())).isEqualTo(local("2026-03-18 10:00")).isEqualTo(slip.dueAt());
        assertThat(acts(slip)).containsExactly(tuple(SlipAct.ISSUED, "system", Rung.BLUE, null));
        verify(process).begin(slip.id(), petition, LIGHTING);
        verify(petitions).note(petition, TimelineEvent.SUPERVISED, LIGHTING);
        verify(journal)
                .done(
                        any(),
                        eq("slip-issued"),
                        eq(petition),
                        eq(Map.of()),
                        eq(Map.of("slip", slip.id(), "unit", LIGHTING, "stage", "handling", "rung", "blue")));
    }

    @Test
    void opensOneSlipForALimitHoweverOftenTheTimerFires() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(slips(SUPERVISOR).total()).isEqualTo(1);
        verify(process, times(1)).begin(anyString(), eq(petition), anyString());
        verify(petitions, times(1)).note(eq(petition), any(), any());
    }

    @Test
    void opensAnotherSlipForAnotherRound() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-18 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        ends(Stage.HANDLING, LIGHTING);
        starts(Stage.HANDLING, LIGHTING, 2);
        clock.shows("2026-03-26 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(slips(SUPERVISOR).items()).extracting(Slip::round).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void sendsASlipOfTheCentresOwnStageToTheCentresHead() {
        starts(Stage.ACCEPTANCE, CENTRE, 1);
        clock.shows("2026-03-10 11:00");
        desk.escalate(petition, Stage.ACCEPTANCE, null);
        verify(process).begin(slip().id(), petition, CENTRE);
    }

    @Test
    void doesNothingForALimitThatHasMovedOrEnded() {
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.HANDLING, ROADS, 1);
        ends(Stage.HANDLING, ROADS);
        clock.shows("2026-03-17 09:59");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-19 10:00");
        desk.escalate(petition, Stage.HANDLING, ROADS);
        assertThat(slips(SUPERVISOR).total()).isZero();
        verifyNoInteractions(process);
    }

    @Test
    void leavesNoSlipWhenItsProcessCannotBegin() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        doThrow(new IllegalStateException("engine down")).when(process).begin(any(), any(), any());
        assertThatThrownBy(() -> desk.escalate(petition, Stage.HANDLING, LIGHTING))
                .isInstanceOf(IllegalStateException.class);
        assertThat(slips(SUPERVISOR).total()).isZero();
    }

    @Test
    void isLiftedWhenTheCitizenTakesThePetitionBack() {
        openSlip();
        desk.endWith(new PetitionEvent.Withdrawn(petition, clock.instant()));
        assertThat(slip().state()).isEqualTo(SlipState.LIFTED);
        assertThat(slip().endedAt()).isEqualTo(clock.instant());
        desk.endWith(new PetitionEvent.Withdrawn(petition, clock.instant()));
        assertThat(acts(slip()))
                .containsExactly(
                        tuple(SlipAct.ISSUED, "system", Rung.BLUE, null),
                        tuple(SlipAct.LIFTED, "system", Rung.BLUE, null));
    }

    @Test
    void isLiftedAfterTheHeadsReport() {
        String slip = openSlip();
        desk.report(slip, "  灯杆已更换，今晚送电。 ", HEAD);
        assertThat(slip().state()).isEqualTo(SlipState.REPORTED);
        desk.decide(slip, true, "情况属实", SUPERVISOR);
        Slip lifted = slip();
        assertThat(lifted.state()).isEqualTo(SlipState.LIFTED);
        assertThat(lifted.endedAt()).isEqualTo(clock.instant());
        assertThat(acts(lifted))
                .containsExactly(
                        tuple(SlipAct.ISSUED, "system", Rung.BLUE, null),
                        tuple(SlipAct.REPORTED, "0106-head", Rung.BLUE, "灯杆已更换，今晚送电。"),
                        tuple(SlipAct.LIFTED, "supervisor", Rung.BLUE, "情况属实"));
        refused("slip-takes-no-decision", () -> desk.decide(slip, false, "再看", SUPERVISOR));
        refused("slip-takes-no-report", () -> desk.report(slip, "补充", HEAD));
    }

    @Test
    void climbsTheLadderUntilTheRuling() {
        String slip = openSlip();
        desk.report(slip, "正在办理", HEAD);
        desk.decide(slip, false, "没有说明原因", SUPERVISOR);
        assertThat(desk.raise(slip)).isFalse();
        assertThat(slip()).extracting(Slip::rung, Slip::state).containsExactly(Rung.YELLOW, SlipState.OPEN);
        assertThat(desk.dueOf(slip)).isEqualTo(local("2026-03-18 10:00"));
        clock.shows("2026-03-18 10:00");
        assertThat(desk.raise(slip)).isFalse();
        assertThat(slip().rung()).isEqualTo(Rung.RED);
        assertThat(desk.dueOf(slip)).isEqualTo(local("2026-03-19 10:00"));
        refused("slip-takes-no-ruling", () -> desk.rule(slip, "太早", SUPERVISOR));
        assertThat(desk.raise(slip)).isTrue();
        assertThat(desk.dueOf(slip)).isEqualTo(local("2026-03-23 10:00"));
        refused("slip-takes-no-report", () -> desk.report(slip, "太晚", HEAD));
        refused("slip-takes-no-decision", () -> desk.decide(slip, true, "太晚", SUPERVISOR));
        desk.rule(slip, "约谈负责人", SUPERVISOR);
        assertThat(slip()).extracting(Slip::rung, Slip::state).containsExactly(Rung.RAISED, SlipState.RULED);
        assertThat(slip().record())
                .extracting(Slip.Entry::act)
                .containsExactly(
                        SlipAct.ISSUED,
                        SlipAct.REPORTED,
                        SlipAct.REJECTED,
                        SlipAct.RAISED,
                        SlipAct.RAISED,
                        SlipAct.RAISED,
                        SlipAct.RULED);
        refused("slip-takes-no-ruling", () -> desk.rule(slip, "再裁", SUPERVISOR));
    }

    @Test
    void takesAReportFromTheHeadOfTheUnitOnly() {
        String slip = openSlip();
        refused("role-never-may", () -> desk.report(slip, "代办", SUPERVISOR));
        refused("role-never-may", () -> desk.report(slip, "代办", person("0106", LIGHTING, Role.HANDLER)));
        refused("not-found", () -> desk.report(slip, "代办", OTHER_HEAD));
        refused("not-found", () -> desk.report("DB-20260317-999999", "代办", HEAD));
        assertThat(slip().state()).isEqualTo(SlipState.OPEN);
        verify(journal, never()).done(any(), eq("slip-reported"), any(), any(), any());
    }

    @Test
    void takesDecisionsAndRulingsFromSupervisorsOnly() {
        String slip = openSlip();
        refused("role-never-may", () -> desk.decide(slip, true, "自己解除", HEAD));
        refused("role-never-may", () -> desk.rule(slip, "自己裁定", HEAD));
        assertThat(slip().state()).isEqualTo(SlipState.OPEN);
    }

    @Test
    void limitsWhatIsWritten() {
        String slip = openSlip();
        refused("field-required", () -> desk.report(slip, " ", HEAD));
        refused("field-too-long", () -> desk.report(slip, "字".repeat(5_001), HEAD));
        refused("field-required", () -> desk.decide(slip, true, null, SUPERVISOR));
        refused("field-too-long", () -> desk.decide(slip, true, "字".repeat(2_001), SUPERVISOR));
        desk.report(slip, "😀".repeat(5_000), HEAD);
        assertThat(slip().state()).isEqualTo(SlipState.REPORTED);
    }

    @Test
    void showsAUnitItsOwnSlipsOnly() {
        openSlip();
        assertThat(slips(HEAD).total()).isEqualTo(1);
        assertThat(slips(OTHER_HEAD)).isEqualTo(new Listing<>(List.of(), 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR", "DISPATCHER", "REVIEWER", "PUBLICITY", "ADMIN"})
    void showsNoSlipToWhoHasNothingToDoWithThem(Role role) {
        refused("role-never-may", () -> slips(person("somebody", LIGHTING, role)));
    }

    @Test
    void listsTheOpenSlipsFirstAndPageByPage() {
        String first = openSlip();
        starts(Stage.REVIEW, CENTRE, 1);
        clock.shows("2026-03-20 10:00");
        desk.escalate(petition, Stage.REVIEW, null);
        desk.decide(first, true, "已办", SUPERVISOR);
        assertThat(slips(SUPERVISOR).items()).extracting(Slip::stage).containsExactly(Stage.REVIEW, Stage.HANDLING);
        assertThat(desk.slips(petition, true, SUPERVISOR, Window.of(0, 10)).items())
                .extracting(Slip::stage)
                .containsExactly(Stage.REVIEW);
        Listing<Slip> second = desk.slips(petition, null, SUPERVISOR, Window.of(1, 1));
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.items()).extracting(Slip::id).containsExactly(first);
    }

    @Test
    void answersProgramsWithCodes() throws Exception {
        openSlip();
        when(current.get()).thenReturn(HEAD);
        ApiOf.controller(new SlipApi(desk, new SlipActions(desk, process), current))
                .perform(get("/api/supervision/slips")
                        .param("petition", petition)
                        .param("open", "true"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"total": 1, "items": [{"petition": "%s", "unit": "0106", "stage": "handling", "rule": "overdue",
                         "rung": "blue", "state": "open", "dueAt": "2026-03-18T02:00:00Z", "endedAt": null,
                         "record": [{"act": "issued", "by": "system", "rung": "blue", "text": null}]}]}
                        """.formatted(petition)));
    }

    private String openSlip() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        return slip().id();
    }

    private Slip slip() {
        assertThat(slips(SUPERVISOR).items()).hasSize(1);
        return slips(SUPERVISOR).items().get(0);
    }

    private Listing<Slip> slips(Actor actor) {
        return desk.slips(petition, null, actor, Window.of(null, null));
    }

    private static List<Tuple> acts(Slip slip) {
        return slip.record().stream()
                .map(entry -> tuple(entry.act(), entry.by(), entry.rung(), entry.text()))
                .toList();
    }

    private static void refused(String slug, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
