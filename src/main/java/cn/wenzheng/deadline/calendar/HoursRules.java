package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What hours must look like: each day of the week in each season said once and in order. */
final class HoursRules {

    private static final int MOST = 50;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private HoursRules() {}

    static void check(List<Hours> all) {
        if (all.size() > MOST) {
            throw Refusal.invalid("hours", "hours-too-many", MOST);
        }
        all.forEach(HoursRules::check);
        for (int i = 0; i < all.size(); i++) {
            for (Hours other : all.subList(i + 1, all.size())) {
                once(all.get(i), other);
            }
        }
    }

    private static void check(Hours hours) {
        DayRules.validity(hours.validity());
        Season season = hours.season();
        if (season != null && (season.from().equals(LEAP_DAY) || season.to().equals(LEAP_DAY))) {
            throw Refusal.invalid(season.from().equals(LEAP_DAY) ? "seasonFrom" : "seasonTo", "hours-leap-day");
        }
        if (hours.weekdays().isEmpty()) {
            throw Refusal.invalid("weekdays", "hours-without-weekday");
        }
        if (hours.periods().isEmpty()) {
            throw Refusal.invalid("periods", "hours-without-period");
        }
        periods(hours.periods());
    }

    private static void periods(List<Period> periods) {
        int over = 0;
        for (Period period : periods) {
            if (period.from() == Period.DAY) {
                throw Refusal.invalid("periods", "hours-begin-at-the-end");
            }
            if (period.from() < 0 || period.to() > Period.DAY) {
                throw Refusal.invalid("periods", "hours-outside-the-day", period);
            }
            if (period.from() >= period.to()) {
                throw Refusal.invalid("periods", "hours-inverted", period);
            }
            if (period.from() < over) {
                throw Refusal.invalid("periods", "hours-overlap", period);
            }
            over = period.to();
        }
    }

    private static void once(Hours one, Hours other) {
        if (!Collections.disjoint(one.weekdays(), other.weekdays()) && shared(one, other)) {
            throw Refusal.invalid("hours", "hours-twice");
        }
    }

    /** True when some day belongs to both; seasons come back, so a year of days is enough to look at. */
    private static boolean shared(Hours one, Hours other) {
        if (!one.validity().overlaps(other.validity())) {
            return false;
        }
        LocalDate first =
                Collections.max(List.of(one.validity().from(), other.validity().from()));
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(LocalDate.of(2024, 1, 1).lengthOfYear())
                .anyMatch(day -> one.holdOn(day) && other.holdOn(day));
    }
}
