package cn.wenzheng.process.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls of the webapps' API that somebody needs; every other one is closed.
 *
 * <p>Addresses are compared as they were sent: one that is written with escapes to look like another matches nothing.
 */
final class Calls {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String ID = "/[A-Za-z0-9-]+";
    private static final String ANYTHING = "(/[A-Za-z0-9_.:%~-]+)++/?";
    private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ASK = Set.of("GET", "HEAD", "OPTIONS", "POST");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> PUT = Set.of("PUT");

    private record Call(Set<String> methods, Pattern path) {

        static Call of(Set<String> methods, String path) {
            return new Call(methods, Pattern.compile(path));
        }

        boolean is(String method, String sent) {
            return methods.contains(method) && path.matcher(sent).matches();
        }
    }

    /** Scripts and styles of the webapps' plugins; they are the same for everybody and hold no data. */
    private static final Call ASSETS = Call.of(
            Set.of("GET", "HEAD"), "/camunda/api/(cockpit|admin|tasklist|welcome)/plugin/[A-Za-z0-9-]+/static/.+");

    /** What Tasklist and Welcome need. */
    private static final List<Call> STAFF = List.of(
            Call.of(READ, "/camunda/api/admin/auth/user/default"),
            Call.of(READ, "/camunda/api/engine/engine/?"),
            Call.of(
                    READ,
                    ENGINE + "/(version|authorization/check|identity/password-policy|history/user-operation(/count)?)"),
            Call.of(ASK, ENGINE + "/group(/count)?"),
            Call.of(READ, ENGINE + "/user" + ID + "/profile"),
            Call.of(READ, ENGINE + "/filter(/count|" + ID + ")?"),
            Call.of(ASK, ENGINE + "/filter" + ID + "/(list|count|singleResult)"),
            Call.of(ASK, ENGINE + "/task(/count)?"),
            Call.of(READ, ENGINE + "/task" + ID),
            Call.of(READ, ENGINE + "/task" + ID + "/(form|deployed-form|form-variables|identity-links|comment)"),
            Call.of(POST, ENGINE + "/task" + ID + "/(claim|submit-form)"));

    /** What Cockpit and Admin need: reading everything the engine's own rights let through. */
    private static final List<Call> WATCHING = List.of(
            Call.of(READ, ENGINE + ANYTHING),
            Call.of(
                    POST,
                    ENGINE
                            + "/(user|tenant|authorization|batch|process-instance|process-definition|execution|incident|job|job-definition|external-task"
                            + "|variable-instance|history/(process-instance|activity-instance|task|variable-instance)|history/(incident|detail|job-log))"
                            + "(/count)?"),
            Call.of(ASK, "/camunda/api/cockpit/plugin/base/default" + ANYTHING));

    /** What an administrator may set right after a fault. */
    private static final List<Call> REPAIRING = List.of(
            Call.of(PUT, ENGINE + "/job" + ID + "/retries"),
            Call.of(PUT, ENGINE + "/job-definition" + ID + "/retries"));

    private Calls() {}

    static boolean isAsset(String method, String path) {
        return ASSETS.is(method, path);
    }

    /** True when the call stands open to this person; the engine's own rights then say what he sees through it. */
    static boolean isOpen(String method, String path, Actor actor) {
        if (actor.roles().isEmpty()) {
            return false;
        }
        return any(STAFF, method, path)
                || actor.hasAny(Role.SUPERVISOR, Role.ADMIN) && any(WATCHING, method, path)
                || actor.has(Role.ADMIN) && any(REPAIRING, method, path);
    }

    private static boolean any(List<Call> calls, String method, String path) {
        return calls.stream().anyMatch(call -> call.is(method, path));
    }
}
