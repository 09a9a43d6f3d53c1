package cn.wenzheng.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * A node's one hand for work that waits in a table: step by step while there is some, else at rest until it is called.
 *
 * <p>One at a time, so that a long piece of work leaves the database to the people at work.
 */
public abstract class OneHand implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OneHand.class);

    private static final Duration LAST_STEP = Duration.ofSeconds(10);

    private final String name;
    private final Duration look;
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread hand;

    /**
     * @param name what it works on
     * @param look how often to look for what other nodes have left; a call at this node wakes at once
     */
    protected OneHand(String name, Duration look) {
        this.name = name;
        this.look = look;
    }

    /** Takes one step; false when nothing waits. */
    protected abstract boolean step();

    /** Tells that there is something to do. */
    public final void call() {
        calls.release();
    }

    /** What goes wrong in one step is told by its kind alone and keeps no other from being taken. */
    protected final boolean took(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException technical) {
            LOG.warn(
                    "Work on {} was interrupted and will go on: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(technical)
                            .getClass()
                            .getName());
            return false;
        }
    }

    @Override
    public final void start() {
        Thread thread = new Thread(this::work, name);
        hand = thread;
        thread.start();
    }

    private void work() {
        while (isRunning()) {
            if (!took(this::step)) {
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (calls.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the step in hand be finished; the rest waits for the next start. */
    @Override
    public final void stop() {
        Thread thread = hand;
        hand = null;
        call();
        try {
            if (thread != null) {
                thread.join(LAST_STEP.toMillis());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return hand != null;
    }
}
