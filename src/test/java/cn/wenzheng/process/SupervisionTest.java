package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.process.Supervision.Elements;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of processes/supervision.bpmn. */
class SupervisionTest extends ProcessScene {

    @RegisterExtension
    static final ModelCoverage COVERAGE = new ModelCoverage(Supervision.KEY);

    private static final Actor HEAD = actor("0106-head", "0106", Role.HEAD);

    private String slip;
    private ProcessInstance supervised;

    @Autowired
    FormService forms;

    @Autowired
    Acting acting;

    @AfterAll
    static void leaveNoElementUntouched() {
        COVERAGE.assertWhole();
    }

    @BeforeEach
    void aSlipIsIssued() {
        slip = "S-" + number;
        when(supervisionDesk.dueOf(slip)).thenReturn(DUE);
        supervision.begin(slip, number, "0106", false);
        supervised = instanceOf(Supervision.KEY);
    }

    @Test
    void asksTheHeadAndTheSupervisorAtOnce() {
        assertThat(standsAt()).containsExactlyInAnyOrder(Elements.TASK_ANSWER_SLIP, Elements.TASK_FOLLOW_SLIP);
        assertThat(petitionsOf(HEAD)).contains(number);
        assertThat(petitionsOf(handler("0106"))).doesNotContain(number);
        assertThat(petitionsOf(SUPERVISOR)).contains(number);
        assertThat(jobs(Elements.BOUNDARY_EVENT_SLIP_OVERDUE))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(DUE)));
    }

    @Test
    void isLiftedWhenTheReportSatisfies() {
        submit(Elements.TASK_ANSWER_SLIP, HEAD, Map.of("form_report", "已派人处理"));
        verify(supervisionDesk).report(slip, "已派人处理", HEAD);
        assertThat(standsAt()).containsExactly(Elements.TASK_FOLLOW_SLIP);
        submit(Elements.TASK_FOLLOW_SLIP, SUPERVISOR, Map.of("form_lift", "true", "form_note", "已落实"));
        verify(supervisionDesk).decide(slip, true, "已落实", SUPERVISOR);
        verify(supervisionDesk, never()).raise(any());
        assertThat(supervised).isEnded();
    }

    @Test
    void endsWithTheNextRungWhenTheReportDoesNotSatisfy() {
        submit(Elements.TASK_FOLLOW_SLIP, SUPERVISOR, Map.of("form_lift", "false", "form_note", "没有落实"));
        verify(supervisionDesk).decide(slip, false, "没有落实", SUPERVISOR);
        verify(supervisionDesk).raise(slip);
        assertThat(supervised).isEnded().hasPassed(Elements.END_EVENT_SLIP_RAISED);
    }

    @Test
    void endsWithTheNextRungWhenNobodyReportsInTime() {
        fires(Elements.BOUNDARY_EVENT_SLIP_OVERDUE);
        verify(supervisionDesk).raise(slip);
        verify(supervisionDesk, never()).decide(any(), anyBoolean(), any(), any());
        assertThat(supervised).isEnded().hasPassed(Elements.END_EVENT_SLIP_RAISED);
    }

    @Test
    void goesOnWaitingWhenATimerWakesUpTooEarly() {
        when(supervisionDesk.mayStillAnswer(slip)).thenReturn(true);
        fires(Elements.BOUNDARY_EVENT_SLIP_OVERDUE);
        verify(supervisionDesk, never()).raise(any());
        assertThat(standsAt()).containsExactlyInAnyOrder(Elements.TASK_ANSWER_SLIP, Elements.TASK_FOLLOW_SLIP);
        submit(Elements.TASK_ANSWER_SLIP, HEAD, Map.of("form_report", "已派人处理"));
        submit(Elements.TASK_FOLLOW_SLIP, SUPERVISOR, Map.of("form_lift", "true", "form_note", "已落实"));
        assertThat(supervised).isEnded();
    }

    @Test
    void watchesTheClockNoMoreOnceTheUnitHasReported() {
        submit(Elements.TASK_ANSWER_SLIP, HEAD, Map.of("form_report", "已派人处理"));
        assertThat(jobs(Elements.BOUNDARY_EVENT_SLIP_OVERDUE)).isEmpty();
        assertThat(supervised).isWaitingAtExactly(Elements.TASK_FOLLOW_SLIP);
    }

    @Test
    void asksForARulingOnTheHighestRung() {
        String top = slip + "-top";
        when(supervisionDesk.dueOf(top)).thenReturn(DUE);
        supervision.end(slip, number);
        supervision.begin(top, number, "0106", true);
        supervised = instanceOf(Supervision.KEY);
        assertThat(supervised).isWaitingAtExactly(Elements.TASK_RULE_ON_SLIP);
        submit(Elements.TASK_RULE_ON_SLIP, SUPERVISOR, Map.of("form_ruling", "三日内办结"));
        verify(supervisionDesk).rule(top, "三日内办结", SUPERVISOR);
        verify(supervisionDesk, never()).raise(any());
        assertThat(supervised).isEnded();
    }

    @Test
    void endsOneSlipAndLeavesTheOthersOfThePetition() {
        String other = slip + "-other";
        when(supervisionDesk.dueOf(other)).thenReturn(DUE);
        supervision.begin(other, number, "0107", false);
        supervision.end(slip, number);
        assertThat(supervised).isEnded();
        assertThat(instanceOf(Supervision.KEY)).isNotNull().isNotEqualTo(supervised);
    }

    @Test
    void keepsTheTaskWhenTheConclusionIsMissing() {
        assertThatThrownBy(() -> submit(Elements.TASK_FOLLOW_SLIP, SUPERVISOR, Map.of("form_lift", "true")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("note"));
        verify(supervisionDesk, never()).decide(any(), anyBoolean(), any(), any());
        assertThat(supervised).isWaitingAt(Elements.TASK_FOLLOW_SLIP);
    }

    private void submit(String element, Actor actor, Map<String, Object> form) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        acting.as(actor, () -> forms.submitTaskFormWithVariablesInReturn(task.getId(), form, false));
    }
}
