package cn.wenzheng.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Hours of work, counted over as many days as it takes; rest time uses nothing. */
final class WorkingHours {

    private WorkingHours() {}

    /** The instant at which so much working time is over. */
    static Instant end(Instant from, Duration granted, WorkingTime work) {
        Duration left = granted;
        for (LocalDate day = work.dayOf(from); ; day = day.plusDays(1)) {
            for (Span span : work.workOn(day)) {
                Span rest = span.after(from);
                if (rest.length().compareTo(left) >= 0) {
                    return Budget.wholeSecond(rest.from().plus(left));
                }
                left = left.minus(rest.length());
            }
        }
    }
}
