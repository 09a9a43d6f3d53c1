package cn.wenzheng.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The product's one clock in the demo city: real time and how far the city is ahead of it. */
final class DemoClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> ahead;

    DemoClock(ZoneId zone, Duration ahead) {
        this(Clock.tickMillis(zone), new AtomicReference<>(ahead));
    }

    private DemoClock(Clock real, AtomicReference<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /** Sets the city this far ahead of real time, or behind it while its past is being told. */
    void set(Duration ahead) {
        this.ahead.set(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }
}
