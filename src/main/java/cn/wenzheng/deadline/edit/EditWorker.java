package cn.wenzheng.deadline.edit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The node's one hand for edits of calendars: looks at what is asked for, and counts anew what older ones have counted. */
@Component
class EditWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EditWorker.class);

    /** How often to look, in one statement, for what other nodes have left; an edit at this node wakes at once. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final EditRows edits;
    private final Preview preview;
    private final CountingAnew counting;
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread hand;

    EditWorker(EditRows edits, Preview preview, CountingAnew counting) {
        this.edits = edits;
        this.preview = preview;
        this.counting = counting;
    }

    /** Tells that there is something to do. */
    void call() {
        calls.release();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "calendar-edits");
        hand = thread;
        thread.start();
    }

    private void work() {
        while (isRunning()) {
            if (!took(edits::isAnyWaiting) || !took(counting::step) && !took(preview::step)) {
                rest();
            }
        }
    }

    /** What goes wrong in one step keeps no other from being taken. */
    private static boolean took(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException technical) {
            LOG.warn("Counting limits anew was interrupted and will go on: {}", Failure.cause(technical));
            return false;
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
