package cn.wenzheng.deadline;

import java.time.Instant;

/**
 * Working days in the other common reading: the day of the start is not counted, and the limit ends with the last working
 * minute of the last day.
 *
 * <p>Source: the domain reference, other limits; a switch on the service level chooses it.
 */
record DaysAfter(WorkingDays days) implements Budget {

    @Override
    public Instant end(Instant from, WorkingTime work) {
        return days.end(nextDay(from, work), work);
    }

    @Override
    public Instant end(Instant from, Pauses pauses, WorkingTime work) {
        return days.end(nextDay(from, work), pauses, work);
    }

    /** The first instant that counts. */
    static Instant nextDay(Instant from, WorkingTime work) {
        return work.dayOf(from).plusDays(1).atStartOfDay(work.zone()).toInstant();
    }

    @Override
    public Budget extended(int more) {
        return new DaysAfter(new WorkingDays(days.parts() + more * days.ofDay(), days.ofDay()));
    }

    @Override
    public String written() {
        return "next-day " + days.parts() + "/" + days.ofDay();
    }

    @Override
    public Budget share(int percent) {
        return new DaysAfter(new WorkingDays(days.parts() * percent, days.ofDay() * 100));
    }

    @Override
    public boolean followsCalendar() {
        return true;
    }
}
