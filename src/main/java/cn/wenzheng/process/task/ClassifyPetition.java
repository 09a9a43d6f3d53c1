package cn.wenzheng.process.task;

import cn.wenzheng.triage.TriageDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has a topic and a unit proposed before the operator looks at the petition. */
@Component
class ClassifyPetition implements JavaDelegate {

    private final TriageDesk desk;

    ClassifyPetition(TriageDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.classify(execution.getProcessBusinessKey());
    }
}
