package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SlipCommand;
import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The head of supervision has ruled on a slip that stayed unsolved up to the highest rung. */
@Component
class RuleOnSlipCompleted extends Completed {

    private final SupervisionDesk desk;

    RuleOnSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_RULE_ON_SLIP, FormKeys.fieldsOf(SlipCommand.Rule.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        SlipCommand.Rule command = new SlipCommand.Rule(form.text("ruling"));
        desk.rule(Variables.SLIP.get(task), command.ruling(), actor);
    }
}
