package cn.wenzheng.deadline.calendar;

/**
 * The calendars were changed; told in the transaction that does it.
 *
 * @param version of the calendars that hold from then on
 */
public record CalendarChanged(CalendarEdit edit, long version, String by) {}
