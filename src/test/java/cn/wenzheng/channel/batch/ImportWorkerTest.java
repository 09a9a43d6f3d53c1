package cn.wenzheng.channel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportWorkerTest {

    private final ImportRows rows = mock();
    private final ImportRun run = mock();
    private final ImportWorker worker = new ImportWorker(rows, run);
    private final Claim claim =
            new Claim(UUID.randomUUID(), UUID.randomUUID(), "operator", new byte[0], false, null, 0);
    private final CountDownLatch worked = new CountDownLatch(1);

    @AfterEach
    void stop() {
        worker.stop();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void goesOnWithWhatWasLeftAsSoonAsItStarts() throws InterruptedException {
        when(rows.claim(any())).thenReturn(Optional.of(claim), Optional.empty());
        noticesWork();
        worker.start();
        assertWorks();
    }

    @Test
    void comesWhenCalled() throws InterruptedException {
        CountDownLatch looked = new CountDownLatch(1);
        when(rows.claim(any()))
                .thenAnswer(call -> {
                    looked.countDown();
                    return Optional.empty();
                })
                .thenReturn(Optional.of(claim), Optional.empty());
        noticesWork();
        worker.start();
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        worker.call();
        assertWorks();
    }

    @Test
    void triesAgainAfterAFailure() throws InterruptedException {
        when(rows.claim(any()))
                .thenThrow(new IllegalStateException("no database"))
                .thenReturn(Optional.of(claim), Optional.empty());
        noticesWork();
        worker.call();
        worker.start();
        assertWorks();
    }

    private void noticesWork() {
        doAnswer(call -> {
                    worked.countDown();
                    return null;
                })
                .when(run)
                .run(any(), any());
    }

    private void assertWorks() throws InterruptedException {
        assertThat(worked.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
