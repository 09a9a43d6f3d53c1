package cn.wenzheng.deadline;

/**
 * Why a day is worked or not.
 *
 * @param name the holiday's name; empty for a plain day
 * @param notice number and date of the notice that announced it; empty when there is none
 */
public record DayReason(Kind kind, String name, String notice) {

    public static final DayReason ORDINARY = new DayReason(Kind.ORDINARY, "", "");
    public static final DayReason WEEKEND = new DayReason(Kind.WEEKEND, "", "");

    /** What kind of day it is. */
    public enum Kind {
        /** A day the weekly pattern works on. */
        ORDINARY,
        /** A day the weekly pattern rests on. */
        WEEKEND,
        /** An announced day of rest. */
        HOLIDAY,
        /** A day of the weekend that is worked for a holiday (调休). */
        MAKE_UP
    }
}
