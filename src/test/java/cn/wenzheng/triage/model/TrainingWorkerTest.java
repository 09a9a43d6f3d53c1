package cn.wenzheng.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a training that the node cannot hold. */
class TrainingWorkerTest {

    private final TrainingRows rows = mock();
    private final Teacher teacher = mock();
    private final TrainingWorker worker =
            new TrainingWorker(rows, teacher, mock(Trained.class), new ModelSettings(false, 10_000), Clock.systemUTC());

    @AfterEach
    void rest() {
        worker.stop();
    }

    @Test
    void hasEndedBeforeTheNextIsClaimed() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch claimedAgain = new CountDownLatch(1);
        Optional<Claim> claim = Optional.of(new Claim(7, UUID.randomUUID(), Origin.SAMPLES));
        when(rows.claim(any())).thenReturn(claim).thenAnswer(call -> {
            done.add("claimed");
            claimedAgain.countDown();
            return Optional.empty();
        });
        when(rows.hold(any())).thenThrow(new IllegalStateException("the database is away"));
        when(teacher.learn(any(), any())).thenAnswer(call -> learnsUntilItIsStopped(done));
        worker.begin();
        worker.start();
        assertThat(claimedAgain.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).startsWith("stopped", "claimed");
    }

    private static Learnt learnsUntilItIsStopped(List<String> done) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } finally {
            done.add("stopped");
        }
        throw new IllegalStateException("Nobody opens this latch");
    }
}
