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
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product's arithmetic against counting every second, over calendars and arrivals drawn by lot. */
class SecondBySecondTest {

    private static final int ARRIVALS = 1_000;
    private static final int DAY = 24 * 60;

    private final Random lots = new Random(20260314);

    @Test
    void promisesOneHundredThousandTimesWhatCountingPromises() {
        int pairs = 0;
        for (int calendar = 0; calendar < 100; calendar++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(lots.nextInt(5 * 365));
            pairs += comparePromises(rows(City.ZONE, first), first, 20);
        }
        assertThat(pairs).isEqualTo(100_000);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Europe/Berlin, 2026-03-26",
        "Europe/Berlin, 2026-10-22",
        "Europe/Berlin, 2028-02-26",
        "Asia/Shanghai, 2028-02-26",
        "Asia/Shanghai, 2026-12-28"
    })
    void promisesTheSameWhereTheClockJumpsAndOnLeapDays(ZoneId zone, LocalDate first) {
        for (int calendar = 0; calendar < 50; calendar++) {
            comparePromises(rows(zone, first), first, 6);
        }
    }

    private int comparePromises(PlainCalendar rows, LocalDate first, int days) {
        WorkingTime work = RowsAsCalendar.of(rows);
        SecondBySecond model = new SecondBySecond(rows, first, first.plusDays(days + 2));
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            Instant at = anInstant(rows.zone(), first, days);
            Instant due = Promise.WHOLE.end(at, work);
            if (!due.equals(model.promise(at))) {
                assertThat(due).as("%s from %s", rows, at).isEqualTo(model.promise(at));
            }
        }
        return ARRIVALS;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Asia/Shanghai, 2026-02-09",
        "Asia/Shanghai, 2028-02-21",
        "Europe/Berlin, 2026-03-23",
        "Europe/Berlin, 2026-10-19"
    })
    void countsWorkingDaysAsCountingTheirSecondsDoes(ZoneId zone, LocalDate first) {
        for (int calendar = 0; calendar < 20; calendar++) {
            PlainCalendar rows = rows(zone, first);
            WorkingTime work = RowsAsCalendar.of(rows);
            SecondBySecond model = new SecondBySecond(rows, first, first.plusDays(150));
            for (int start = 0; start < 50; start++) {
                Instant at = anInstant(zone, first, 10);
                int tenths = 1 + lots.nextInt(50);
                assertThat(new WorkingDays(tenths, 10).end(at, work))
                        .as("%d tenths of a day from %s, %s", tenths, at, rows)
                        .isEqualTo(model.workingDays(at, tenths, 10));
            }
        }
    }

    private Instant anInstant(ZoneId zone, LocalDate first, int days) {
        return first.atStartOfDay(zone).toInstant().plusSeconds(lots.nextInt(days * DAY * 60));
    }

    /** A week with a Monday and at least two days of work, and in some of the next weeks days that differ from it. */
    private PlainCalendar rows(ZoneId zone, LocalDate first) {
        Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 2 || lots.nextInt(10) < 6) {
                week.put(day, periods());
            }
        }
        Map<LocalDate, Boolean> days = new TreeMap<>();
        for (int named = lots.nextInt(12); named > 0; named--) {
            days.put(first.plusDays(lots.nextInt(20)), lots.nextInt(3) == 0);
        }
        return new PlainCalendar(zone, week, days);
    }

    /** One to four periods of a day, one after the other; now and then the whole day, as a duty desk has it. */
    private List<Period> periods() {
        if (lots.nextInt(12) == 0) {
            return List.of(new Period(0, DAY));
        }
        List<Integer> ends = lots.ints(2 * (1 + lots.nextInt(4)), 0, DAY + 1)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        List<Period> periods = new ArrayList<>();
        for (int end = 1; end < ends.size(); end += 2) {
            periods.add(new Period(ends.get(end - 1), ends.get(end)));
        }
        return periods.isEmpty() ? List.of(new Period(9 * 60, 17 * 60)) : periods;
    }
}
