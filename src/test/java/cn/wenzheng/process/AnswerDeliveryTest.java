package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCalls.Attempt;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand.Clear;
import cn.wenzheng.petition.delivery.DeliveryCommand.ClearStep;
import cn.wenzheng.petition.delivery.DeliveryCommand.Redirect;
import cn.wenzheng.petition.delivery.DeliveryCommand.RedirectStep;
import cn.wenzheng.petition.delivery.DeliveryCommand.Settle;
import cn.wenzheng.petition.delivery.DeliveryCommand.SettleStep;
import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryProcess.Outset;
import cn.wenzheng.petition.delivery.DeliveryTask;
import cn.wenzheng.petition.delivery.DeliveryVerdict;
import cn.wenzheng.petition.delivery.Precedence;
import cn.wenzheng.process.AnswerDelivery.Elements;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of processes/answer-delivery.bpmn. */
class AnswerDeliveryTest extends ProcessScene {

    @RegisterExtension
    static final ModelCoverage COVERAGE = new ModelCoverage(AnswerDelivery.KEY);

    private static final String NODE = "here";
    private static final String DELIVERY = "7";
    private static final List<Channel> HERE = List.of(Channel.WEIBO);
    private static final Actor EDITOR = actor("publicity", "0000", Role.PUBLICITY);

    @Autowired
    private DeliveryProcess deliveries;

    @Autowired
    private DeliveryCalls calls;

    @Autowired
    private AnswerSteps steps;

    @Autowired
    private AnswerHand hand;

    @Autowired
    private ExternalTaskService external;

    private ProcessInstance carried;

    @AfterEach
    void nothingIsLeftForTheNext() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(AnswerDelivery.KEY)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test is over"));
    }

    @AfterAll
    static void leaveNoElementUntouched() {
        COVERAGE.assertWhole();
    }

    @BeforeEach
    void theOutboxPlays() {
        hand.stop();
        reset(calls);
        when(calls.begin(anyString(), anyString())).thenAnswer(call -> new Attempt(call.getArgument(0), 1));
        when(calls.call(any())).thenReturn(mock(DeliveryCalls.Made.class));
        when(calls.decideBy()).thenReturn(DUE);
        when(calls.allowedAt(DELIVERY)).thenReturn(DUE);
    }

    @Test
    void goesOutAtOnceWhenItsTextIsClear() {
        begin(true);
        tried(new DeliveryVerdict.Sent());
        verify(calls).begin(DELIVERY, NODE);
        assertThat(carried).isEnded().hasPassed(Elements.END_EVENT_ANSWER_SENT);
    }

    @Test
    void theEngineKnowsItsNumberAndNothingElse() {
        begin(true);
        assertThat(runtime.getVariables(carried.getId()))
                .containsOnlyKeys("delivery", "channel", "precedence", "textClear");
    }

    @Test
    void d7WaitsForAnInstantAndUsesUpNoTry() {
        begin(true);
        tried(new DeliveryVerdict.Later(true));
        assertThat(jobs(Elements.CATCH_EVENT_DELIVERY_ALLOWED))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(DUE)));
        fires(Elements.CATCH_EVENT_DELIVERY_ALLOWED);
        tried(new DeliveryVerdict.Sent());
        assertThat(carried).isEnded();
    }

    @Test
    void aFailedTryIsMadeAgainAfterItsPauseAndStopsAsAnIncident() {
        begin(true);
        tried(new DeliveryVerdict.Failed("busy", 1, Duration.ofMinutes(5)));
        assertThat(steps.take(NODE, 5, HERE)).as("before its pause is over").isEmpty();
        clock.shows(clock.instant().plus(Duration.ofMinutes(6)));
        tried(new DeliveryVerdict.Failed("busy", 0, Duration.ZERO));
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(carried.getId())
                        .count())
                .isOne();
        assertThat(steps.take(NODE, 5, HERE)).isEmpty();
        assertThat(deliveries.tryNow(carried.getId())).isTrue();
        tried(new DeliveryVerdict.Sent());
        assertThat(carried).isEnded();
    }

    @Test
    void whatWaitsCanBeTriedNow() {
        begin(true);
        tried(new DeliveryVerdict.Later(true));
        assertThat(deliveries.tryNow(carried.getId())).isTrue();
        tried(new DeliveryVerdict.Sent());
        assertThat(carried).isEnded();
    }

    @Test
    void asksForClearWordsFirst() {
        begin(false);
        assertThat(carried).isWaitingAtExactly(Elements.TASK_CLEAR_ANSWER);
        assertThat(deliveries.tryNow(carried.getId())).isFalse();
        assertThat(petitionsOf(EDITOR)).contains(number);
        assertThat(petitionsOf(OPERATOR)).contains(number);
        assertThat(petitionsOf(DISPATCHER)).doesNotContain(number);
        decides(DeliveryTask.CLEAR_ANSWER, new Clear(ClearStep.MASKED, null, null), true);
        fires(Elements.CATCH_EVENT_DELIVERY_ALLOWED);
        tried(new DeliveryVerdict.Sent());
        assertThat(carried).isEnded();
    }

    @Test
    void asksForClearWordsWhenItHasToGoOnInPublic() {
        begin(true);
        tried(new DeliveryVerdict.Later(false));
        fires(Elements.CATCH_EVENT_DELIVERY_ALLOWED);
        assertThat(carried).isWaitingAtExactly(Elements.TASK_CLEAR_ANSWER);
    }

    @Test
    void asksWhereToWhenItCannotBeDelivered() {
        begin(true);
        tried(new DeliveryVerdict.Undeliverable());
        assertThat(carried).isWaitingAtExactly(Elements.TASK_REDIRECT_ANSWER);
        decides(DeliveryTask.REDIRECT_ANSWER, new Redirect(RedirectStep.BY_HAND, null, null), false);
        assertThat(carried).isEnded().hasPassed(Elements.END_EVENT_ANSWER_SETTLED);
    }

    @Test
    void asksWhatBecameOfItWhenNobodyKnows() {
        begin(true);
        tried(new DeliveryVerdict.FateUnknown());
        assertThat(carried).isWaitingAtExactly(Elements.TASK_SETTLE_ANSWER);
        decides(DeliveryTask.SETTLE_ANSWER, new Settle(SettleStep.RESEND, null), true);
        fires(Elements.CATCH_EVENT_DELIVERY_ALLOWED);
        assertThat(steps.take(NODE, 5, HERE)).hasSize(1);
    }

    @Test
    void nothingTypedStaysInTheEngine() {
        begin(false);
        decides(DeliveryTask.CLEAR_ANSWER, new Clear(ClearStep.CHANGE, "路灯已修好", "原文有电话"), true);
        verify(calls).decide(eq(DELIVERY), eq(new Clear(ClearStep.CHANGE, "路灯已修好", "原文有电话")), eq(EDITOR));
        assertThat(runtime.getVariables(carried.getId()))
                .containsOnlyKeys("delivery", "channel", "precedence", "textClear", "sendAgain");
    }

    @Test
    void aDecisionThatIsRefusedKeepsTheTask() {
        begin(false);
        when(calls.decide(any(), any(), any())).thenThrow(Refusal.invalid("words", "public-text-holds-personal-data"));
        assertThatThrownBy(() -> deliveries.complete(
                        carried.getId(), DeliveryTask.CLEAR_ANSWER, new Clear(ClearStep.CHANGE, "139", null), EDITOR))
                .isInstanceOf(Refusal.class);
        assertThat(carried).isWaitingAtExactly(Elements.TASK_CLEAR_ANSWER);
    }

    @Test
    void nobodyElseDecides() {
        begin(false);
        assertThat(deliveries.complete(
                        carried.getId(), DeliveryTask.CLEAR_ANSWER, new Clear(ClearStep.MASKED, null, null), REVIEWER))
                .isFalse();
        verify(calls, never()).decide(any(), any(), any());
    }

    @Test
    void d4EndsWhereverItWaitsWhenItIsCancelled() {
        begin(true);
        tried(new DeliveryVerdict.Later(true));
        deliveries.cancel(carried.getId());
        assertThat(carried).isEnded().hasPassed(Elements.END_EVENT_DELIVERY_CANCELLED);
        begin(false);
        deliveries.cancel(carried.getId());
        assertThat(carried).isEnded();
        begin(true);
        deliveries.cancel(carried.getId());
        assertThat(carried).isEnded();
        assertThat(steps.take(NODE, 5, HERE)).isEmpty();
    }

    @Test
    void aFirstAnswerGoesBeforeTheManyOfOneMatterAndThenWhatHasWaitedLonger() {
        begin("1", Precedence.TO_MANY, true);
        for (String usual : List.of("2", "3")) {
            begin(usual, Precedence.USUAL, true);
            clock.shows(clock.instant().plusSeconds(1));
        }
        begin("4", Precedence.PROMISED, true);
        assertThat(steps.take(NODE, 4, HERE))
                .extracting(taken -> taken.attempt().delivery())
                .containsExactly("4", "2", "3", "1");
    }

    @Test
    void eachChannelIsTakenForItself() {
        begin(true);
        assertThat(steps.take(NODE, 5, List.of(Channel.WECHAT, Channel.EMAIL))).isEmpty();
        assertThat(steps.take(NODE, 5, List.of(Channel.WECHAT, Channel.WEIBO)))
                .singleElement()
                .satisfies(taken -> assertThat(taken.topic()).isEqualTo(AnswerDelivery.topic(Channel.WEIBO)));
    }

    @Test
    void aTryThatIsOverMovesNothing() {
        begin(true);
        tried(new DeliveryVerdict.Over());
        assertThat(carried).isNotEnded().isWaitingAtExactly(Elements.TASK_SEND_ANSWER);
        assertThat(external.createExternalTaskQuery()
                        .processInstanceId(carried.getId())
                        .locked()
                        .count())
                .isOne();
    }

    @Test
    void d2ALockKeepsOtherNodesAwayUntilItHasLapsed() {
        begin(true);
        assertThat(steps.take(NODE, 5, HERE)).hasSize(1);
        assertThat(steps.take("there", 5, HERE)).isEmpty();
        clock.shows(clock.instant().plus(AnswerSteps.LOCK).plusSeconds(1));
        assertThat(steps.take("there", 5, HERE))
                .as("still in this program's hand")
                .isEmpty();
    }

    private void begin(boolean clear) {
        String instance = begin(DELIVERY, Precedence.USUAL, clear);
        carried =
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    }

    private String begin(String delivery, Precedence precedence, boolean clear) {
        return deliveries.begin(new Outset(delivery, number, Channel.WEIBO, precedence), clear);
    }

    /** Takes what is there, this petition's try among it, and lets it come to this. */
    private void tried(DeliveryVerdict verdict) {
        when(calls.record(any())).thenReturn(verdict);
        List<AnswerSteps.Taken> taken = steps.take(NODE, 1, HERE);
        assertThat(taken).hasSize(1);
        steps.carry(taken.get(0), NODE);
    }

    private void decides(DeliveryTask task, DeliveryCommand command, boolean again) {
        when(calls.decide(any(), any(), any())).thenReturn(again);
        assertThat(deliveries.complete(carried.getId(), task, command, EDITOR)).isTrue();
    }
}
