package cn.wenzheng.process.task;

import cn.wenzheng.triage.model.ModelDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that the model should learn what was decided since; no job of the engine trains anything. */
@Component
class AskForTraining implements JavaDelegate {

    private final ModelDesk desk;

    AskForTraining(ModelDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.askInTime();
    }
}
