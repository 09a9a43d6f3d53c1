package cn.wenzheng.channel.batch;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for imports: takes what waits, also what a node that died has left, and works on it.
 *
 * <p>One at a time, so that a file of a million rows leaves the database to the people at work.
 */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    /** How often to look for what other nodes have left; an upload at this node wakes at once. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final ImportRows rows;
    private final ImportRun run;
    private final UUID node = UUID.randomUUID();
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread hand;

    ImportWorker(ImportRows rows, ImportRun run) {
        this.rows = rows;
        this.run = run;
    }

    /** Tells that there is something to do. */
    void call() {
        calls.release();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "import");
        hand = thread;
        thread.start();
    }

    private void work() {
        while (isRunning()) {
            try {
                rows.claim(node).ifPresentOrElse(claim -> run.run(claim, () -> !isRunning()), this::rest);
            } catch (RuntimeException technical) {
                LOG.warn(
                        "An import was interrupted and will go on: {}",
                        NestedExceptionUtils.getMostSpecificCause(technical)
                                .getClass()
                                .getName());
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the batch in hand be finished; the rest waits for the next start. */
    @Override
    public void stop() {
        Thread thread = hand;
        hand = null;
        call();
        try {
            if (thread != null) {
                thread.join(LAST_BATCH.toMillis());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return hand != null;
    }
}
