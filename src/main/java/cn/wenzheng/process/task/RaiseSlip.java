package cn.wenzheng.process.task;

import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.springframework.stereotype.Component;

/**
 * Has the next rung follow on a slip that was not answered or not accepted.
 *
 * <p>A timer that wakes up before the slip's instant changes nothing: its way ends here and the slip goes on waiting; the
 * sweep makes the timer anew. That is why this is a behaviour, which may choose not to go on, and no delegate. Processes
 * begun before each rung had a slip of its own raise theirs in place and ask whether it has reached the top.
 */
@Component
class RaiseSlip extends AbstractBpmnActivityBehavior {

    private final SupervisionDesk desk;

    RaiseSlip(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(ActivityExecution execution) {
        String slip = Variables.SLIP.get(execution);
        if (desk.mayStillAnswer(slip)) {
            execution.end(true);
            return;
        }
        Variables.RAISED_TO_TOP.set(execution, desk.raise(slip));
        leave(execution);
    }
}
