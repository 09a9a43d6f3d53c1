package cn.wenzheng.triage.model;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for training: claims what is asked for, has it learnt on a thread of its own and says meanwhile
 * that it lives. Two nodes never train the same version; what a node that died has left is trained by another.
 */
@Component
class TrainingWorker extends OneHand {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final TrainingRows rows;
    private final Teacher teacher;
    private final Trained trained;
    private final ModelSettings settings;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private volatile boolean open;

    TrainingWorker(TrainingRows rows, Teacher teacher, Trained trained, ModelSettings settings, Clock clock) {
        super("training", LOOK);
        this.rows = rows;
        this.teacher = teacher;
        this.trained = trained;
        this.settings = settings;
        this.clock = clock;
    }

    /** Learns only while people can be served already: the start of the product does not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.coldStart()) {
            rows.askFirst(Actor.system(Door.ENGINE).id(), clock.instant());
        }
        open = true;
        call();
    }

    @Override
    protected boolean step() {
        if (!open) {
            return false;
        }
        var claim = rows.claim(node);
        claim.ifPresent(this::train);
        return claim.isPresent();
    }

    private void train(Claim claim) {
        FutureTask<Learnt> training = new FutureTask<>(() -> teacher.learn(claim, step -> rows.reach(claim, step)));
        Thread thread = new Thread(training, "training-" + claim.version());
        thread.setDaemon(true);
        thread.start();
        try {
            while (!isOver(training)) {
                if (!isRunning() || !rows.hold(claim)) {
                    rows.release(claim);
                    return;
                }
            }
            trained.keep(claim, training.get());
        } catch (ExecutionException failed) {
            refuse(claim, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            training.cancel(true);
            awaitEnd(thread);
        }
    }

    /** Two trainings at once would need the memory of two. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOver(FutureTask<?> training) throws InterruptedException, ExecutionException {
        try {
            training.get(2, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillLearning) {
            return false;
        }
    }

    private void refuse(Claim claim, @Nullable Throwable why) {
        if (why instanceof Unlearnable unlearnable) {
            trained.refuse(claim, unlearnable.refusal(), unlearnable.unknownLabels());
        } else {
            LOG.warn("Version {} of the model was not trained", claim.version(), why);
            trained.refuse(claim, Refusal.conflict("training-failed"), List.of());
        }
    }
}
