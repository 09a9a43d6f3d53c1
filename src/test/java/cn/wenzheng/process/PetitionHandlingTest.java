package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.petition.PetitionCommand.Accept;
import cn.wenzheng.petition.PetitionCommand.Answer;
import cn.wenzheng.petition.PetitionCommand.Assign;
import cn.wenzheng.petition.PetitionCommand.Close;
import cn.wenzheng.petition.PetitionCommand.Review;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.supervision.SupervisionDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of processes/petition-handling.bpmn, told with what was passed and what was not. */
@ProcessTest
class PetitionHandlingTest {

    private static final Instant DUE = Instant.parse("2026-03-16T06:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Actor OPERATOR = actor("operator", "0000", Role.OPERATOR);
    private static final Actor DISPATCHER = actor("dispatcher", "0000", Role.DISPATCHER);
    private static final Actor REVIEWER = actor("reviewer", "0000", Role.REVIEWER);
    private static final Accept ACCEPT = new Accept(PetitionKind.HELP, "0201", Urgency.URGENT, "您好");
    private static final Answer ANSWER = new Answer("换了灯泡", "路灯已修好", true, DUE, null);

    private final String number = "WZ-20260314-" + "%06d".formatted(COUNT.incrementAndGet());

    @Autowired
    PetitionProcess process;

    @Autowired
    PetitionDesk desk;

    @Autowired
    SupervisionDesk supervision;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OrganizationDesk organization;

    @Autowired
    Drafts drafts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @BeforeEach
    void theRoomsPlay() {
        reset(desk, supervision, deadlines, organization, drafts);
        when(organization.centre()).thenReturn(new Unit("0000", "诉求中心", 1, null));
        when(deadlines.running(anyString(), any(), anyString()))
                .thenAnswer(call -> Optional.of(new Deadlines.Limit(
                        call.getArgument(0),
                        call.getArgument(1),
                        call.getArgument(2),
                        1,
                        DUE,
                        DUE.minusSeconds(3600),
                        DUE,
                        null)));
    }

    @Test
    void carriesAPetitionThroughFiveTasks() {
        process.begin(number);
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        verify(desk).accept(number, ACCEPT, OPERATOR);
        when(desk.unitsInHand(number)).thenReturn(List.of("0106", "0107"));
        Assign assign = new Assign("0106", List.of("0107"), null);
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
        assertThat(standsAt()).isEmpty();
        assertThat(passed())
                .contains(Elements.END_EVENT_PETITION_CLOSED)
                .doesNotContain(Elements.END_EVENT_PETITION_REFUSED);
    }

    private void complete(
            PetitionTask task, @Nullable String unit, cn.wenzheng.petition.PetitionCommand command, Actor actor) {
        assertThat(process.complete(number, task, unit, command, actor)).isTrue();
    }

    private List<String> standsAt() {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    private List<String> passed() {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private static Actor handler(String unit) {
        return actor(unit, unit, Role.HANDLER);
    }

    private static Actor actor(String id, String unit, Role role) {
        return new Actor(id, id, unit, Set.of(role), Door.API);
    }
}
