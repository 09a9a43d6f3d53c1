package cn.wenzheng.deadline.calendar;

import org.jspecify.annotations.Nullable;

/** The units of the city as the calendars see them. */
interface UnitTree {

    boolean has(String unit);

    /** The unit above; null for the centre and for a unit that is no more. */
    @Nullable
    String above(String unit);
}
