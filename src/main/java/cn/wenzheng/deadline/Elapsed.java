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

    /** A pause that begins before it is used up moves the end by its whole length. */
    @Override
    public Instant end(Instant from, Pauses pauses, WorkingTime work) {
        Instant end = from.plus(granted);
        for (Pauses.Pause pause : pauses.all()) {
            Instant begins = pause.from().isAfter(from) ? pause.from() : from;
            if (begins.isBefore(end) && pause.until().isAfter(begins)) {
                end = end.plus(Duration.between(begins, pause.until()));
            }
        }
        return end;
    }

    @Override
    public String written() {
        return "elapsed " + granted.toSeconds();
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
