package cn.wenzheng.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls of the webapps' API stand open to whom. */
class CallsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @CsvSource({
        "GET, /filter",
        "GET, /filter/2f-a1",
        "POST, /filter/2f-a1/list",
        "GET, /task/2f-a1",
        "GET, /task/2f-a1/form",
        "GET, /task/2f-a1/form-variables",
        "GET, /task/2f-a1/deployed-form",
        "POST, /task/2f-a1/claim",
        "POST, /task/2f-a1/submit-form",
        "GET, /user/0106-head/profile"
    })
    void tasklistWorksForEveryone(String method, String path) {
        for (Role role : Role.values()) {
            assertThat(isOpen(method, path, role)).as(role.name()).isTrue();
        }
        assertThat(Calls.isOpen(method, ENGINE + path, Actor.citizen(Door.TASKLIST)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/2f-a1/complete",
        "POST, /task/2f-a1/resolve",
        "POST, /task/2f-a1/bpmnError",
        "POST, /task/2f-a1/bpmnEscalation",
        "POST, /task/2f-a1/unclaim",
        "POST, /task/2f-a1/assignee",
        "POST, /task/2f-a1/delegate",
        "PUT, /task/2f-a1",
        "POST, /task/2f-a1/comment/create",
        "POST, /task/2f-a1/attachment/create",
        "PUT, /task/2f-a1/variables/accepted",
        "POST, /task/2f-a1/localVariables",
        "POST, /task/create",
        "POST, /filter/create",
        "PUT, /filter/2f-a1",
        "DELETE, /filter/2f-a1",
        "POST, /deployment/create",
        "POST, /process-definition/key/PetitionHandling/start",
        "POST, /process-definition/key/PetitionHandling/submit-form",
        "PUT, /process-instance/2f-a1/variables/accepted",
        "POST, /process-instance/2f-a1/modification",
        "POST, /process-instance/delete",
        "DELETE, /process-instance/2f-a1",
        "PUT, /process-instance/2f-a1/suspended",
        "POST, /message",
        "POST, /migration/execute",
        "POST, /authorization/create",
        "POST, /user/create",
        "POST, /group/create",
        "POST, /history/cleanup",
        "PUT, /job/2f-a1/duedate",
        "POST, /job/2f-a1/execute"
    })
    void whatNobodyNeedsIsClosedToEverybody(String method, String path) {
        for (Role role : Role.values()) {
            assertThat(isOpen(method, path, role)).as(role.name()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /process-instance",
        "POST, /process-instance",
        "GET, /process-definition/PetitionHandling%3A1%3A2f-a1/xml",
        "GET, /job",
        "POST, /incident/count",
        "GET, /variable-instance",
        "GET, /history/activity-instance"
    })
    void cockpitWorksForSupervisorsAndAdministratorsOnly(String method, String path) {
        assertThat(isOpen(method, path, Role.SUPERVISOR)).isTrue();
        assertThat(isOpen(method, path, Role.ADMIN)).isTrue();
        for (Role role : Set.of(Role.HANDLER, Role.HEAD, Role.OPERATOR, Role.REVIEWER, Role.ASSESSOR)) {
            assertThat(isOpen(method, path, role)).as(role.name()).isFalse();
        }
    }

    @Test
    void cockpitsPluginIsClosedToHandlers() {
        String plugin = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";
        assertThat(Calls.isOpen("GET", plugin, actor(Role.SUPERVISOR))).isTrue();
        assertThat(Calls.isOpen("GET", plugin, actor(Role.HANDLER))).isFalse();
    }

    @Test
    void onlyAnAdministratorRetriesAJob() {
        assertThat(isOpen("PUT", "/job/2f-a1/retries", Role.ADMIN)).isTrue();
        assertThat(isOpen("PUT", "/job/2f-a1/retries", Role.SUPERVISOR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/2f-a1/%62pmnError",
                "/task/2f-a1/submit-form/../complete",
                "/task/2f-a1/claim;x=1",
                "/task/2f-a1//claim",
                "/task/2f-a1%2Fcomplete/claim",
                "/../default/task/2f-a1/claim"
            })
    void aDisguisedAddressMatchesNothing(String path) {
        assertThat(isOpen("POST", path, Role.HANDLER)).isFalse();
        assertThat(isOpen("POST", path, Role.ADMIN)).isFalse();
    }

    @Test
    void scriptsOfPluginsAreForEverybodyAndNothingElseIs() {
        assertThat(Calls.isAsset("GET", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"))
                .isTrue();
        assertThat(Calls.isAsset("POST", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"))
                .isFalse();
        assertThat(Calls.isAsset("GET", "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"))
                .isFalse();
    }

    private static boolean isOpen(String method, String path, Role role) {
        return Calls.isOpen(method, ENGINE + path, actor(role));
    }

    private static Actor actor(Role role) {
        return new Actor("x", "x", "0106", Set.of(role), Door.TASKLIST);
    }
}
