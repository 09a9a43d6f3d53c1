package cn.wenzheng.process.task;

import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Warns whoever holds the petition by a blue slip that his limit is near. */
@Component
class RemindHolder implements JavaDelegate {

    private final SupervisionDesk desk;

    RemindHolder(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TimedStage stage = TimedStage.endingAt(execution);
        desk.remind(execution.getProcessBusinessKey(), stage.stage(), stage.unitIn(execution));
    }
}
