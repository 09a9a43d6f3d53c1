package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SupervisionDesk;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The unit's head has reported on a slip. */
@Component
class AnswerSlipCompleted extends Completed {

    /** The most characters of a report. */
    private static final int MOST = 5_000;

    private final SupervisionDesk desk;

    AnswerSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_ANSWER_SLIP, Set.of("report"));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        String report = Limits.required("report", form.text("report"), MOST);
        desk.report(Variables.SLIP.get(task), report, actor);
    }
}
