package cn.wenzheng.process;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The node's hand for answers that are to leave: takes what waits and lets a few calls run at once, none of them in a
 * transaction.
 */
@Component
class AnswerHand extends OneHand implements DisposableBean {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Calls of one node to one channel at the same time: a platform that does not answer holds these and no other's. */
    private static final int CALLS = 3;

    /** A node that stops lets its calls end, so that nobody has to ask what became of them. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(10);

    private final AnswerSteps steps;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, Semaphore> free = Stream.of(Channel.values())
            .collect(Collectors.toMap(AnswerDelivery::topic, channel -> new Semaphore(CALLS)));
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> {
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
        List<Channel> open = Stream.of(Channel.values())
                .filter(channel -> free(AnswerDelivery.topic(channel)).availablePermits() > 0)
                .toList();
        List<AnswerSteps.Taken> taken = open.isEmpty() ? List.of() : steps.take(node, 1, open);
        taken.forEach(this::carry);
        return !taken.isEmpty();
    }

    private Semaphore free(String topic) {
        return Objects.requireNonNull(free.get(topic));
    }

    private void carry(AnswerSteps.Taken taken) {
        Semaphore place = free(taken.topic());
        place.acquireUninterruptibly();
        calls.execute(() -> {
            try {
                took(() -> steps.carry(taken, node));
            } finally {
                place.release();
                call();
            }
        });
    }

    /** What is still being called after that is told by its try, which has no end. */
    @Override
    public void destroy() throws InterruptedException {
        calls.shutdown();
        if (!calls.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.shutdownNow();
        }
    }
}
