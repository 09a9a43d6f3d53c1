package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A part of the year that comes back each year, both days included; one that ends before it begins goes over the turn of
 * the year.
 */
public record Season(MonthDay from, MonthDay to) {

    boolean contains(LocalDate day) {
        MonthDay of = MonthDay.from(day);
        boolean begun = !of.isBefore(from);
        boolean lasts = !of.isAfter(to);
        return from.isAfter(to) ? begun || lasts : begun && lasts;
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
