package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SlipCommand;
import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The unit's head has reported on a slip. */
@Component
class AnswerSlipCompleted extends Completed {

    private final SupervisionDesk desk;

    AnswerSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_ANSWER_SLIP, FormKeys.fieldsOf(SlipCommand.Report.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        SlipCommand.Report command = new SlipCommand.Report(form.text("report"));
        desk.report(Variables.SLIP.get(task), command.report(), actor);
    }
}
