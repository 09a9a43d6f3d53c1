package cn.wenzheng.process.rights;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import cn.wenzheng.organization.Role;
import cn.wenzheng.process.Groups;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * Grants each role what it needs in the webapps and not more; tasks are granted to their candidate groups by the engine.
 *
 * <p>Nobody may deploy, start or change an instance, set a variable or write a filter or an authorization.
 */
@Component
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Writes what is missing; what is there stays as it is. */
    void bootstrap() {
        grant(Groups.STAFF, Resources.APPLICATION, "tasklist", ACCESS);
        grant(Role.SUPERVISOR.code(), Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.ADMIN.code(), Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.ADMIN.code(), Resources.APPLICATION, "admin", ACCESS);
        grant(Role.ADMIN.code(), Resources.AUTHORIZATION, Authorization.ANY, Permissions.READ);
        Permission[] seeAll = {READ, READ_INSTANCE, READ_INSTANCE_VARIABLE, READ_HISTORY, READ_HISTORY_VARIABLE};
        grant(Role.SUPERVISOR.code(), Resources.PROCESS_DEFINITION, Authorization.ANY, seeAll);
        grant(Role.SUPERVISOR.code(), Resources.TASK, Authorization.ANY, Permissions.READ);
        grant(Role.AUDITOR.code(), Resources.PROCESS_DEFINITION, Authorization.ANY, READ_HISTORY);
        grant(Role.ADMIN.code(), Resources.PROCESS_DEFINITION, Authorization.ANY, READ, READ_INSTANCE, RETRY_JOB);
    }

    void mayRead(String filter) {
        grant(Groups.STAFF, Resources.FILTER, filter, Permissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!granted) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
