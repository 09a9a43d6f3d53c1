package cn.wenzheng.triage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueueLengthTest {

    private final AtomicLong waiting = new AtomicLong(7);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final QueueLength length = new QueueLength(waiting::get, nanos::get);

    @Test
    void allPagesOfAMomentShareOneCount() {
        assertThat(length.about()).isEqualTo(7);
        waiting.set(8);
        nanos.addAndGet(1_900_000_000L);
        assertThat(length.about()).isEqualTo(7);
        nanos.addAndGet(200_000_000L);
        assertThat(length.about()).isEqualTo(8);
    }

    @Test
    void whoIsToldThatNothingIsLeftIsToldSoOfNow() {
        length.about();
        waiting.set(0);
        assertThat(length.now()).isZero();
        assertThat(length.about()).isZero();
    }
}
