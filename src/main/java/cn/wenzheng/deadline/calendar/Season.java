package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A part of the year that comes back each year, both days included; one that ends before it begins goes over the turn of
 * the year. A leap day belongs to the season of the day before, because a season is not written to end or begin on it.
 */
public record Season(MonthDay from, MonthDay to) {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    boolean contains(LocalDate day) {
        MonthDay of = MonthDay.from(MonthDay.from(day).equals(LEAP_DAY) ? day.minusDays(1) : day);
        boolean begun = !of.isBefore(from);
        boolean lasts = !of.isAfter(to);
        return from.isAfter(to) ? begun || lasts : begun && lasts;
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
