package cn.wenzheng.process;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCalls.Attempt;
import cn.wenzheng.petition.delivery.DeliveryCalls.Made;
import cn.wenzheng.petition.delivery.DeliveryVerdict;
import cn.wenzheng.process.AnswerDelivery.Errors;
import cn.wenzheng.process.AnswerDelivery.Variables;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two short transactions of a try, and the call between them.
 *
 * <p>The engine's lock and the try's row are committed together before anything leaves; what became of it and the
 * process's next step are committed together after it.
 */
@Component
class AnswerSteps {

    /** Far longer than a call may take. */
    static final Duration LOCK = Duration.ofSeconds(60);

    private final ExternalTaskService external;
    private final DeliveryCalls calls;
    private final TransactionTemplate transaction;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    AnswerSteps(ExternalTaskService external, DeliveryCalls calls, TransactionTemplate transaction) {
        this.external = external;
        this.calls = calls;
        this.transaction = transaction;
    }

    /** A try in this node's hand. */
    record Taken(String task, String topic, Attempt attempt) {}

    /**
     * Takes what waits on these channels, by its precedence and then what has waited longest; others' locks that have lapsed
     * are taken over.
     */
    List<Taken> take(String node, int most, Collection<Channel> channels) {
        List<Taken> taken = transaction.execute(status -> waiting(node, most, channels).stream()
                .filter(task -> !inHand.contains(task.getId()))
                .map(task -> begun(task, node))
                .toList());
        taken.forEach(one -> inHand.add(one.task()));
        return taken;
    }

    private List<LockedExternalTask> waiting(String node, int most, Collection<Channel> channels) {
        ExternalTaskQueryBuilder asked = external.fetchAndLock()
                .workerId(node)
                .maxTasks(most)
                .usePriority(true)
                .orderByCreateTime()
                .asc()
                .subscribe();
        for (Channel channel : channels) {
            asked = asked.topic(AnswerDelivery.topic(channel), LOCK.toMillis()).variables(Variables.DELIVERY.name());
        }
        return asked.execute();
    }

    private Taken begun(LockedExternalTask task, String node) {
        Object delivery = task.getVariables().get(Variables.DELIVERY.name());
        return new Taken(task.getId(), task.getTopicName(), calls.begin(String.valueOf(delivery), node));
    }

    /** Calls, then records; when the record fails, the try has no end and the next one knows it. */
    boolean carry(Taken taken, String node) {
        try {
            Made made = calls.call(taken.attempt());
            transaction.executeWithoutResult(status -> goOn(taken.task(), node, calls.record(made)));
            return true;
        } finally {
            inHand.remove(taken.task());
        }
    }

    private void goOn(String task, String node, DeliveryVerdict verdict) {
        if (verdict instanceof DeliveryVerdict.Sent) {
            external.complete(task, node, Map.of(Variables.ANSWER_SENT.name(), true));
        } else if (verdict instanceof DeliveryVerdict.Later later) {
            external.complete(
                    task,
                    node,
                    Map.of(Variables.ANSWER_SENT.name(), false, Variables.TEXT_CLEAR.name(), later.textClear()));
        } else if (verdict instanceof DeliveryVerdict.Failed failed) {
            external.handleFailure(
                    task,
                    node,
                    failed.code(),
                    failed.triesLeft(),
                    failed.pause().toMillis());
        } else if (verdict instanceof DeliveryVerdict.Undeliverable) {
            external.handleBpmnError(task, node, Errors.ANSWER_UNDELIVERABLE);
        } else if (verdict instanceof DeliveryVerdict.FateUnknown) {
            external.handleBpmnError(task, node, Errors.FATE_UNKNOWN);
        }
    }
}
