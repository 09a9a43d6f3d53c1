package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.AfterReturn;
import cn.wenzheng.petition.PetitionCommand.Accept;
import cn.wenzheng.petition.PetitionCommand.Answer;
import cn.wenzheng.petition.PetitionCommand.AnswerAtOnce;
import cn.wenzheng.petition.PetitionCommand.AskBack;
import cn.wenzheng.petition.PetitionCommand.Assign;
import cn.wenzheng.petition.PetitionCommand.Close;
import cn.wenzheng.petition.PetitionCommand.NotOurs;
import cn.wenzheng.petition.PetitionCommand.Refuse;
import cn.wenzheng.petition.PetitionCommand.Review;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Tasklist submits becomes the same command as the API's, and nothing of it stays in the engine. */
class TaskFormTest extends ProcessScene {

    @Autowired
    FormService forms;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsAnAcceptanceWithEmptyFields() {
        begin();
        Map<String, Object> form = new HashMap<>(Map.of(
                "form_decision", "accept",
                "form_kind", "help",
                "form_urgency", "life",
                "form_category", "C010101",
                "form_firstAnswer", "",
                "form_note", ""));
        form.put("form_reason", null);
        submit(OPERATOR, form);
        verify(desk).accept(number, new Accept(PetitionKind.HELP, "C010101", Urgency.LIFE, null), OPERATOR);
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ASSIGN_PETITION);
    }

    @Test
    void readsARefusal() {
        begin();
        submit(OPERATOR, Map.of("form_decision", "refuse", "form_reason", "not-this-city", "form_note", "请找邻市"));
        verify(desk).refuse(number, new Refuse(RefusalReason.NOT_THIS_CITY, "请找邻市"), OPERATOR);
        assertThat(petition).isEnded();
    }

    @Test
    void readsAnAnswerAtOnceWithWhatWasTypedForOtherWays() {
        begin();
        submit(
                OPERATOR,
                Map.of(
                        "form_decision", "answer",
                        "form_kind", "inquiry",
                        "form_category", "C010101",
                        "form_publicAnswer", "请带身份证",
                        "form_question", "哪里？",
                        "form_reason", "secrets"));
        verify(desk).answerAtOnce(number, new AnswerAtOnce(PetitionKind.INQUIRY, "C010101", "请带身份证"), OPERATOR);
        assertThat(petition).isWaitingAtExactly(Elements.TASK_CLOSE_PETITION);
    }

    @Test
    void readsAQuestion() {
        begin();
        when(desk.supplementUntil(number)).thenReturn(DUE);
        submit(OPERATOR, Map.of("form_decision", "ask", "form_question", "哪里？"));
        verify(desk).askBack(number, new AskBack("哪里？"), OPERATOR);
        assertThat(petition).isWaitingAtExactly(Elements.TASK_AWAIT_PETITIONER);
    }

    @Test
    void readsTheAssistingUnits() {
        begin();
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        when(desk.unitsInHand(number)).thenReturn(List.of("0106"));
        submit(
                DISPATCHER,
                Map.of(
                        "form_lead", "0106",
                        "form_assisting",
                                SpinValues.jsonValue("[\"0107\",\"0108\"]").create(),
                        "form_note", "请尽快"));
        verify(desk).assign(number, new Assign("0106", List.of("0107", "0108"), "请尽快", null), DISPATCHER);
    }

    @Test
    void readsAnAnswer() {
        inTheLeadsHands();
        submit(
                handler("0106"),
                Map.of(
                        "form_decision", "answer",
                        "form_answer", "换了灯泡",
                        "form_publicAnswer", "修好了",
                        "form_solved", "false",
                        "form_contactedAt", "2026-03-14T10:15+08:00",
                        "form_dissent", "缺供电公司"));
        Answer answer = new Answer("换了灯泡", "修好了", false, Instant.parse("2026-03-14T02:15:00Z"), "缺供电公司");
        verify(desk).answer(number, "0106", answer, handler("0106"));
    }

    @Test
    void readsThatItIsNotOurs() {
        inTheLeadsHands();
        submit(handler("0106"), Map.of("form_decision", "not-ours", "form_ground", "other-area", "form_note", "在贺兰"));
        verify(desk).returned(number, "0106", new NotOurs(ReturnGround.OTHER_AREA, "在贺兰"), true, handler("0106"));
    }

    @Test
    void readsAReviewAndACallBack() {
        inTheLeadsHands();
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        submit(REVIEWER, Map.of("form_pass", "true", "form_note", ""));
        verify(desk).review(number, new Review(true, null), REVIEWER);
        submit(
                REVIEWER,
                Map.of(
                        "form_reached", "true",
                        "form_contacted", "false",
                        "form_solved", "true",
                        "form_satisfaction", "basic",
                        "form_reason", "等得太久"));
        verify(desk).close(number, new Close(true, false, true, Satisfaction.BASIC, "等得太久"), REVIEWER);
        assertThat(petition).isEnded();
    }

    @Test
    void leavesNothingThatWasTypedInTheEngine() {
        begin();
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        assignTo("0106");
        when(desk.answer(any(), any(), any(), any())).thenReturn(true);
        String answer = "这是只有办理人写下的话".repeat(1800);
        submit(handler("0106"), Map.of("form_answer", answer, "form_solved", "true"));
        verify(desk).answer(number, "0106", new Answer(answer, null, true, null, null), handler("0106"));
        for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + table + " WHERE name_ LIKE 'form%'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM act_ge_bytearray WHERE name_ LIKE 'form%' AND deployment_id_ IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsTheTaskAndTheDraftWhenTheDeskRefuses() {
        begin();
        doThrow(Refusal.invalid("category", "category-unknown")).when(desk).accept(any(), any(), any());
        assertRefused(
                "category-unknown",
                () -> submit(OPERATOR, Map.of("form_kind", "help", "form_category", "C99", "form_urgency", "normal")));
        assertThat(petition).isWaitingAtExactly(Elements.TASK_ACCEPT_PETITION);
        verifyNoInteractions(drafts);
    }

    @Test
    void forgetsTheDraftsOfADoneTask() {
        begin();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        verify(drafts).discard(task);
    }

    @Test
    void refusesWhatTheFormDoesNotHave() {
        inTheLeadsHands();
        assertRefused("unknown-field", () -> submit(handler("0106"), Map.of("form_pass", "true")));
        assertRefused("unknown-field", () -> submit(handler("0106"), Map.of("dept", "0107")));
        verify(desk, never()).answer(eq(number), any(), any(), any());
        assertThat(standsAt()).containsExactly(Elements.TASK_HANDLE_PETITION);
    }

    @Test
    void refusesWhatIsNotWrittenAsTheFormWritesIt() {
        inTheLeadsHands();
        Actor handler = handler("0106");
        assertRefused("field-malformed", () -> submit(handler, Map.of("form_answer", "a", "form_solved", "maybe")));
        assertRefused(
                "field-malformed",
                () -> submit(handler, Map.of("form_answer", "a", "form_solved", "true", "form_contactedAt", "今天")));
        assertRefused("field-malformed", () -> submit(handler, Map.of("form_answer", 12, "form_solved", "true")));
        assertRefused("field-malformed", () -> submit(handler, Map.of("form_decision", "later")));
        assertRefused(
                "field-not-in-list",
                () -> submit(handler, Map.of("form_decision", "not-ours", "form_ground", "no", "form_note", "n")));
        assertRefused("field-required", () -> submit(handler, Map.of("form_answer", " ", "form_solved", "true")));
        assertRefused(
                "field-too-long",
                () -> submit(handler, Map.of("form_answer", "长".repeat(20_001), "form_solved", "true")));
        assertRefused(
                "field-with-null-character",
                () -> submit(handler, Map.of("form_answer", "a\u0000b", "form_solved", "true")));
        verify(desk, never()).answer(eq(number), any(), any(), any());
    }

    @Test
    void takesExpressionsForText() {
        inTheLeadsHands();
        submit(handler("0106"), Map.of("form_answer", "${1+1} #{desk}", "form_solved", "true"));
        verify(desk).answer(number, "0106", new Answer("${1+1} #{desk}", null, true, null, null), handler("0106"));
    }

    @Test
    void isNotThereForAnotherUnit() {
        inTheLeadsHands();
        assertRefused("not-found", () -> submit(handler("0107"), Map.of("form_answer", "a", "form_solved", "true")));
        assertRefused(
                "not-found",
                () -> submit(
                        actor("assessor", "0000", Role.ASSESSOR), Map.of("form_answer", "a", "form_solved", "true")));
        verify(desk, never()).answer(eq(number), any(), any(), any());
    }

    private void inTheLeadsHands() {
        inTheHandsOf("0106");
        when(desk.answer(any(), any(), any(), any())).thenReturn(true);
        when(desk.returned(any(), any(), any(), anyBoolean(), any())).thenReturn(AfterReturn.ASSIGN_ANEW);
    }

    private void submit(Actor actor, Map<String, Object> form) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        acting.as(actor, () -> forms.submitTaskFormWithVariablesInReturn(task.getId(), form, false));
    }

    private static void assertRefused(String slug, ThrowingCallable submission) {
        assertThatThrownBy(submission)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
