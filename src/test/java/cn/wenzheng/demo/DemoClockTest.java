package cn.wenzheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DemoClockTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final DemoClock clock = new DemoClock(CITY, Duration.ZERO);

    @Test
    void beginsWhereTheCityHadCome() {
        assertAhead(new DemoClock(CITY, Duration.ofHours(26)), Duration.ofHours(26));
    }

    @Test
    void movesForEverybodyWhoHoldsIt() {
        Clock elsewhere = clock.withZone(ZoneOffset.UTC);
        clock.set(Duration.ofDays(3));
        assertAhead(elsewhere, Duration.ofDays(3));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.getZone()).isEqualTo(CITY);
    }

    @Test
    void ticksInMilliseconds() {
        clock.set(Duration.ofMillis(1));
        assertThat(clock.instant().getNano() % 1_000_000).isZero();
    }

    private static void assertAhead(Clock clock, Duration ahead) {
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(ahead), within(30, ChronoUnit.SECONDS));
    }
}
