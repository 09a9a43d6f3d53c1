package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.StillClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

    private final StillClock clock = new StillClock();
    private final AttemptLimit limit = new AttemptLimit(3, Duration.ofMinutes(15), clock);

    @Test
    void closesAfterTheLastFailureThatIsLetThrough() {
        fail(2);
        assertThat(limit.isOver("a")).isFalse();
        fail(1);
        assertThat(limit.isOver("a")).isTrue();
        assertThat(limit.isOver("b")).isFalse();
    }

    @Test
    void opensWhenThePauseIsOver() {
        fail(3);
        clock.shows("2026-03-10 10:14:59.999");
        assertThat(limit.isOver("a")).isTrue();
        clock.shows("2026-03-10 10:15");
        assertThat(limit.isOver("a")).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(2);
        limit.succeeded("a");
        fail(2);
        assertThat(limit.isOver("a")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed("a");
        }
    }
}
