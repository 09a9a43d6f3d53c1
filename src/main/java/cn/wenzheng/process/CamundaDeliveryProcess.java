package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryTask;
import cn.wenzheng.process.AnswerDelivery.Messages;
import cn.wenzheng.process.AnswerDelivery.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Carries answers out on Camunda: one instance of {@link AnswerDelivery} for each whose turn it is. */
@Component
class CamundaDeliveryProcess implements DeliveryProcess {

    private final RuntimeService runtime;
    private final ExternalTaskService external;
    private final ManagementService jobs;
    private final OpenTasks open;
    private final Steps steps;
    private final TaskEnding ending;
    private final AnswerHand hand;

    CamundaDeliveryProcess(
            RuntimeService runtime,
            ExternalTaskService external,
            ManagementService jobs,
            OpenTasks open,
            Steps steps,
            TaskEnding ending,
            AnswerHand hand) {
        this.runtime = runtime;
        this.external = external;
        this.jobs = jobs;
        this.open = open;
        this.steps = steps;
        this.ending = ending;
        this.hand = hand;
    }

    @Override
    public String begin(Outset outset, boolean textClear) {
        callTheHand();
        return runtime.startProcessInstanceByKey(AnswerDelivery.KEY, outset.petition(), variables(outset, textClear))
                .getId();
    }

    @Override
    public String beginLater(Outset outset) {
        return runtime.createProcessInstanceByKey(AnswerDelivery.KEY)
                .businessKey(outset.petition())
                .setVariables(variables(outset, true))
                .startBeforeActivity(AnswerDelivery.Elements.CATCH_EVENT_DELIVERY_ALLOWED)
                .execute()
                .getId();
    }

    private static Map<String, Object> variables(Outset outset, boolean textClear) {
        return Map.of(
                Variables.DELIVERY.name(),
                outset.delivery(),
                Variables.CHANNEL.name(),
                outset.channel().code(),
                Variables.PRECEDENCE.name(),
                outset.precedence().priority(),
                Variables.TEXT_CLEAR.name(),
                textClear);
    }

    @Override
    public void cancel(String instance) {
        try {
            runtime.createMessageCorrelation(Messages.DELIVERY_CANCELLED)
                    .processInstanceId(instance)
                    .correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    @Override
    public boolean tryNow(String instance) {
        try {
            return goesOn(instance);
        } catch (ProcessEngineException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    /** Between the question and the step a node may have taken it on; then there is no such job any more. */
    private boolean goesOn(String instance) {
        ExternalTask failed = external.createExternalTaskQuery()
                .processInstanceId(instance)
                .noRetriesLeft()
                .singleResult();
        if (failed != null) {
            external.setRetries(failed.getId(), 1);
            callTheHand();
            return true;
        }
        List<Job> waiting =
                jobs.createJobQuery().processInstanceId(instance).timers().list();
        waiting.forEach(job -> jobs.executeJob(job.getId()));
        callTheHand();
        return !waiting.isEmpty();
    }

    @Override
    public boolean complete(String instance, DeliveryTask task, DeliveryCommand command, Actor actor) {
        return steps.take(actor, () -> {
            Optional<OpenTask> wanted = open.ofInstance(instance, Words.elementOf(task), Groups.of(actor));
            wanted.ifPresent(found -> ending.end(found, CommandFields.of(command), actor));
            return wanted.isPresent();
        });
    }

    /** Once the transaction is through there is something to do. */
    private void callTheHand() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            hand.call();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hand.call();
            }
        });
    }
}
