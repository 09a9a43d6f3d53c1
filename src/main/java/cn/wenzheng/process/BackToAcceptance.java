package cn.wenzheng.process;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.process.PetitionHandling.Elements;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.stereotype.Component;

/**
 * Puts a petition back to its acceptance, because what was decided there has been taken back.
 *
 * <p>An instance that has ended stays ended in the history, and a new one begins where the decision is open again.
 */
@Component
class BackToAcceptance {

    private final RuntimeService runtime;

    BackToAcceptance(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void toAcceptance(String petition) {
        ProcessInstance running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(PetitionHandling.KEY)
                .processInstanceBusinessKey(petition)
                .singleResult();
        try {
            if (running == null) {
                runtime.createProcessInstanceByKey(PetitionHandling.KEY)
                        .businessKey(petition)
                        .startBeforeActivity(Elements.TASK_ACCEPT_PETITION)
                        .execute();
            } else {
                moveBack(running.getId());
            }
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    private void moveBack(String instance) {
        ProcessInstanceModificationBuilder change =
                runtime.createProcessInstanceModification(instance).startBeforeActivity(Elements.TASK_ACCEPT_PETITION);
        for (ActivityInstance stands : runtime.getActivityInstance(instance).getChildActivityInstances()) {
            change.cancelActivityInstance(stands.getId());
        }
        change.execute();
    }
}
