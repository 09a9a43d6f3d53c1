package cn.wenzheng.process.task;

import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has the next rung follow on a slip that was not answered or not accepted.
 *
 * <p>Processes begun before each rung had a slip of its own raise theirs in place and ask whether it has reached the top.
 */
@Component
class RaiseSlip implements JavaDelegate {

    private final SupervisionDesk desk;

    RaiseSlip(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Variables.RAISED_TO_TOP.set(execution, desk.raise(Variables.SLIP.get(execution)));
    }
}
