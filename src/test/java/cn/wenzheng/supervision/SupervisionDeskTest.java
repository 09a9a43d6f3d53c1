package cn.wenzheng.supervision;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static cn.wenzheng.StillClock.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
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
import cn.wenzheng.deadline.BreachUndone;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.deadline.calendar.DayKind;
import cn.wenzheng.deadline.calendar.SpecialDay;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.ClockLedger;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.MoveCause;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.TimelineEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class SupervisionDeskTest extends ClockRooms {

    private static final Actor ADMIN = person("admin", CENTRE, Role.ADMIN);
    private static final Actor SUPERVISOR = person("supervisor", "0101", Role.SUPERVISOR);
    private static final Actor HEAD = person("0106-head", LIGHTING, Role.HANDLER, Role.HEAD);
    private static final Actor OTHER_HEAD = person("0113-head", ROADS, Role.HANDLER, Role.HEAD);

    @Autowired
    private SupervisionDesk desk;

    @Autowired
    private LimitsFollowed followed;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private CalendarDesk calendars;

    @Test
    void urgesTheHolderOnceWhenHalfOfTheLimitIsUsedUp() {
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.REVIEW, CENTRE, 1);
        clock.shows("2026-03-12 15:29");
        desk.urge(petition, Stage.HANDLING);
        verify(journal, never()).done(any(), eq("limit-urged"), any(), any(), any());
        clock.shows("2026-03-12 15:30");
        desk.urge(petition, Stage.HANDLING);
        desk.urge(petition, Stage.HANDLING);
        desk.urge(petition, Stage.REVIEW);
        verify(petitions, times(1)).note(petition, TimelineEvent.URGED, LIGHTING);
        verify(petitions, times(1)).note(petition, TimelineEvent.URGED, CENTRE);
        verify(journal, times(2)).done(any(), eq("limit-urged"), eq(petition), any(), any());
        verifyNoInteractions(process);
    }

    @Test
    void urgesEachUnitWhenHalfOfItsOwnLimitIsUsedUp() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-12 15:00");
        starts(Stage.HANDLING, ROADS, 1);
        clock.shows("2026-03-12 15:30");
        desk.urge(petition, Stage.HANDLING);
        verify(petitions).note(petition, TimelineEvent.URGED, LIGHTING);
        verify(petitions, never()).note(petition, TimelineEvent.URGED, ROADS);
    }

    @Test
    void warnsByABlueSlipAsLongAsTheLimitLasts() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 09:59");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        assertThat(slips(SUPERVISOR).total()).isZero();
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        assertThat(slip())
                .extracting(Slip::rule, Slip::rung, Slip::dueAt)
                .containsExactly(SlipRule.NEAR_EXPIRY, Rung.BLUE, local("2026-03-17 10:00"));
    }

    @Test
    void givesABlueSlipTwoWorkingHoursAtLeast() {
        starts(Stage.REVIEW, CENTRE, 1);
        clock.shows("2026-03-11 09:30");
        desk.remind(petition, Stage.REVIEW, null);
        assertThat(slip().dueAt()).isEqualTo(local("2026-03-11 11:30"));
    }

    @Test
    void opensABlueSlipForWhatNobodyHasSignedFor() {
        starts(Stage.SIGN_IN, LIGHTING, 1);
        clock.shows("2026-03-11 10:00");
        desk.escalate(petition, Stage.SIGN_IN, LIGHTING);
        assertThat(slip())
                .extracting(Slip::stage, Slip::rule, Slip::rung, Slip::dueAt)
                .containsExactly(Stage.SIGN_IN, SlipRule.NOT_SIGNED, Rung.BLUE, local("2026-03-11 12:00"));
    }

    @Test
    void liftsAWarningByItselfWhenTheStepIsDoneInTime() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String slip = slip().id();
        clock.shows("2026-03-16 15:00");
        followed.liftMet(new PetitionEvent.Answered(petition, ROADS, false, clock.instant()));
        assertThat(slip().endedAt()).isNull();
        ends(Stage.HANDLING, LIGHTING);
        followed.liftMet(new PetitionEvent.Answered(petition, LIGHTING, true, clock.instant()));
        assertThat(slip().state()).isEqualTo(SlipState.LIFTED);
        assertThat(acts(slip())).last().isEqualTo(tuple(SlipAct.MET, "system", Rung.BLUE, null));
        verify(process).end(slip, petition);
    }

    @Test
    void liftsAWarningByItselfWhenTheUnitIsGivenMoreTime() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        followed.liftMet(new PetitionEvent.ExtensionDecided(petition, LIGHTING, false, clock.instant()));
        assertThat(slip().endedAt()).isNull();
        city.jdbc()
                .sql("UPDATE deadline SET remind_at = remind_at + interval '20 hours' WHERE petition = ?")
                .param(petition)
                .update();
        followed.liftMet(new PetitionEvent.ExtensionDecided(petition, LIGHTING, true, clock.instant()));
        assertThat(slip().state()).isEqualTo(SlipState.LIFTED);
    }

    @Test
    void hasAWarningWaitAsLongAsThePausedLimitAndClimbAtItsTrueEnd() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 15:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String blue = slip().id();
        Instant before = slip().dueAt();
        pause("2026-04-15 15:00");
        Limit paused = deadlines.running(petition, Stage.HANDLING, LIGHTING).orElseThrow();
        assertThat(paused.dueAt()).isAfter(local("2026-04-15 15:00"));
        assertThat(slip()).extracting(Slip::dueAt, Slip::limitDueAt).containsOnly(paused.dueAt());
        verify(process)
                .move(argThat(slips -> slips.size() == 1
                        && slips.iterator().next().id().equals(blue)
                        && slips.iterator().next().dueAt().equals(paused.dueAt())));
        verify(journal).done(any(), eq("slip-moved"), eq(petition), any(), any());

        clock.shows(before);
        desk.raise(blue);
        assertThat(slip()).extracting(Slip::rung, Slip::state).containsExactly(Rung.BLUE, SlipState.OPEN);

        clock.shows(paused.dueAt());
        desk.raise(blue);
        assertThat(open()).extracting(Slip::rung, Slip::rule).containsExactly(Rung.YELLOW, SlipRule.OVERDUE);
    }

    @Test
    void neverLeavesAWarningLessThanTwoWorkingHoursWhenItsLimitComesNearer() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 09:30");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        assertThat(slip().dueAt()).isEqualTo(local("2026-03-17 11:30"));
        pause("2026-03-18 09:30");
        clock.shows("2026-03-17 09:40");
        transaction.executeWithoutResult(tx -> ledger.resume(petition, move(MoveCause.UNIT_ACTED)));
        assertThat(slip().dueAt()).isEqualTo(local("2026-03-17 11:30"));
    }

    @Test
    void leavesTheTermOfAYellowSlipAloneWhenThePetitionIsPaused() {
        openSlip();
        clock.shows("2026-03-17 11:00");
        pause("2026-04-16 11:00");
        assertThat(slip()).extracting(Slip::rung, Slip::dueAt).containsExactly(Rung.YELLOW, local("2026-03-18 10:00"));
        verify(process, never()).move(any());
    }

    @Test
    void countsTheTermOfAYellowSlipByTheCalendarAsItIs() {
        String yellow = openSlip();
        assertThat(slip().dueAt()).isEqualTo(local("2026-03-18 10:00"));
        calendars.apply(wednesday(DayKind.OFF), ADMIN);
        await().until(() -> slip().dueAt().equals(local("2026-03-19 10:00")));
        verify(process)
                .move(argThat(slips -> slips.stream().anyMatch(slip -> slip.id().equals(yellow))));

        clock.shows("2026-03-18 15:00");
        calendars.apply(wednesday(null), ADMIN);
        await().until(() -> slip().dueAt().equals(local("2026-03-18 15:00")));
        assertThat(slip().rung()).isEqualTo(Rung.YELLOW);
    }

    private static CalendarEdit wednesday(@Nullable DayKind kind) {
        LocalDate day = LocalDate.of(2026, 3, 18);
        return new CalendarEdit.SetDay(
                "city", day, kind == null ? null : new SpecialDay(day, kind, "停水放假", "1", day, false));
    }

    @Test
    void takesTheSlipBackWhenTimeIsGivenAfterTheLimitsEndAndWatchesTheNewOne() {
        String yellow = openSlip();
        clock.shows("2026-03-17 11:00");
        extend(3);
        Limit later = deadlines.running(petition, Stage.HANDLING, LIGHTING).orElseThrow();
        assertThat(later.dueAt()).isAfter(clock.instant());
        assertThat(slip().state()).isEqualTo(SlipState.LIFTED);
        assertThat(acts(slip())).last().isEqualTo(tuple(SlipAct.UNDONE, "system", Rung.YELLOW, null));
        verify(process).end(yellow, petition);
        clock.shows(later.dueAt());
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(open())
                .extracting(Slip::rung, Slip::rule, Slip::limitDueAt)
                .containsExactly(Rung.YELLOW, SlipRule.OVERDUE, later.dueAt());
    }

    @Test
    void keepsTheSlipWhenTheTimeThatIsGivenIsOverAlready() {
        openSlip();
        clock.shows("2026-03-20 10:00");
        extend(1);
        assertThat(slip()).extracting(Slip::rung, Slip::state).containsExactly(Rung.YELLOW, SlipState.OPEN);
    }

    @Test
    void keepsWhatSupervisionHasRaisedBeforeTheLimitsEnd() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String blue = slip().id();
        desk.report(blue, "正在办理", HEAD);
        desk.decide(blue, false, "没有说明原因", SUPERVISOR);
        desk.raise(blue);
        clock.shows("2026-03-17 10:30");
        extend(3);
        assertThat(open())
                .extracting(Slip::rung, Slip::rule)
                .containsExactly(Rung.YELLOW, SlipRule.REPORT_NOT_ACCEPTED);
    }

    @Test
    void saysSoWhenSupervisionDoesNotWaitForTheAnswer() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String blue = slip().id();
        assertThat(desk.mayStillAnswer(blue)).isTrue();
        desk.decide(blue, false, "群众多次反映", SUPERVISOR);
        assertThat(desk.mayStillAnswer(blue)).isFalse();
        desk.raise(blue);
        assertThat(acts(desk.slip(blue, SUPERVISOR)))
                .contains(tuple(SlipAct.RAISED, "supervisor", Rung.BLUE, "群众多次反映"))
                .doesNotContain(tuple(SlipAct.REJECTED, "supervisor", Rung.BLUE, "群众多次反映"));
        assertThat(open()).extracting(Slip::rung, Slip::rule).containsExactly(Rung.YELLOW, SlipRule.RAISED_AT_ONCE);
    }

    private void pause(String until) {
        transaction.executeWithoutResult(tx -> ledger.pause(petition, local(until), move(MoveCause.THIRD_PARTY)));
    }

    private void extend(int days) {
        transaction.executeWithoutResult(
                tx -> ledger.extend(petition, Stage.HANDLING, LIGHTING, days, move(MoveCause.EXTENSION_GRANTED)));
    }

    private Move move(MoveCause cause) {
        return new Move(clock.instant(), "0101", cause);
    }

    private void undo(Limit limit) {
        followed.undo(new BreachUndone(limit, limit.dueAt(), clock.instant()));
    }

    @Test
    void liftsNothingByItselfOnceTheLimitIsMissed() {
        String slip = openSlip();
        clock.shows("2026-03-17 11:00");
        ends(Stage.HANDLING, LIGHTING);
        followed.liftMet(new PetitionEvent.Answered(petition, LIGHTING, true, clock.instant()));
        assertThat(slip().state()).isEqualTo(SlipState.OPEN);
        verify(process, never()).end(slip, petition);
    }

    @Test
    void opensAYellowSlipForAMissedLimitAndBeginsItsProcess() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        Slip slip = slip();
        assertThat(slip.id()).matches("DB-20260317-\\d{6}");
        assertThat(slip)
                .extracting(Slip::unit, Slip::unitName, Slip::stage, Slip::round, Slip::rule, Slip::rung, Slip::state)
                .containsExactly(LIGHTING, "路灯管理处", Stage.HANDLING, 1, SlipRule.OVERDUE, Rung.YELLOW, SlipState.OPEN);
        assertThat(slip.limitDueAt()).isEqualTo(local("2026-03-17 10:00"));
        assertThat(desk.dueOf(slip.id())).isEqualTo(local("2026-03-18 10:00")).isEqualTo(slip.dueAt());
        assertThat(acts(slip)).containsExactly(tuple(SlipAct.ISSUED, "system", Rung.YELLOW, null));
        verify(process).begin(slip.id(), petition, LIGHTING, false);
        verify(petitions).note(petition, TimelineEvent.SUPERVISED, LIGHTING);
        verify(journal)
                .done(
                        any(),
                        eq("slip-issued"),
                        eq(petition),
                        eq(Map.of()),
                        eq(Map.of(
                                "slip",
                                slip.id(),
                                "unit",
                                LIGHTING,
                                "stage",
                                "handling",
                                "rung",
                                "yellow",
                                "rule",
                                "overdue")));
    }

    @Test
    void supersedesTheWarningWhenTheLimitIsMissed() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String blue = slip().id();
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        desk.raise(blue);
        assertThat(slips(SUPERVISOR).items())
                .extracting(Slip::rung, Slip::state)
                .containsExactly(tuple(Rung.YELLOW, SlipState.OPEN), tuple(Rung.BLUE, SlipState.SUPERSEDED));
        verify(process).end(blue, petition);
    }

    @Test
    void namesTheMissedLimitWhicheverTimerIsFirst() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        String blue = slip().id();
        clock.shows("2026-03-17 10:00");
        desk.raise(blue);
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(open()).extracting(Slip::rung, Slip::rule).containsExactly(Rung.YELLOW, SlipRule.OVERDUE);
    }

    @Test
    void neverGoesDownTheLadder() {
        openSlip();
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        assertThat(slip().rung()).isEqualTo(Rung.YELLOW);
    }

    @Test
    void opensOneSlipForALimitHoweverOftenTheTimerFires() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(slips(SUPERVISOR).total()).isEqualTo(1);
        verify(process, times(1)).begin(anyString(), eq(petition), anyString(), anyBoolean());
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
        verify(process).begin(slip().id(), petition, CENTRE, false);
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
        doThrow(new IllegalStateException("engine down")).when(process).begin(any(), any(), any(), anyBoolean());
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
                        tuple(SlipAct.ISSUED, "system", Rung.YELLOW, null),
                        tuple(SlipAct.LIFTED, "system", Rung.YELLOW, null));
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
                        tuple(SlipAct.ISSUED, "system", Rung.YELLOW, null),
                        tuple(SlipAct.REPORTED, "0106-head", Rung.YELLOW, "灯杆已更换，今晚送电。"),
                        tuple(SlipAct.LIFTED, "supervisor", Rung.YELLOW, "情况属实"));
        refused("slip-takes-no-decision", () -> desk.decide(slip, false, "再看", SUPERVISOR));
        refused("slip-takes-no-report", () -> desk.report(slip, "补充", HEAD));
    }

    @Test
    void climbsTheLadderUntilTheRulingWithASlipForEachRung() {
        String yellow = openSlip();
        desk.report(yellow, "正在办理", HEAD);
        desk.decide(yellow, false, "没有说明原因", SUPERVISOR);
        assertThat(desk.raise(yellow)).isFalse();
        Slip red = open();
        assertThat(red)
                .extracting(Slip::rung, Slip::rule, Slip::dueAt)
                .containsExactly(Rung.RED, SlipRule.REPORT_NOT_ACCEPTED, local("2026-03-18 10:00"));
        refused("slip-takes-no-ruling", () -> desk.rule(red.id(), "太早", SUPERVISOR));
        refused("slip-takes-no-report", () -> desk.report(yellow, "补充", HEAD));
        clock.shows("2026-03-18 10:00");
        desk.raise(red.id());
        Slip top = open();
        assertThat(top)
                .extracting(Slip::rung, Slip::rule, Slip::dueAt)
                .containsExactly(Rung.RAISED, SlipRule.RED_NOT_MET, local("2026-03-23 10:00"));
        verify(process).begin(top.id(), petition, LIGHTING, true);
        refused("slip-takes-no-report", () -> desk.report(top.id(), "太晚", HEAD));
        refused("slip-takes-no-decision", () -> desk.decide(top.id(), true, "太晚", SUPERVISOR));
        desk.rule(top.id(), "约谈负责人", SUPERVISOR);
        assertThat(slips(SUPERVISOR).items())
                .extracting(Slip::rung, Slip::state)
                .containsExactlyInAnyOrder(
                        tuple(Rung.YELLOW, SlipState.SUPERSEDED),
                        tuple(Rung.RED, SlipState.SUPERSEDED),
                        tuple(Rung.RAISED, SlipState.RULED));
        refused("slip-takes-no-ruling", () -> desk.rule(top.id(), "再裁", SUPERVISOR));
    }

    @Test
    void opensEachRungOnceHoweverOftenItIsAskedFor() {
        String yellow = openSlip();
        clock.shows("2026-03-18 10:00");
        desk.raise(yellow);
        desk.raise(yellow);
        assertThat(slips(SUPERVISOR).items()).extracting(Slip::rung).containsExactly(Rung.RED, Rung.YELLOW);
        verify(process, times(2)).begin(anyString(), eq(petition), anyString(), anyBoolean());
    }

    @Test
    void stopsWhereItIsLifted() {
        String yellow = openSlip();
        desk.decide(yellow, true, "已办", SUPERVISOR);
        clock.shows("2026-03-19 10:00");
        desk.raise(yellow);
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        assertThat(slips(SUPERVISOR).items()).extracting(Slip::rung).containsExactly(Rung.YELLOW);
    }

    @Test
    void raisesASlipFromBeforeInPlace() {
        String old = openSlip();
        city.jdbc()
                .sql("UPDATE supervision_slip SET climbs = true, rung = 'BLUE' WHERE id = ?")
                .param(old)
                .update();
        assertThat(desk.raise(old)).isFalse();
        assertThat(desk.raise(old)).isFalse();
        assertThat(slip().rung()).isEqualTo(Rung.RED);
        assertThat(desk.raise(old)).isTrue();
        assertThat(slip()).extracting(Slip::rung, Slip::state).containsExactly(Rung.RAISED, SlipState.OPEN);
        verify(process, times(1)).begin(anyString(), eq(petition), anyString(), anyBoolean());
    }

    @Test
    void takesBackWhatIsNoBreachAnyMoreAndMayComeAnew() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-16 10:00");
        desk.remind(petition, Stage.HANDLING, LIGHTING);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        Slip yellow = open();
        undo(moved("2026-03-17 08:00", "2026-03-18 10:00"));
        assertThat(slips(SUPERVISOR).items())
                .extracting(Slip::rung, Slip::state)
                .containsExactlyInAnyOrder(
                        tuple(Rung.YELLOW, SlipState.LIFTED), tuple(Rung.BLUE, SlipState.SUPERSEDED));
        verify(process).end(yellow.id(), petition);
        clock.shows("2026-03-18 10:00");
        desk.climb(moved("2026-03-17 08:00", "2026-03-18 10:00"), Rung.YELLOW, SlipRule.OVERDUE);
        assertThat(open().rung()).isEqualTo(Rung.YELLOW);
        undo(moved("2026-03-17 08:00", "2026-03-18 09:59"));
        assertThat(open().rung()).isEqualTo(Rung.YELLOW);
        undo(moved("2026-03-19 10:00", "2026-03-20 10:00"));
        assertThat(slips(SUPERVISOR).items()).allMatch(slip -> slip.endedAt() != null);
        assertThat(city.jdbc()
                        .sql("SELECT count(*) FROM supervision_slip WHERE petition = ? AND undone_at IS NULL")
                        .param(petition)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Limit moved(String remindAt, String dueAt) {
        Limit limit = deadlines.running(petition, Stage.HANDLING, LIGHTING).orElseThrow();
        return new Limit(
                petition,
                Stage.HANDLING,
                LIGHTING,
                1,
                limit.startedAt(),
                limit.urgeAt(),
                local(remindAt),
                local(dueAt),
                false,
                null);
    }

    private Slip open() {
        List<Slip> open =
                desk.slips(petition, true, SUPERVISOR, Window.of(null, null)).items();
        assertThat(open).hasSize(1);
        return open.get(0);
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
                         "rung": "yellow", "state": "open", "dueAt": "2026-03-18T02:00:00Z", "endedAt": null,
                         "record": [{"act": "issued", "by": "system", "rung": "yellow", "text": null}]}]}
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
