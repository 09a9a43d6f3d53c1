package cn.wenzheng.process.task;

import cn.wenzheng.petition.PetitionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings a petition whose citizen has not said in time what was missing back to the operator. */
@Component
class ResumeAcceptance implements JavaDelegate {

    private final PetitionDesk desk;

    ResumeAcceptance(PetitionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.supplementOverdue(execution.getProcessBusinessKey());
    }
}
