package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries petitions on Camunda: one instance of {@link PetitionHandling} each, the number its business key. */
@Component
class CamundaPetitionProcess implements PetitionProcess {

    private final RuntimeService runtime;
    private final OpenTasks open;
    private final WaitingTasks waiting;
    private final Steps steps;
    private final TaskEnding ending;
    private final Holding holding;
    private final Beginnings beginnings;

    CamundaPetitionProcess(
            RuntimeService runtime,
            OpenTasks open,
            WaitingTasks waiting,
            Steps steps,
            TaskEnding ending,
            Holding holding,
            Beginnings beginnings) {
        this.runtime = runtime;
        this.open = open;
        this.waiting = waiting;
        this.steps = steps;
        this.ending = ending;
        this.holding = holding;
        this.beginnings = beginnings;
    }

    @Override
    public void begin(String petition) {
        runtime.startProcessInstanceByKey(PetitionHandling.KEY, petition);
    }

    @Override
    public void beginLater(Collection<String> petitions) {
        beginnings.note(petitions);
    }

    @Override
    public boolean isToBegin(String petition) {
        return beginnings.isNoted(petition)
                || runtime.createExecutionQuery()
                                .processInstanceBusinessKey(petition)
                                .activityId(PetitionHandling.Elements.START_EVENT_PETITION_ARRIVED)
                                .count()
                        > 0;
    }

    @Override
    public boolean complete(
            String petition, PetitionTask task, @Nullable String unit, PetitionCommand command, Actor actor) {
        return steps.take(actor, () -> {
            Optional<OpenTask> wanted = open.at(petition, Words.elementOf(task), Groups.of(actor)).stream()
                    .filter(candidate -> unit == null || unit.equals(candidate.unit()))
                    .findFirst();
            wanted.ifPresent(candidate -> ending.end(candidate, CommandFields.of(command), actor));
            return wanted.isPresent();
        });
    }

    @Override
    public void reassign(String petition) {
        tell(petition, PetitionHandling.Messages.PETITION_REASSIGNED);
    }

    @Override
    public void withdraw(String petition) {
        tell(petition, PetitionHandling.Messages.PETITION_WITHDRAWN);
        List<String> supervisions = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Supervision.KEY)
                .processInstanceBusinessKey(petition)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!supervisions.isEmpty()) {
            runtime.deleteProcessInstances(supervisions, PetitionHandling.Messages.PETITION_WITHDRAWN, false, false);
        }
    }

    private void tell(String petition, String message) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(petition)
                    .correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    @Override
    public TaskPage tasksOf(Actor actor, int page, int size) {
        return open.page(Groups.of(actor), page, size);
    }

    @Override
    public Waiting waitingFor(Actor actor, Due due, Today today, int page, int size) {
        return waiting.page(actor, due, today, page, size);
    }

    @Override
    public Optional<OpenTask> task(String id, Actor actor) {
        return open.byId(id, Groups.of(actor));
    }

    @Override
    public void release(String task, Actor actor) {
        holding.release(task, actor);
    }

    @Override
    public void handOver(String task, String colleague, Actor actor) {
        holding.handOver(task, colleague, actor);
    }
}
