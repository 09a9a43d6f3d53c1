package cn.wenzheng.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's clock with that of the other nodes: whoever moves it writes a row, and the row is read every second.
 *
 * <p>Where the engine's clockwork is turned by hand, nobody else moves the clock.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ClockOfAllNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockOfAllNodes.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DemoTime time;
    private volatile @Nullable ScheduledExecutorService hand;

    ClockOfAllNodes(DemoTime time) {
        this.time = time;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "demo-clock"));
        started.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        hand = started;
    }

    private void look() {
        try {
            time.follow();
        } catch (RuntimeException technical) {
            LOG.warn(
                    "The clock of the other nodes could not be read: {}",
                    NestedExceptionUtils.getMostSpecificCause(technical)
                            .getClass()
                            .getName());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = hand;
        hand = null;
        if (stopped != null) {
            stopped.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return hand != null;
    }
}
