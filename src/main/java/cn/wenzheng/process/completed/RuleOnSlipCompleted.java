package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SupervisionDesk;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The head of supervision has ruled on a slip that stayed unsolved up to the highest rung. */
@Component
class RuleOnSlipCompleted extends Completed {

    /** The most characters of a ruling. */
    private static final int MOST = 5_000;

    private final SupervisionDesk desk;

    RuleOnSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_RULE_ON_SLIP, Set.of("ruling"));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        String ruling = Limits.required("ruling", form.text("ruling"), MOST);
        desk.rule(Variables.SLIP.get(task), ruling, actor);
    }
}
