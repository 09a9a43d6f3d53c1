package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import cn.wenzheng.StillClock;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionCommand.Accept;
import cn.wenzheng.petition.PetitionCommand.Answer;
import cn.wenzheng.petition.PetitionCommand.Assign;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.supervision.SupervisionDesk;
import cn.wenzheng.supervision.SupervisionProcess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A petition of its own for each test, the people who work on it and what they do. */
@ProcessTest
abstract class ProcessScene {

    static final Instant DUE = Instant.parse("2026-03-16T06:00:00Z");
    static final Actor OPERATOR = actor("operator", "0000", Role.OPERATOR);
    static final Actor DISPATCHER = actor("dispatcher", "0000", Role.DISPATCHER);
    static final Actor REVIEWER = actor("reviewer", "0000", Role.REVIEWER);
    static final Actor SUPERVISOR = actor("supervisor", "0000", Role.SUPERVISOR);
    static final Accept ACCEPT = new Accept(PetitionKind.HELP, "0201", Urgency.URGENT, "您好");
    static final Answer ANSWER = new Answer("换了灯泡", "路灯已修好", true, DUE, null);

    private static final AtomicInteger COUNT = new AtomicInteger();

    String number;
    ProcessInstance petition;

    @Autowired
    PetitionProcess process;

    @Autowired
    SupervisionProcess supervision;

    @Autowired
    PetitionDesk desk;

    @Autowired
    SupervisionDesk supervisionDesk;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OrganizationDesk organization;

    @Autowired
    Drafts drafts;

    @Autowired
    Journal journal;

    @Autowired
    StillClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @BeforeEach
    void theRoomsPlay() {
        number = "WZ-20260314-" + "%06d".formatted(COUNT.incrementAndGet());
        init(engine);
        reset(desk, supervisionDesk, deadlines, organization, drafts, journal);
        when(organization.centre()).thenReturn(new Unit("0000", "诉求中心", 1, null));
        when(deadlines.running(anyString(), any(), anyString()))
                .thenAnswer(call -> Optional.of(new Deadlines.Limit(
                        call.getArgument(0),
                        call.getArgument(1),
                        call.getArgument(2),
                        1,
                        DUE,
                        DUE.minusSeconds(7200),
                        DUE.minusSeconds(3600),
                        DUE,
                        false,
                        null)));
    }

    void begin() {
        process.begin(number);
        petition = instanceOf(PetitionHandling.KEY);
    }

    void inTheHandsOf(String... units) {
        begin();
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        assignTo(units);
    }

    void assignTo(String... units) {
        when(desk.unitsInHand(number)).thenReturn(List.of(units));
        Assign assign = new Assign(units[0], List.of(units).subList(1, units.length), null, null);
        complete(PetitionTask.ASSIGN_PETITION, null, assign, DISPATCHER);
    }

    void fires(String... timers) {
        for (String timer : timers) {
            List<Job> jobs = jobs(timer);
            assertThat(jobs).as(timer).isNotEmpty();
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    List<Job> jobs(String timer) {
        return management.createJobQuery().activityId(timer).list().stream()
                .filter(job -> number.equals(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .toList();
    }

    List<String> petitionsOf(Actor actor) {
        return process.tasksOf(actor, 0, 200).items().stream()
                .map(PetitionProcess.OpenTask::petition)
                .toList();
    }

    void complete(PetitionTask task, @Nullable String unit, PetitionCommand command, Actor actor) {
        assertThat(process.complete(number, task, unit, command, actor)).isTrue();
    }

    /** The open tasks one by one, where the engine's assertions would add the sub-process around them. */
    List<String> standsAt() {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    ProcessInstance instanceOf(String model) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(model)
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    static Actor handler(String unit) {
        return actor(unit, unit, Role.HANDLER);
    }

    static Actor actor(String id, String unit, Role role) {
        return new Actor(id, id, unit, Set.of(role), Door.API);
    }
}
