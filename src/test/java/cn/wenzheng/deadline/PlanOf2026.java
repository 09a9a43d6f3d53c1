package cn.wenzheng.deadline;

import cn.wenzheng.deadline.PlainCalendar.Period;
import cn.wenzheng.deadline.calendar.RowsAsCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sample city's hours with all days of the State Council office's plan for 2026, as the domain reference has them. */
final class PlanOf2026 {

    private static final List<String> OFF = List.of(
            "2026-01-01/2026-01-03",
            "2026-02-15/2026-02-23",
            "2026-04-04/2026-04-06",
            "2026-05-01/2026-05-05",
            "2026-06-19/2026-06-21",
            "2026-09-25/2026-09-27",
            "2026-10-01/2026-10-07");

    private static final List<String> WORKED =
            List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

    private PlanOf2026() {}

    static WorkingTime calendar() {
        return RowsAsCalendar.of(rows());
    }

    static PlainCalendar rows() {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        WORKED.forEach(day -> days.put(LocalDate.parse(day), true));
        for (String holiday : OFF) {
            String[] ends = holiday.split("/");
            LocalDate.parse(ends[0])
                    .datesUntil(LocalDate.parse(ends[1]).plusDays(1))
                    .forEach(day -> days.put(day, false));
        }
        return new PlainCalendar(City.ZONE, officeWeek(), days);
    }

    static Map<DayOfWeek, List<Period>> officeWeek() {
        Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new Period(9 * 60, 12 * 60), new Period(14 * 60, 18 * 60)));
        }
        return week;
    }
}
