package cn.wenzheng.deadline;

/** The calendars of the city: each unit works by its own, or by that of the unit above it, at last by the city's. */
public interface Calendars {

    /** When a unit works; the city's own time for a code that no unit has, and for units without a calendar of their own. */
    WorkingTime of(String unit);

    /** The city's own time. */
    default WorkingTime city() {
        return of("");
    }

    /** Counts the changes: a limit that was written with a lower one may be due at another instant by now. */
    default long version() {
        return 0;
    }
}
