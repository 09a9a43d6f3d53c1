package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What the engine itself lets each role do, and what Tasklist lists for a person. */
class RightsTest extends ProcessScene {

    private static final Actor ADMIN = actor("admin", "0000", Role.ADMIN);

    @Autowired
    IdentityService identity;

    @Autowired
    Acting acting;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    RepositoryService repository;

    @Autowired
    @Qualifier("rightsBootstrap")
    SmartInitializingSingleton bootstrap;

    @AfterEach
    void everybodyLeaves() {
        identity.clearAuthentication();
    }

    @Test
    void areWrittenOnceHoweverOftenTheProductStarts() {
        long before = authorizations.createAuthorizationQuery().count();
        bootstrap.afterSingletonsInstantiated();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("我的任务", "本单位待办", "今日到期", "已逾期");
    }

    @Test
    void openEachWebappToItsRole() {
        assertThat(mayAccess(handler("0106"), "tasklist")).isTrue();
        assertThat(mayAccess(handler("0106"), "cockpit")).isFalse();
        assertThat(mayAccess(SUPERVISOR, "cockpit")).isTrue();
        assertThat(mayAccess(SUPERVISOR, "admin")).isFalse();
        assertThat(mayAccess(ADMIN, "admin")).isTrue();
        assertThat(mayAccess(actor("auditor", "0000", Role.AUDITOR), "cockpit")).isFalse();
    }

    @Test
    void listATaskWhereItBelongs() {
        clock.shows("2026-03-16 09:00");
        inTheHandsOf("0106");
        Actor handler = handler("0106");
        assertThat(listed("本单位待办", handler)).contains(number);
        assertThat(listed("今日到期", handler)).contains(number);
        assertThat(listed("已逾期", handler)).doesNotContain(number);
        assertThat(listed("我的任务", handler)).doesNotContain(number);
        assertThat(listed("本单位待办", handler("0107"))).doesNotContain(number);

        clock.shows("2026-03-16 14:01");
        acting.as(handler, () -> {
            tasks.claim(task(), "0106");
            return number;
        });
        assertThat(listed("本单位待办", handler)).contains(number);
        assertThat(listed("今日到期", handler)).doesNotContain(number);
        assertThat(listed("已逾期", handler)).contains(number);
        assertThat(listed("我的任务", handler)).contains(number);
    }

    @Test
    void showASupervisorEverythingAndLetHimChangeNothing() {
        inTheHandsOf("0106");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        enter(SUPERVISOR);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isOne();
        assertThat(runtime.getVariable(instance, "accepted")).isEqualTo(true);
        assertThat(management.createJobQuery().processInstanceId(instance).listPage(0, 9))
                .hasSize(4);
        assertDenied(() -> runtime.setVariable(instance, "accepted", false));
        assertDenied(() -> runtime.deleteProcessInstance(instance, "x"));
        assertDenied(() -> runtime.startProcessInstanceByKey(PetitionHandling.KEY));
        assertDenied(() -> tasks.complete(tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId()));
    }

    @Test
    void letAHandlerWorkOnHisTaskAndOnNothingElse() {
        inTheHandsOf("0106", "0107");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        enter(handler("0106"));
        Task own = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .listPage(0, 9)
                .get(0);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).count())
                .isOne();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertDenied(() -> tasks.setVariable(own.getId(), "accepted", false));
        assertDenied(() -> tasks.setAssignee(own.getId(), "0107"));
        assertDenied(() -> filters.saveFilter(filters.newTaskFilter("mine")));
        assertDenied(
                () -> repository.createDeployment().addString("x.bpmn", "<x/>").deploy());
    }

    @Test
    void letNoAdministratorTouchAPetitionOrGrantHimselfMore() {
        inTheHandsOf("0106");
        String task = task();
        String job = jobs(PetitionHandling.Elements.BOUNDARY_EVENT_HANDLING_OVERDUE)
                .get(0)
                .getId();
        enter(ADMIN);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        management.setJobRetries(job, 2);
        assertDenied(() -> tasks.complete(task));
        assertDenied(() -> {
            var all = authorizations.createNewAuthorization(1);
            all.setUserId("admin");
            all.setResource(Resources.PROCESS_INSTANCE);
            all.setResourceId("*");
            all.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(all);
        });
        assertThat(identity.isReadOnly()).isTrue();
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private List<String> listed(String filter, Actor actor) {
        enter(actor);
        String id =
                filters.createFilterQuery().filterName(filter).singleResult().getId();
        List<Task> listed = filters.listPage(id, 0, 200);
        identity.clearAuthentication();
        return listed.stream()
                .map(task -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .toList();
    }

    private boolean mayAccess(Actor actor, String application) {
        return authorizations.isUserAuthorized(
                actor.id(), Groups.of(actor), Permissions.ACCESS, Resources.APPLICATION, application);
    }

    private void enter(Actor actor) {
        identity.setAuthentication(actor.id(), Groups.of(actor));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AuthorizationException.class);
    }
}
