package cn.wenzheng.deadline.calendar;

/**
 * A stretch of work within a day, in minutes of the clock on the wall.
 *
 * @param from 0 to 1439
 * @param to at which it is over, at most 1440, the end of the day
 */
public record Period(int from, int to) {

    static final int DAY = 24 * 60;

    private static final int HOUR = 60;

    /** As people write it, for example {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}
