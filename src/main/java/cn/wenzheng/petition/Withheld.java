package cn.wenzheng.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Until when what happens in the current transaction is kept from the petitioner, from units and from other systems:
 * whoever tells them writes that instant beside his words, and takes them back when the decision is taken back.
 */
public final class Withheld implements TransactionSynchronization {

    private final Instant until;

    private Withheld(Instant until) {
        this.until = until;
    }

    /** Null when it may be told at once. */
    public static @Nullable Instant until() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Withheld.class::isInstance)
                .map(Withheld.class::cast)
                .map(withheld -> withheld.until)
                .findFirst()
                .orElse(null);
    }

    /** Keeps everything that happens from here on to the end of the transaction back until then. */
    static void keep(Instant until) {
        TransactionSynchronizationManager.registerSynchronization(new Withheld(until));
    }
}
