package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.PlainCalendar;
import cn.wenzheng.deadline.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A calendar as it is written down, put into the product's rows and seen as the product sees it. */
public final class RowsAsCalendar {

    private RowsAsCalendar() {}

    public static WorkingTime of(PlainCalendar written) {
        List<Hours> hours = new ArrayList<>();
        written.week()
                .forEach((weekday, periods) -> hours.add(new Hours(
                        SampleCalendars.ALWAYS,
                        null,
                        Set.of(weekday),
                        periods.stream()
                                .map(period -> new Period(period.from(), period.to()))
                                .toList())));
        TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
        written.days().forEach((day, worked) -> {
            DayKind kind = worked ? DayKind.WORK : DayKind.OFF;
            days.put(day, new SpecialDay(day, kind, kind.zh(), "1", day, false));
        });
        CalendarSheet national = SampleCalendars.sheet(LayerKind.NATIONAL, null);
        Layer city = SampleCalendars.city().layer();
        return SampleCalendars.book(
                        written.zone(),
                        new NoUnits(),
                        new CalendarSheet(national.layer(), List.of(), days, new TreeMap<>()),
                        new CalendarSheet(city, hours, new TreeMap<>(), new TreeMap<>()))
                .city();
    }

    private record NoUnits() implements UnitTree {

        @Override
        public boolean has(String unit) {
            return false;
        }

        @Override
        public String above(String unit) {
            throw new AssertionError("no unit has a calendar");
        }
    }
}
