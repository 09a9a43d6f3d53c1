package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has started or read ahead: the task and the timers that the engine creates in it ask at once for the
 * limit just written, and need no statement for the answer. It is suspended and forgotten together with the transaction.
 */
final class LimitsOfTransaction implements TransactionSynchronization {

    private final List<Limit> running = new ArrayList<>();

    private LimitsOfTransaction() {}

    static void started(List<Limit> limits) {
        LimitsOfTransaction memory = current().orElseGet(() -> {
            LimitsOfTransaction fresh = new LimitsOfTransaction();
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh;
        });
        memory.running.addAll(limits);
    }

    static void ended(Predicate<Limit> limits) {
        current().ifPresent(memory -> memory.running.removeIf(limits));
    }

    static Optional<Limit> running(String petition, Stage stage, String unit) {
        return current().stream()
                .flatMap(memory -> memory.running.stream())
                .filter(limit -> limit.petition().equals(petition)
                        && limit.stage() == stage
                        && limit.unit().equals(unit))
                .findFirst();
    }

    private static Optional<LimitsOfTransaction> current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(LimitsOfTransaction.class::isInstance)
                .map(LimitsOfTransaction.class::cast)
                .findFirst();
    }
}
