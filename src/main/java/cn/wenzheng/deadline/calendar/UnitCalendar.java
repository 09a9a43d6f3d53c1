package cn.wenzheng.deadline.calendar;

/** By which calendar a unit, and whoever stands below it and has none, works in a time. */
public record UnitCalendar(String calendar, Validity validity) {

    /** In short, for the journal. */
    @Override
    public String toString() {
        return calendar + " " + validity;
    }
}
