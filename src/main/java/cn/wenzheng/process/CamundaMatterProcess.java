package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.matter.MatterProcess;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries matters on Camunda: one instance of {@link MatterHandling} each, beside those of its members. */
@Component
class CamundaMatterProcess implements MatterProcess {

    private final RuntimeService runtime;
    private final RepositoryService models;
    private final PetitionProcess petitions;
    private final OpenTasks open;

    CamundaMatterProcess(RuntimeService runtime, RepositoryService models, PetitionProcess petitions, OpenTasks open) {
        this.runtime = runtime;
        this.models = models;
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
        Optional<String> instance = instanceOf(petition).map(ProcessInstance::getId);
        if (matter != null) {
            instance.ifPresent(id -> runtime.setVariable(id, Variables.MATTER.name(), matter));
        } else {
            instance.ifPresent(id -> runtime.removeVariable(id, Variables.MATTER.name()));
        }
    }

    private Optional<ProcessInstance> instanceOf(String petition) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processDefinitionKey(PetitionHandling.KEY)
                .processInstanceBusinessKey(petition)
                .singleResult());
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
        if (!knowsAWayOn(petition)) {
            return false;
        }
        List<PetitionProcess.OpenTask> free =
                open.at(petition, Words.elementOf(PetitionTask.CLOSE_PETITION), Groups.of(house)).stream()
                        .filter(task -> task.assignee() == null)
                        .toList();
        PetitionCommand notReached = new PetitionCommand.Close(false, null, null, null, null);
        return !free.isEmpty() && petitions.complete(petition, PetitionTask.CLOSE_PETITION, null, notReached, house);
    }

    /** A petition that began with an earlier diagram can only be closed after its call-back: that is not the house's to do. */
    private boolean knowsAWayOn(String petition) {
        return instanceOf(petition)
                .map(instance -> models.getBpmnModelInstance(instance.getProcessDefinitionId()))
                .filter(model -> model.getModelElementById(Elements.GATEWAY_CASE_SETTLED) != null)
                .isPresent();
    }

    /** The house itself, with the right to the one task it ends. */
    private static Actor house(Role role) {
        Actor system = Actor.system(Door.ENGINE);
        return new Actor(system.id(), system.name(), system.unit(), Set.of(role), system.door());
    }
}
