package cn.wenzheng.deadline;

import java.time.Instant;

/**
 * The term of a supervision slip before and after it was moved, or as other calendars would move it.
 *
 * @param slip the slip's number
 * @param about the limit that the slip is about
 * @param standsAlone true when the slip stays though its limit is missed no more
 */
public record MovedTerm(String slip, LimitKey about, boolean standsAlone, Instant dueBefore, Instant dueAfter) {

    public boolean isLater() {
        return dueAfter.isAfter(dueBefore);
    }

    public boolean isEarlier() {
        return dueAfter.isBefore(dueBefore);
    }
}
