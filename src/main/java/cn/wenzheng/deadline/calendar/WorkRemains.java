package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * After every day there is another day of work within a year in each calendar that somebody works by, or a limit would
 * never end.
 *
 * <p>Looked at from the first year that is reckoned with until two years after the last day that anything is said of;
 * from then on each year is like the one before.
 */
final class WorkRemains {

    private static final int YEAR = 366;

    private WorkRemains() {}

    static void check(CalendarBook book) {
        Set<String> worked = new TreeSet<>(Set.of(book.cityLayer()));
        book.units().values().forEach(given -> given.forEach(one -> worked.add(one.calendar())));
        worked.forEach(code -> check(book.chain(code), book.sheet(code).layer()));
    }

    private static void check(Chain chain, Layer layer) {
        LocalDate first = LocalDate.of(DayRules.FIRST_YEAR, 1, 1);
        LocalDate end = last(chain, first).plusYears(2);
        LocalDate worked = first;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            if (!chain.periods(day).isEmpty()) {
                worked = day;
            } else if (worked.plusDays(YEAR).isBefore(day)) {
                throw Refusal.invalid("calendar", "calendar-without-work", layer.zh(), worked.toString());
            }
        }
    }

    private static LocalDate last(Chain chain, LocalDate least) {
        return chain.sheets().stream()
                .flatMap(sheet -> Stream.concat(
                        sheet.days().keySet().stream(),
                        sheet.hours().stream()
                                .map(Hours::validity)
                                .flatMap(validity -> Stream.of(validity.from(), validity.to()))))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(least);
    }
}
