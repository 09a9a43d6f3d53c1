package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that does not follow its week.
 *
 * @param name the holiday it belongs to
 * @param notice the number of the notice that says so, or the address of a notice that came without a number
 * @param noticeDate of what day the notice is
 * @param compulsory true when no layer below may say otherwise
 */
public record SpecialDay(
        LocalDate date,
        DayKind kind,
        String name,
        @Nullable String notice,
        @Nullable LocalDate noticeDate,
        boolean compulsory) {

    /** In short, for the journal. */
    @Override
    public String toString() {
        return date + " " + kind.code() + (compulsory ? " compulsory" : "") + (notice == null ? "" : " " + notice);
    }
}
