package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.PlainCalendar.Period;
import cn.wenzheng.deadline.calendar.RowsAsCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every budget by every calendar, also where the clock jumps and in leap years. */
class AnyCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2028, 2, 14);
    private static final long SIX_WEEKS = 6L * 7 * 24 * 3600 * 1000;
    private static final int EVEN_MINUTES = 12 * 60;

    @Property
    void aLaterArrivalNeverHasAnEarlierDeadline(
            @ForAll("calendars") PlainCalendar rows,
            @ForAll("budgets") Budget budget,
            @ForAll @LongRange(max = SIX_WEEKS) long one,
            @ForAll @LongRange(max = SIX_WEEKS) long other) {
        WorkingTime work = RowsAsCalendar.of(rows);
        assertThat(budget.end(at(rows, Math.max(one, other)), work))
                .isAfterOrEqualTo(budget.end(at(rows, Math.min(one, other)), work));
    }

    @Property
    void aMomentLaterIsNeverEarlier(
            @ForAll("calendars") PlainCalendar rows,
            @ForAll("budgets") Budget budget,
            @ForAll @LongRange(max = SIX_WEEKS) long arrival,
            @ForAll @LongRange(min = 1, max = 90_000) long later) {
        WorkingTime work = RowsAsCalendar.of(rows);
        assertThat(budget.end(at(rows, arrival + later), work)).isAfterOrEqualTo(budget.end(at(rows, arrival), work));
    }

    @Property
    void addingAHolidayNeverBringsADeadlineForward(
            @ForAll("calendars") PlainCalendar rows,
            @ForAll("budgets") Budget budget,
            @ForAll @LongRange(max = SIX_WEEKS) long arrival,
            @ForAll @IntRange(max = 60) int day) {
        Instant before = budget.end(at(rows, arrival), RowsAsCalendar.of(rows));
        PlainCalendar edited = rows.withHoliday(FIRST.plusDays(day));
        assertThat(budget.end(at(rows, arrival), RowsAsCalendar.of(edited))).isAfterOrEqualTo(before);
    }

    /** From even minutes on a unit of the promise never straddles two kinds of time, so that nothing is rounded. */
    @Property
    void whatIsUsedInTwoPartsIsUsedAsAWhole(
            @ForAll("calendars") PlainCalendar rows,
            @ForAll @LongRange(max = SIX_WEEKS / 120_000) long arrival,
            @ForAll @IntRange(min = 1, max = 119) int part) {
        WorkingTime work = RowsAsCalendar.of(rows);
        Instant start = at(rows, arrival * 120_000);
        Instant between = new Promise(part * 240L).end(start, work);
        assertThat(new Promise((120 - part) * 240L).end(between, work)).isEqualTo(Promise.WHOLE.end(start, work));
    }

    @Property
    void twoPartsTakeNoLessThanTheWholeAndNoMoreThanARoundedSecond(
            @ForAll("calendars") PlainCalendar rows,
            @ForAll("budgets") Budget budget,
            @ForAll @LongRange(max = SIX_WEEKS / 1000) long second,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        WorkingTime work = RowsAsCalendar.of(rows);
        Instant start = at(rows, second * 1000);
        Instant between = budget.share(percent).end(start, work);
        assertThat(budget.share(100 - percent).end(between, work))
                .isBetween(budget.end(start, work), aSecondMore(budget).end(start, work));
    }

    /** A second of work is worth eight parts of the promise, and less than a hundredth of a day of two minutes. */
    private static Budget aSecondMore(Budget budget) {
        if (budget instanceof WorkingDays days) {
            return new WorkingDays(days.parts() * 100 + days.ofDay(), days.ofDay() * 100);
        }
        return budget instanceof Promise promise ? new Promise(promise.units() + 8) : budget;
    }

    @Provide
    Arbitrary<Budget> budgets() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Promise.WHOLE)),
                Tuple.of(4, Arbitraries.integers().between(1, 150).map(tenths -> new WorkingDays(tenths, 10))),
                Tuple.of(1, Arbitraries.longs().between(1, 200).map(Elapsed::hours)));
    }

    @Provide
    Arbitrary<PlainCalendar> calendars() {
        Arbitrary<ZoneId> zones =
                Arbitraries.of("Asia/Shanghai", "Europe/Berlin").map(ZoneId::of);
        Arbitrary<Map<LocalDate, Boolean>> days = Arbitraries.maps(
                        Arbitraries.integers().between(0, 60).map(FIRST::plusDays), Arbitraries.of(true, false, false))
                .ofMaxSize(15);
        return Combinators.combine(zones, weeks(), days).as(PlainCalendar::new);
    }

    private static Arbitrary<Map<DayOfWeek, List<Period>>> weeks() {
        Arbitrary<List<Period>> everyDay = Arbitraries.integers()
                .between(0, EVEN_MINUTES)
                .set()
                .ofMinSize(2)
                .ofMaxSize(8)
                .map(AnyCalendarTest::periods);
        return Combinators.combine(
                        everyDay.list().ofSize(7), Arbitraries.integers().between(1, 127))
                .as((hours, works) -> {
                    Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
                    for (DayOfWeek day : DayOfWeek.values()) {
                        if (day == DayOfWeek.MONDAY || (works >> day.ordinal() & 1) == 1) {
                            week.put(day, hours.get(day.ordinal()));
                        }
                    }
                    return week;
                });
    }

    private static List<Period> periods(Iterable<Integer> ends) {
        List<Integer> sorted = new ArrayList<>();
        ends.forEach(sorted::add);
        sorted.sort(null);
        List<Period> periods = new ArrayList<>();
        for (int end = 1; end < sorted.size(); end += 2) {
            periods.add(new Period(2 * sorted.get(end - 1), 2 * sorted.get(end)));
        }
        return periods;
    }

    private static Instant at(PlainCalendar rows, long millis) {
        return FIRST.atStartOfDay(rows.zone()).toInstant().plusMillis(millis);
    }
}
