package cn.wenzheng.supervision;

import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.ClockRooms;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.SlipCommand.Decide;
import cn.wenzheng.supervision.SlipCommand.Report;
import cn.wenzheng.supervision.SlipCommand.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class SlipActionsTest extends ClockRooms {

    private static final Actor SUPERVISOR = person("supervisor", "0101", Role.SUPERVISOR);
    private static final Actor HEAD = person("0106-head", LIGHTING, Role.HANDLER, Role.HEAD);
    private static final Actor OTHER_HEAD = person("0113-head", ROADS, Role.HANDLER, Role.HEAD);
    private static final Report REPORT = new Report("已派人处理");
    private static final Decide LIFT = new Decide(true, "已落实");
    private static final Rule RULING = new Rule("三日内办结");

    @Autowired
    private SupervisionDesk desk;

    @Autowired
    private SlipActions actions;

    @Autowired
    private ApplicationEvents events;

    private String slip;

    @BeforeEach
    void aLimitIsMissed() {
        starts(Stage.HANDLING, LIGHTING, 1);
        clock.shows("2026-03-17 10:00");
        desk.escalate(petition, Stage.HANDLING, LIGHTING);
        slip = desk.slips(petition, null, SUPERVISOR, Window.of(null, null))
                .items()
                .get(0)
                .id();
    }

    @Test
    void endsTheTaskAtWhichTheSlipStands() {
        when(process.complete(any(), any(), any(), any())).thenReturn(true);
        actions.report(slip, REPORT, HEAD);
        actions.decide(slip, LIFT, SUPERVISOR);
        actions.rule(slip, RULING, SUPERVISOR);
        verify(process).complete(slip, SlipTask.ANSWER_SLIP, REPORT, HEAD);
        verify(process).complete(slip, SlipTask.FOLLOW_SLIP, LIFT, SUPERVISOR);
        verify(process).complete(slip, SlipTask.RULE_ON_SLIP, RULING, SUPERVISOR);
    }

    @Test
    void saysSoWhenTheSlipDoesNotStandThere() {
        refused("slip-takes-no-report", () -> actions.report(slip, REPORT, HEAD));
        refused("slip-takes-no-decision", () -> actions.decide(slip, LIFT, SUPERVISOR));
        refused("slip-takes-no-ruling", () -> actions.rule(slip, RULING, SUPERVISOR));
    }

    @Test
    void tellsAnotherUnitNothingOfTheSlip() {
        refused("not-found", () -> actions.report(slip, REPORT, OTHER_HEAD));
        refused("not-found", () -> desk.slip(slip, OTHER_HEAD));
        refused("not-found", () -> actions.decide("DB-20260317-999999", LIFT, SUPERVISOR));
        verify(process, never()).complete(any(), any(), any(), any());
    }

    @Test
    void asksTheRoleBeforeAnythingElse() {
        Actor handler = person("0106", LIGHTING, Role.HANDLER);
        refused("role-never-may", () -> actions.report(slip, REPORT, handler));
        refused("role-never-may", () -> actions.report(slip, REPORT, SUPERVISOR));
        refused("role-never-may", () -> actions.decide(slip, LIFT, HEAD));
        refused("role-never-may", () -> actions.rule(slip, RULING, HEAD));
        refused("role-never-may", () -> desk.slip(slip, person("operator", "0000", Role.OPERATOR)));
        verify(process, never()).complete(any(), any(), any(), any());
    }

    @Test
    void showsASlipWithItsRecord() {
        assertThat(desk.slip(slip, HEAD).record()).extracting(Slip.Entry::act).containsExactly(SlipAct.ISSUED);
    }

    @Test
    void announcesWhatWasDoneToASlip() {
        desk.urge(petition, Stage.HANDLING);
        desk.report(slip, "已派人处理", HEAD);
        desk.decide(slip, false, "没有落实", SUPERVISOR);
        desk.raise(slip);
        assertThat(events.stream(SupervisionEvent.Urged.class)
                        .filter(urged -> urged.petition().equals(petition)))
                .extracting(SupervisionEvent.Urged::unit)
                .containsExactly(LIGHTING);
        assertThat(events.stream(SupervisionEvent.SlipActed.class)
                        .filter(acted -> acted.petition().equals(petition)))
                .extracting(acted -> acted.act() + " " + acted.rung() + " " + acted.unit())
                .containsExactly(
                        "ISSUED YELLOW 0106",
                        "REPORTED YELLOW 0106",
                        "REJECTED YELLOW 0106",
                        "SUPERSEDED YELLOW 0106",
                        "ISSUED RED 0106");
    }

    private static void refused(String slug, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
