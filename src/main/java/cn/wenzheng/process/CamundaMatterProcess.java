package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.matter.MatterProcess;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries matters on Camunda: one instance of {@link MatterHandling} each, beside those of its members. */
@Component
class CamundaMatterProcess implements MatterProcess {

    private final RuntimeService runtime;
    private final PetitionProcess petitions;
    private final OpenTasks open;

    CamundaMatterProcess(RuntimeService runtime, PetitionProcess petitions, OpenTasks open) {
        this.runtime = runtime;
        this.petitions = petitions;
        this.open = open;
    }

    @Override
    public void begin(String matter) {
        runtime.startProcessInstanceByKey(MatterHandling.KEY, matter);
    }

    @Override
    public void passed(String matter) {
        tell(matter, MatterHandling.Messages.MATTER_PASSED);
    }

    @Override
    public void dissolve(String matter) {
        tell(matter, MatterHandling.Messages.MATTER_DISSOLVED);
    }

    @Override
    public void mark(String petition, @Nullable String matter) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(PetitionHandling.KEY)
                .processInstanceBusinessKey(petition)
                .singleResult();
        if (instance != null && matter != null) {
            runtime.setVariable(instance.getId(), Variables.MATTER.name(), matter);
        } else if (instance != null) {
            runtime.removeVariable(instance.getId(), Variables.MATTER.name());
        }
    }

    @Override
    public void answered(String petition) {
        tell(petition, PetitionHandling.Messages.MATTER_ANSWERED);
    }

    @Override
    public void left(String petition) {
        tell(petition, PetitionHandling.Messages.MATTER_LEFT);
    }

    private void tell(String key, String message) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(key)
                    .correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    @Override
    public void assign(String petition, PetitionCommand.Assign command) {
        if (!petitions.complete(petition, PetitionTask.ASSIGN_PETITION, null, command, house(Role.DISPATCHER))) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    @Override
    public boolean endCallBack(String petition) {
        Actor house = house(Role.REVIEWER);
        List<PetitionProcess.OpenTask> free =
                open.at(petition, Words.elementOf(PetitionTask.CLOSE_PETITION), Groups.of(house)).stream()
                        .filter(task -> task.assignee() == null)
                        .toList();
        PetitionCommand notReached = new PetitionCommand.Close(false, null, null, null, null);
        return !free.isEmpty() && petitions.complete(petition, PetitionTask.CLOSE_PETITION, null, notReached, house);
    }

    /** The house itself, with the right to the one task it ends. */
    private static Actor house(Role role) {
        Actor system = Actor.system(Door.ENGINE);
        return new Actor(system.id(), system.name(), system.unit(), Set.of(role), system.door());
    }
}
