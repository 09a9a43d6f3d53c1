package cn.wenzheng.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer and those above it, the nearest first: who speaks first is heard.
 *
 * <p>A day that is worked although its week rests, a make-up workday, has the hours of the next weekday that works.
 */
record Chain(List<CalendarSheet> sheets) {

    private static final int WEEK = 7;

    /** What the nearest layer that knows the day says of it; null when it follows its week. */
    @Nullable
    SpecialDay special(LocalDate date) {
        for (CalendarSheet sheet : sheets) {
            SpecialDay day = sheet.days().get(date);
            if (day != null || !sheet.layer().inheritsDays()) {
                return day;
            }
        }
        return null;
    }

    /** When work is done on the day. */
    List<Period> periods(LocalDate date) {
        SpecialDay special = special(date);
        if (special == null) {
            return on(date.getDayOfWeek(), week(date));
        }
        return special.kind() == DayKind.OFF ? List.of() : ordinary(date);
    }

    private List<Period> ordinary(LocalDate date) {
        List<Hours> week = week(date);
        for (int later = 0; later < WEEK; later++) {
            List<Period> periods = on(date.getDayOfWeek().plus(later), week);
            if (!periods.isEmpty()) {
                return periods;
            }
        }
        return List.of();
    }

    /** The hours of the nearest layer that has any for the day's season. */
    private List<Hours> week(LocalDate date) {
        for (CalendarSheet sheet : sheets) {
            List<Hours> held =
                    sheet.hours().stream().filter(hours -> hours.holdOn(date)).toList();
            if (!held.isEmpty()) {
                return held;
            }
        }
        return List.of();
    }

    private static List<Period> on(DayOfWeek weekday, List<Hours> week) {
        for (Hours hours : week) {
            if (hours.weekdays().contains(weekday)) {
                return hours.periods();
            }
        }
        return List.of();
    }

    /** True when the year's plan is loaded; a layer that inherits no days waits for none. */
    boolean isPlanned(int year) {
        for (CalendarSheet sheet : sheets) {
            if (sheet.layer().parent() == null) {
                return sheet.plans().containsKey(year);
            }
            if (!sheet.layer().inheritsDays()) {
                return true;
            }
        }
        return false;
    }
}
