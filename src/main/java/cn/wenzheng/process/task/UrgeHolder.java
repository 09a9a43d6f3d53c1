package cn.wenzheng.process.task;

import cn.wenzheng.supervision.SupervisionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever holds the petition that half of his limit is used up. */
@Component
class UrgeHolder implements JavaDelegate {

    private final SupervisionDesk desk;

    UrgeHolder(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.urge(
                execution.getProcessBusinessKey(),
                TimedStage.endingAt(execution).stage());
    }
}
