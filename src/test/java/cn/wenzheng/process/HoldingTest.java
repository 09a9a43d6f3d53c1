package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.Stage;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may take, return, hand over and end a task. */
class HoldingTest extends ProcessScene {

    private static final Actor FIRST = actor("0106", "0106", Role.HANDLER);
    private static final Actor SECOND = actor("0106-2", "0106", Role.HANDLER);

    @Autowired
    Acting acting;

    @Test
    void showsTheMostUrgentTaskFirst() {
        Deadlines.Limit sooner = new Deadlines.Limit(
                number, Stage.ACCEPTANCE, "0000", 1, DUE, DUE, DUE, DUE.minusSeconds(86_400), false, null);
        when(deadlines.running(number, Stage.ACCEPTANCE, "0000")).thenReturn(Optional.of(sooner));
        process.begin(number + "-later");
        process.begin(number);
        var page = process.tasksOf(OPERATOR, 0, 1);
        assertThat(page.items())
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isBeforeOrEqualTo(DUE.minusSeconds(86_400)));
        assertThat(page.total()).isGreaterThan(1);
        assertThat(process.tasksOf(OPERATOR, (int) page.total(), 1).items()).isEmpty();
    }

    @Test
    void showsNothingToWhoHasNoRole() {
        process.begin(number);
        assertThat(process.tasksOf(new Actor("x", "x", "0106", Set.of(), FIRST.door()), 0, 50)
                        .items())
                .isEmpty();
    }

    @Test
    void comesBackToAllWhenItsHolderReturnsIt() {
        inTheHandsOf("0106");
        String task = heldByTheFirst();
        process.release(task, FIRST);
        assertThat(process.task(task, SECOND).map(OpenTask::assignee)).isEmpty();
        verify(journal).done(eq(FIRST), eq("task-released"), eq(number), any(), any());
    }

    @Test
    void canBeReturnedOnlyByItsHolder() {
        inTheHandsOf("0106");
        String task = heldByTheFirst();
        assertRefused("task-not-held", () -> process.release(task, SECOND));
        assertRefused("not-found", () -> process.release(task, handler("0107")));
        assertThat(process.task(task, FIRST).map(OpenTask::assignee)).contains("0106");
    }

    @Test
    void goesToAColleagueOfTheUnit() {
        inTheHandsOf("0106");
        String task = heldByTheFirst();
        person("0106-2", "0106", Role.HANDLER);
        process.handOver(task, "0106-2", FIRST);
        assertThat(process.task(task, FIRST).map(OpenTask::assignee)).contains("0106-2");
        verify(journal).done(eq(FIRST), eq("task-handed-over"), eq(number), any(), any());
    }

    @Test
    void goesToNobodyElse() {
        inTheHandsOf("0106");
        String task = heldByTheFirst();
        person("0107", "0107", Role.HANDLER);
        person("clerk", "0106", Role.ASSESSOR);
        assertRefused("not-a-colleague", () -> process.handOver(task, "0107", FIRST));
        assertRefused("not-a-colleague", () -> process.handOver(task, "clerk", FIRST));
        assertRefused("not-a-colleague", () -> process.handOver(task, "nobody", FIRST));
        assertRefused("not-a-colleague", () -> process.handOver(task, "0106", FIRST));
        assertRefused("task-held-by-colleague", () -> process.handOver(task, "0106-2", SECOND));
        assertThat(process.task(task, FIRST).map(OpenTask::assignee)).contains("0106");
    }

    @Test
    void isNotEndedByAColleagueWhileSomebodyHoldsIt() {
        inTheHandsOf("0106");
        heldByTheFirst();
        assertRefused(
                "task-held-by-colleague",
                () -> process.complete(number, PetitionTask.HANDLE_PETITION, "0106", ANSWER, SECOND));
        verify(desk, never()).answer(any(), any(), any(), any());
    }

    private String heldByTheFirst() {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        acting.as(FIRST, () -> {
            tasks.claim(task, FIRST.id());
            return task;
        });
        verify(journal).done(eq(FIRST), eq("task-claimed"), eq(number), any(), any());
        return task;
    }

    private void person(String id, String unit, Role role) {
        when(organization.person(id)).thenReturn(Optional.of(new Person(id, id, unit, Set.of(role))));
    }

    private static void assertRefused(String slug, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
