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
        Instant nextDay = work.dayOf(from).plusDays(1).atStartOfDay(work.zone()).toInstant();
        return days.end(nextDay, work);
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
