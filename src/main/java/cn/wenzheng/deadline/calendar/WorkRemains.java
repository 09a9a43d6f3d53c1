package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * After every day there is another day of work within a year in each calendar that somebody works by, or a limit would
 * never end.
 *
 * <p>Looked at from a year before each day on which something changes until two years after it; where nothing changes each
 * year is like the one before.
 */
final class WorkRemains {

    private static final int YEAR = 366;

    private static final LocalDate FIRST = LocalDate.of(DayRules.FIRST_YEAR, 1, 1);

    private WorkRemains() {}

    static void check(CalendarBook book) {
        Set<String> worked = new TreeSet<>(Set.of(book.cityLayer()));
        book.units().values().forEach(given -> given.forEach(one -> worked.add(one.calendar())));
        worked.forEach(code -> check(book.chain(code), book.sheet(code).layer()));
    }

    private static void check(Chain chain, Layer layer) {
        LocalDate worked = FIRST;
        LocalDate day = FIRST;
        for (LocalDate change : changes(chain)) {
            if (day.isBefore(change.minusDays(YEAR))) {
                day = change.minusDays(YEAR);
                worked = day;
            }
            for (; day.isBefore(change.plusYears(2)); day = day.plusDays(1)) {
                if (!chain.periods(day).isEmpty()) {
                    worked = day;
                } else if (worked.plusDays(YEAR).isBefore(day)) {
                    throw Refusal.invalid("calendar", "calendar-without-work", layer.zh(), worked.toString());
                }
            }
        }
    }

    private static SortedSet<LocalDate> changes(Chain chain) {
        SortedSet<LocalDate> changes = new TreeSet<>(Set.of(FIRST));
        chain.sheets().stream()
                .flatMap(sheet -> Stream.concat(
                        sheet.days().keySet().stream(),
                        sheet.hours().stream()
                                .map(Hours::validity)
                                .flatMap(validity -> Stream.of(validity.from(), validity.to()))))
                .filter(Objects::nonNull)
                .forEach(changes::add);
        return changes;
    }
}
