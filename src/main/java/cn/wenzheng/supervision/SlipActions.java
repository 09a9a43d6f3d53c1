package cn.wenzheng.supervision;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import org.springframework.stereotype.Component;

/**
 * What a person may do to a slip, in the order in which a caller learns it: a role that never may (403), a slip he may
 * not see (404), a state that does not allow it (409).
 */
@Component
class SlipActions {

    private final SupervisionDesk desk;
    private final SupervisionProcess process;

    SlipActions(SupervisionDesk desk, SupervisionProcess process) {
        this.desk = desk;
        this.process = process;
    }

    void report(String slip, SlipCommand.Report command, Actor actor) {
        require(Role.HEAD, actor);
        if (!actor.worksFor(desk.slip(slip, actor).unit())) {
            throw Refusal.notFound();
        }
        if (!process.complete(slip, SlipTask.ANSWER_SLIP, command, actor)) {
            throw Refusal.conflict("slip-takes-no-report", slip);
        }
    }

    void decide(String slip, SlipCommand.Decide command, Actor actor) {
        require(Role.SUPERVISOR, actor);
        desk.slip(slip, actor);
        if (!process.complete(slip, SlipTask.FOLLOW_SLIP, command, actor)) {
            throw Refusal.conflict("slip-takes-no-decision", slip);
        }
    }

    void rule(String slip, SlipCommand.Rule command, Actor actor) {
        require(Role.SUPERVISOR, actor);
        desk.slip(slip, actor);
        if (!process.complete(slip, SlipTask.RULE_ON_SLIP, command, actor)) {
            throw Refusal.conflict("slip-takes-no-ruling", slip);
        }
    }

    private static void require(Role role, Actor actor) {
        if (!actor.has(role)) {
            throw Refusal.forbidden("role-never-may");
        }
    }
}
