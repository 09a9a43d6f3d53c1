package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.petition.matter.MatterProcess;
import cn.wenzheng.process.MatterHandling.Elements;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of processes/matter-handling.bpmn. */
class MatterHandlingTest extends ProcessScene {

    @RegisterExtension
    static final ModelCoverage COVERAGE = new ModelCoverage(MatterHandling.KEY);

    private String matter;
    private ProcessInstance handled;

    @Autowired
    MatterProcess matters;

    @Autowired
    MatterDesk matterDesk;

    @AfterAll
    static void leaveNoElementUntouched() {
        COVERAGE.assertWhole();
    }

    @BeforeEach
    void aMatterIsOpened() {
        reset(matterDesk);
        matter = number.replace("WZ", "SX");
        matters.begin(matter);
        handled = runtime.createProcessInstanceQuery()
                .processDefinitionKey(MatterHandling.KEY)
                .processInstanceBusinessKey(matter)
                .singleResult();
    }

    @Test
    void waitsForTheAnswerToItsLeadingPetition() {
        assertThat(handled).isWaitingAtExactly(Elements.CATCH_EVENT_MATTER_PASSED);
        verifyNoInteractions(matterDesk);
    }

    @Test
    void answersOneBatchAfterTheOtherEachInAJobOfItsOwn() {
        when(matterDesk.answerNext(matter)).thenReturn(false, true);
        matters.passed(matter);
        verifyNoInteractions(matterDesk);

        management.executeJob(batch().getId());
        verify(matterDesk).answerNext(matter);
        assertThat(handled).isWaitingAtExactly(Elements.TASK_ANSWER_MEMBERS);
        management.executeJob(batch().getId());
        verify(matterDesk, times(2)).answerNext(matter);
        assertThat(handled).isEnded().hasPassed(Elements.END_EVENT_MATTER_ANSWERED);
    }

    @Test
    void beginsABatchAnewThatHasFailed() {
        when(matterDesk.answerNext(matter))
                .thenThrow(new IllegalStateException("power cut"))
                .thenReturn(true);
        matters.passed(matter);
        String job = batch().getId();
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(IllegalStateException.class);
        assertThat(handled).isWaitingAtExactly(Elements.TASK_ANSWER_MEMBERS);
        management.executeJob(job);
        assertThat(handled).isEnded();
    }

    @Test
    void answersOneByOneWhatFailsTogether() {
        String broken = number;
        String sound = number.replace("WZ-2026", "WZ-2025");
        when(matterDesk.answerNext(matter))
                .thenThrow(new IllegalStateException("power cut"))
                .thenReturn(true);
        when(matterDesk.nextOf(matter)).thenReturn(List.of(broken, sound));
        doThrow(new IllegalStateException("broken")).when(matterDesk).answer(matter, broken);
        matters.passed(matter);

        management.executeJob(batch().getId());
        verify(matterDesk).setAside(matter, broken);
        verify(matterDesk).answer(matter, sound);
        verify(matterDesk, never()).setAside(matter, sound);
        assertThat(handled).isWaitingAtExactly(Elements.TASK_ANSWER_MEMBERS);
        management.executeJob(batch().getId());
        assertThat(handled).isEnded();
    }

    @Test
    void failsWhenNobodyCanBeAnswered() {
        when(matterDesk.answerNext(matter)).thenThrow(new IllegalStateException("broken"));
        when(matterDesk.nextOf(matter)).thenReturn(List.of(number));
        doThrow(new IllegalStateException("broken")).when(matterDesk).answer(matter, number);
        matters.passed(matter);
        String job = batch().getId();
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(IllegalStateException.class);
        verify(matterDesk).setAside(matter, number);
    }

    @Test
    void endsWhenNobodyIsLeftToBeAnswered() {
        matters.dissolve(matter);
        assertThat(handled)
                .isEnded()
                .hasPassed(Elements.END_EVENT_MATTER_DISSOLVED)
                .hasNotPassed(Elements.TASK_ANSWER_MEMBERS);
    }

    @Test
    void isToldOnlyWhileItWaits() {
        matters.passed(matter);
        assertThatThrownBy(() -> matters.passed(matter)).isInstanceOf(Refusal.class);
    }

    @Test
    void standsInTheInstancesOfItsMembers() {
        begin();
        matters.mark(number, matter);
        assertThat(runtime.getVariables(petition.getId())).containsExactlyEntriesOf(Map.of("matter", matter));
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        matters.mark(number, null);
        assertThat(runtime.getVariables(petition.getId())).doesNotContainKey("matter");
    }

    private Job batch() {
        List<Job> jobs = management
                .createJobQuery()
                .processInstanceId(handled.getId())
                .messages()
                .list();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }
}
