package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SlipCommand;
import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The supervisor has lifted a slip or has it raised. */
@Component
class FollowSlipCompleted extends Completed {

    private final SupervisionDesk desk;

    FollowSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_FOLLOW_SLIP, FormKeys.fieldsOf(SlipCommand.Decide.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        SlipCommand.Decide command = new SlipCommand.Decide(form.flag("lift"), form.text("note"));
        desk.decide(Variables.SLIP.get(task), command.lift(), command.note(), actor);
        Variables.SLIP_SATISFIES.set(task, command.lift());
    }
}
