package cn.wenzheng.process.task;

import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings a missed limit to supervision, which opens a slip for it once. */
@Component
class EscalateToSupervision implements JavaDelegate {

    private final SupervisionDesk desk;

    EscalateToSupervision(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TimedStage stage = TimedStage.endingAt(execution);
        desk.escalate(execution.getProcessBusinessKey(), stage.stage(), stage.unitIn(execution));
    }
}
