package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.AfterReturn;
import cn.wenzheng.petition.PetitionCommand.Arbitrate;
import cn.wenzheng.petition.PetitionCommand.Assign;
import cn.wenzheng.petition.PetitionCommand.Close;
import cn.wenzheng.petition.PetitionCommand.NotOurs;
import cn.wenzheng.petition.PetitionCommand.Refuse;
import cn.wenzheng.petition.PetitionCommand.Review;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every path of processes/petition-handling.bpmn, told with what was passed and what was not. */
class PetitionHandlingTest extends ProcessScene {

    @RegisterExtension
    static final ModelCoverage COVERAGE = new ModelCoverage(PetitionHandling.KEY);

    @Autowired
    private Beginnings beginnings;

    @Autowired
    private TransactionTemplate transaction;

    @AfterAll
    static void leaveNoElementUntouched() {
        COVERAGE.assertWhole();
    }

    @Test
    void carriesAPetitionThroughFiveTasks() {
        begin();
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        verify(desk).accept(number, ACCEPT, OPERATOR);
        when(desk.unitsInHand(number)).thenReturn(List.of("0106", "0107"));
        Assign assign = new Assign("0106", List.of("0107"), null, null);
        complete(PetitionTask.ASSIGN_PETITION, null, assign, DISPATCHER);
        verify(desk).assign(number, assign, DISPATCHER);

        complete(PetitionTask.HANDLE_PETITION, "0107", ANSWER, handler("0107"));
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION);
        when(desk.answer(eq(number), eq("0106"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        verify(desk).answer(number, "0106", ANSWER, handler("0106"));

        complete(PetitionTask.REVIEW_PETITION, null, new Review(true, null), REVIEWER);
        Close close = new Close(true, true, false, Satisfaction.BASIC, "还要等");
        complete(PetitionTask.CLOSE_PETITION, null, close, REVIEWER);
        verify(desk).close(number, close, REVIEWER);
        assertThat(petition)
                .isEnded()
                .hasPassed(Elements.END_EVENT_PETITION_CLOSED)
                .hasNotPassed(Elements.END_EVENT_PETITION_REFUSED);
    }

    @Test
    void beginsAMomentLaterWhereAPlatformWaits() {
        noted(number);
        assertThat(process.isToBegin(number)).isTrue();
        assertThat(standsAt()).isEmpty();
        assertThat(beginnings.some()).isOne();
        assertThat(process.isToBegin(number)).isFalse();
        assertThat(standsAt()).containsExactly(Elements.TASK_ACCEPT_PETITION);
        assertThat(beginnings.some()).as("once").isZero();
    }

    @Test
    void whatArrivedTogetherBeginsTogether() {
        List<String> numbers = IntStream.range(0, Beginnings.AT_ONCE + 3)
                .mapToObj(one -> number + one)
                .toList();
        noted(numbers.toArray(String[]::new));
        assertThat(beginnings.some()).isEqualTo(Beginnings.AT_ONCE);
        verify(deadlines).recall(argThat(recalled -> recalled.size() == Beginnings.AT_ONCE));
        assertThat(beginnings.some()).isEqualTo(3);
        assertThat(numbers)
                .allSatisfy(one -> assertThat(tasks.createTaskQuery()
                                .processInstanceBusinessKey(one)
                                .taskDefinitionKey(Elements.TASK_ACCEPT_PETITION)
                                .count())
                        .isOne());
    }

    @Test
    void whatCannotBeginIsLeftToTheEngineAndKeepsNoOtherBack() {
        String broken = number + "0";
        String whole = number + "1";
        noted(broken, whole);
        doThrow(new IllegalStateException("no limits")).when(deadlines).recall(argThat(all -> all.contains(broken)));
        assertThat(beginnings.some()).isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(whole)
                        .activityIdIn(Elements.TASK_ACCEPT_PETITION)
                        .count())
                .isOne();
        assertThat(process.isToBegin(broken)).isTrue();
        number = broken;
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instanceOf(PetitionHandling.KEY).getId())
                .singleResult()
                .getId());
        assertThat(process.isToBegin(broken)).isFalse();
        assertThat(standsAt()).containsExactly(Elements.TASK_ACCEPT_PETITION);
    }

    @Test
    void whatIsTakenBackNeverBegins() {
        transaction.executeWithoutResult(begun -> {
            process.beginLater(List.of(number));
            begun.setRollbackOnly();
        });
        assertThat(beginnings.some()).isZero();
        assertThat(process.isToBegin(number)).isFalse();
    }

    private void noted(String... petitions) {
        transaction.executeWithoutResult(begun -> process.beginLater(List.of(petitions)));
    }

    @Test
    void endsWithARefusal() {
        begin();
        Refuse refuse = new Refuse(RefusalReason.EMERGENCY, "请拨打 110");
        complete(PetitionTask.ACCEPT_PETITION, null, refuse, OPERATOR);
        verify(desk).refuse(number, refuse, OPERATOR);
        verify(desk, never()).accept(any(), any(), any());
        assertThat(petition)
                .isEnded()
                .hasPassed(Elements.END_EVENT_PETITION_REFUSED)
                .hasNotPassed(Elements.TASK_ASSIGN_PETITION);
    }

    @Test
    void goesBackToAssignmentWhenTheLeadIsNotResponsible() {
        inTheHandsOf("0106", "0107");
        NotOurs notOurs = new NotOurs(ReturnGround.OTHER_AREA, "在贺兰县");
        when(desk.returned(number, "0106", notOurs, true, handler("0106"))).thenReturn(AfterReturn.ASSIGN_ANEW);
        complete(PetitionTask.HANDLE_PETITION, "0106", notOurs, handler("0106"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ASSIGN_PETITION);
        assertThat(petition).hasPassed(Elements.GATEWAY_UNIT_RESPONSIBLE).hasNotPassed(Elements.TASK_REVIEW_PETITION);

        when(desk.unitsInHand(number)).thenReturn(List.of("0201"));
        complete(PetitionTask.ASSIGN_PETITION, null, new Assign("0201", List.of(), null, null), DISPATCHER);
        when(desk.answer(eq(number), eq("0201"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0201", ANSWER, handler("0201"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void asksSupervisionWhoseItIsWhenItWasReturnedTooOften() {
        inTheHandsOf("0106", "0107");
        NotOurs notOurs = new NotOurs(ReturnGround.OTHER_AREA, "在贺兰县");
        when(desk.returned(number, "0106", notOurs, true, handler("0106"))).thenReturn(AfterReturn.RULE);
        complete(PetitionTask.HANDLE_PETITION, "0106", notOurs, handler("0106"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ARBITRATE_PETITION);
        assertThat(petition)
                .hasPassed(Elements.GATEWAY_RULING_NEEDED)
                .hasNotPassed(Elements.THROW_EVENT_PETITION_RETURNED);
        assertThat(process.tasksOf(SUPERVISOR, 0, 200).items())
                .filteredOn(task -> task.petition().equals(number))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(DUE));

        Arbitrate ruling = new Arbitrate("0201", List.of("0106"), "该路段由贺兰县养护");
        assertThat(process.complete(number, PetitionTask.ARBITRATE_PETITION, null, ruling, DISPATCHER))
                .isFalse();
        when(desk.unitsInHand(number)).thenReturn(List.of("0201", "0106"));
        complete(PetitionTask.ARBITRATE_PETITION, null, ruling, SUPERVISOR);
        verify(desk).arbitrate(number, ruling, SUPERVISOR);
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION, Elements.TASK_HANDLE_PETITION);
        when(desk.answer(eq(number), eq("0201"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0201", ANSWER, handler("0201"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void endsOnlyTheAssistingUnitsPartWhenThatIsNotResponsible() {
        inTheHandsOf("0106", "0107");
        NotOurs notOurs = new NotOurs(ReturnGround.NOT_OUR_DUTY, "与我们无关");
        when(desk.returned(number, "0107", notOurs, true, handler("0107"))).thenReturn(AfterReturn.OTHERS_GO_ON);
        complete(PetitionTask.HANDLE_PETITION, "0107", notOurs, handler("0107"));
        verify(desk).returned(number, "0107", notOurs, true, handler("0107"));
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION);
        assertThat(process.complete(number, PetitionTask.HANDLE_PETITION, "0107", ANSWER, handler("0107")))
                .isFalse();
        assertThat(process.tasksOf(handler("0106"), 0, 50).items())
                .anySatisfy(task -> assertThat(task.petition()).isEqualTo(number));
    }

    @Test
    void endsTheOtherPartsWhenTheLeadGoesOnWithoutThem() {
        inTheHandsOf("0106", "0107");
        when(desk.answer(eq(number), eq("0106"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void comesBackToTheUnitsWhenTheAnswerDoesNotSatisfy() {
        inTheHandsOf("0106");
        when(desk.answer(eq(number), eq("0106"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        complete(PetitionTask.REVIEW_PETITION, null, new Review(false, "没有回答问题"), REVIEWER);
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION);
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void takesEveryRightFromTheOldUnitWhenReassigned() {
        inTheHandsOf("0106", "0107");
        when(desk.unitsInHand(number)).thenReturn(List.of("0201"));
        process.reassign(number);
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION);
        assertThat(petitionsOf(handler("0106"))).doesNotContain(number);
        assertThat(petitionsOf(handler("0107"))).doesNotContain(number);
        assertThat(petitionsOf(handler("0201"))).contains(number);
        assertThat(process.complete(number, PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106")))
                .isFalse();
        verify(desk, never()).answer(any(), any(), any(), any());
    }

    @Test
    void refusesToReassignWhatNoUnitHolds() {
        begin();
        assertThatThrownBy(() -> process.reassign(number))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ACCEPT_PETITION);
    }

    @Test
    void stopsWhenTheCitizenWithdrawsAndEndsItsSupervisionToo() {
        inTheHandsOf("0106");
        when(supervisionDesk.dueOf("S1")).thenReturn(DUE);
        supervision.begin("S1", number, "0106", false);
        process.withdraw(number);
        assertThat(petition).isEnded();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
        assertThat(petition)
                .hasPassed(Elements.END_EVENT_PETITION_WITHDRAWN)
                .hasNotPassed(Elements.END_EVENT_PETITION_CLOSED);
    }

    @Test
    void urgesRemindsAndEscalatesAtTheCentresStages() {
        begin();
        fires(
                Elements.BOUNDARY_EVENT_ACCEPTANCE_URGE,
                Elements.BOUNDARY_EVENT_ACCEPTANCE_REMINDER,
                Elements.BOUNDARY_EVENT_ACCEPTANCE_OVERDUE);
        verify(supervisionDesk).urge(number, Stage.ACCEPTANCE);
        verify(supervisionDesk).remind(number, Stage.ACCEPTANCE, null);
        verify(supervisionDesk).escalate(number, Stage.ACCEPTANCE, null);
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ACCEPT_PETITION);

        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        fires(
                Elements.BOUNDARY_EVENT_ASSIGNMENT_URGE,
                Elements.BOUNDARY_EVENT_ASSIGNMENT_REMINDER,
                Elements.BOUNDARY_EVENT_ASSIGNMENT_OVERDUE);
        verify(supervisionDesk).urge(number, Stage.ASSIGNMENT);
        verify(supervisionDesk).remind(number, Stage.ASSIGNMENT, null);
        verify(supervisionDesk).escalate(number, Stage.ASSIGNMENT, null);

        assignTo("0106");
        when(desk.answer(eq(number), eq("0106"), any(), any())).thenReturn(true);
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        fires(
                Elements.BOUNDARY_EVENT_REVIEW_URGE,
                Elements.BOUNDARY_EVENT_REVIEW_REMINDER,
                Elements.BOUNDARY_EVENT_REVIEW_OVERDUE);
        verify(supervisionDesk).urge(number, Stage.REVIEW);
        verify(supervisionDesk).remind(number, Stage.REVIEW, null);
        verify(supervisionDesk).escalate(number, Stage.REVIEW, null);
        assertThat(petition).isWaitingAtExactly(Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void letsNoVariableTakeTheModelsBean() {
        begin();
        runtime.setVariable(petition.getId(), "urgeHolder", "nobody");
        fires(Elements.BOUNDARY_EVENT_ACCEPTANCE_URGE);
        verify(supervisionDesk).urge(number, Stage.ACCEPTANCE);
    }

    @Test
    void escalatesOnlyTheUnitThatIsLate() {
        inTheHandsOf("0106", "0107", "0108");
        complete(PetitionTask.HANDLE_PETITION, "0107", ANSWER, handler("0107"));
        assertThat(jobs(Elements.BOUNDARY_EVENT_HANDLING_OVERDUE)).hasSize(2);
        Job ofTheLead = jobs(Elements.BOUNDARY_EVENT_HANDLING_OVERDUE).get(0);
        management.executeJob(ofTheLead.getId());
        ArgumentCaptor<String> unit = ArgumentCaptor.forClass(String.class);
        verify(supervisionDesk).escalate(eq(number), eq(Stage.HANDLING), unit.capture());
        assertThat(unit.getValue()).isIn("0106", "0108");
        fires(Elements.BOUNDARY_EVENT_HANDLING_REMINDER);
        verify(supervisionDesk, never()).remind(number, Stage.HANDLING, "0107");
        verify(supervisionDesk).remind(number, Stage.HANDLING, "0106");
        verify(supervisionDesk).remind(number, Stage.HANDLING, "0108");
        fires(Elements.BOUNDARY_EVENT_HANDLING_URGE, Elements.BOUNDARY_EVENT_SIGN_IN_OVERDUE);
        verify(supervisionDesk, times(2)).urge(number, Stage.HANDLING);
        verify(supervisionDesk).escalate(number, Stage.SIGN_IN, "0106");
        verify(supervisionDesk).escalate(number, Stage.SIGN_IN, "0108");
    }

    @Test
    void setsTimersAndTasksFromTheLimits() {
        inTheHandsOf("0106");
        assertThat(jobs(Elements.BOUNDARY_EVENT_HANDLING_OVERDUE))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(DUE)));
        assertThat(jobs(Elements.BOUNDARY_EVENT_HANDLING_REMINDER))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(DUE.minusSeconds(3600))));
        assertThat(jobs(Elements.BOUNDARY_EVENT_HANDLING_URGE))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(DUE.minusSeconds(7200))));
        assertThat(process.tasksOf(handler("0106"), 0, 50).items())
                .filteredOn(task -> task.petition().equals(number))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.task()).isEqualTo(PetitionTask.HANDLE_PETITION.word());
                    assertThat(task.unit()).isEqualTo("0106");
                    assertThat(task.due()).isEqualTo(DUE);
                });
    }

    @Test
    void isDoneOnceWhenTwoPeopleEndTheSameTaskAtOnce() throws Exception {
        begin();
        CyclicBarrier bothAreInside = new CyclicBarrier(2);
        doAnswer(call -> bothAreInside.await(20, TimeUnit.SECONDS)).when(desk).accept(any(), any(), any());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> accepts =
                    () -> process.complete(number, PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> outcome : two.invokeAll(List.of(accepts, accepts))) {
                done.add(outcome.get());
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ASSIGN_PETITION);
    }

    @Test
    void doesNotBeginWithoutALimit() {
        when(deadlines.running(number, Stage.ACCEPTANCE, "0000")).thenReturn(Optional.empty());
        assertThatThrownBy(() -> process.begin(number)).hasStackTraceContaining("no running limit");
        assertThat(instanceOf(PetitionHandling.KEY)).isNull();
    }
}
