package cn.wenzheng.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One calendar as an administrator would write it down; the product and the models that check it both start from here.
 *
 * @param week the periods of every weekday that works
 * @param days true for a day that works though its week says otherwise, false for a day off
 */
public record PlainCalendar(ZoneId zone, Map<DayOfWeek, List<Period>> week, Map<LocalDate, Boolean> days) {

    /** From one minute of the day to another, which belongs to it no more. */
    public record Period(int from, int to) {}

    PlainCalendar withHoliday(LocalDate day) {
        Map<LocalDate, Boolean> more = new TreeMap<>(days);
        more.put(day, false);
        return new PlainCalendar(zone, week, more);
    }

    /** The periods of a day; a make-up workday has those of its own weekday, or of the next one that works. */
    List<Period> on(LocalDate day) {
        Boolean named = days.get(day);
        if (named == null) {
            return week.getOrDefault(day.getDayOfWeek(), List.of());
        }
        DayOfWeek weekday = day.getDayOfWeek();
        while (!week.containsKey(weekday)) {
            weekday = weekday.plus(1);
        }
        return named ? week.get(weekday) : List.of();
    }
}
