package cn.wenzheng.process.task;

import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.process.MatterHandling;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the next members of a matter answered; the diagram comes back until there are none. */
@Component
class AnswerMembers implements JavaDelegate {

    private final MatterDesk desk;

    AnswerMembers(MatterDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean answered = desk.answerNext(execution.getProcessBusinessKey());
        MatterHandling.Variables.MEMBERS_ANSWERED.set(execution, answered);
    }
}
