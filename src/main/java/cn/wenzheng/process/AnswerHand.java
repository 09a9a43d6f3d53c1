package cn.wenzheng.process;

import cn.wenzheng.access.OneHand;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The node's hand for answers that are to leave: takes what waits and lets a few calls run at once, none of them in a
 * transaction.
 */
@Component
class AnswerHand extends OneHand implements DisposableBean {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Calls of one node at the same time: a platform that does not answer holds one, not all. */
    private static final int CALLS = 6;

    private final AnswerSteps steps;
    private final String node = UUID.randomUUID().toString();
    private final Semaphore free = new Semaphore(CALLS);
    private final ExecutorService calls = Executors.newFixedThreadPool(CALLS, work -> {
        Thread thread = new Thread(work, "answer-call");
        thread.setDaemon(true);
        return thread;
    });

    AnswerHand(AnswerSteps steps) {
        super("answers", LOOK);
        this.steps = steps;
    }

    @Override
    protected boolean step() {
        int places = free.availablePermits();
        if (places == 0) {
            return false;
        }
        List<AnswerSteps.Taken> taken = steps.take(node, places);
        taken.forEach(this::carry);
        return !taken.isEmpty();
    }

    private void carry(AnswerSteps.Taken taken) {
        free.acquireUninterruptibly();
        calls.execute(() -> {
            try {
                took(() -> steps.carry(taken, node));
            } finally {
                free.release();
                call();
            }
        });
    }

    /** What is still being called when the node goes is told by its try, which has no end. */
    @Override
    public void destroy() {
        calls.shutdownNow();
    }
}
