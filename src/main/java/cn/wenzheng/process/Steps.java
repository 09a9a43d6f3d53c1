package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one step in somebody's name: the engine and the desks in one transaction.
 *
 * <p>When somebody else was faster, the step is tried once more on what he has left; a second time it is refused.
 */
@Component
class Steps {

    private final TransactionTemplate transaction;
    private final Acting acting;

    Steps(TransactionTemplate transaction, Acting acting) {
        this.transaction = transaction;
        this.acting = acting;
    }

    <T extends @Nullable Object> T take(Actor actor, Supplier<T> step) {
        try {
            return once(actor, step);
        } catch (OptimisticLockingException | ConcurrencyFailureException overtaken) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw overtaken;
            }
            return again(actor, step);
        }
    }

    private <T extends @Nullable Object> T again(Actor actor, Supplier<T> step) {
        try {
            return once(actor, step);
        } catch (OptimisticLockingException | ConcurrencyFailureException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }

    private <T extends @Nullable Object> T once(Actor actor, Supplier<T> step) {
        return acting.as(actor, () -> transaction.execute(status -> step.get()));
    }
}
