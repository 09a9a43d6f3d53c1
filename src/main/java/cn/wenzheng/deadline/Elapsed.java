package cn.wenzheng.deadline;

import java.time.Duration;
import java.time.Instant;

/** Calendar time (自然时间): every minute counts, on any day. */
record Elapsed(Duration granted) implements Budget {

    static Elapsed hours(long hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    @Override
    public Instant end(Instant from, WorkingTime work) {
        return from.plus(granted);
    }

    @Override
    public Budget share(int percent) {
        return new Elapsed(granted.multipliedBy(percent).dividedBy(100));
    }

    @Override
    public boolean followsCalendar() {
        return false;
    }
}
