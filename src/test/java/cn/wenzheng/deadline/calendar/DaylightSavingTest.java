package cn.wenzheng.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.Span;
import cn.wenzheng.deadline.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where clocks are set forward and back, a day is still made of its work and its rest. */
class DaylightSavingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // Clocks go from 02:00 to 03:00: what the day leaves out is not worked.
        "2026-03-29, 01:30, 03:30, PT1H",
        "2026-03-29, 02:00, 03:00, PT0S",
        "2026-03-29, 02:30, 04:00, PT1H",
        "2026-03-29, 00:00, 24:00, PT23H",
        // Clocks go from 03:00 back to 02:00: the hour that comes twice is worked twice by who works through it.
        "2026-10-25, 01:30, 03:30, PT3H",
        "2026-10-25, 00:00, 24:00, PT25H",
        "2026-10-25, 01:00, 02:30, PT1H30M",
        "2026-06-01, 01:30, 03:30, PT2H"
    })
    void countsTheTimeThatReallyPasses(LocalDate day, String from, String to, Duration worked) {
        WorkingTime work = daily(List.of(Written.period(from + "-" + to)));

        Duration sum = work.workOn(day).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isEqualTo(worked);
    }

    @Property(tries = 300)
    void aDayIsItsWorkAndItsRestInTurn(
            @ForAll("periods") List<Period> periods, @ForAll @IntRange(min = 0, max = 3 * 365) int after) {
        WorkingTime work = daily(periods);
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(after);
        Instant at = day.atStartOfDay(BERLIN).toInstant();
        for (Span span : work.wholeDay(day)) {
            assertThat(span.from()).isEqualTo(at);
            assertThat(span.to()).isAfter(at);
            at = span.to();
        }
        assertThat(at).isEqualTo(day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    }

    @Provide
    Arbitrary<List<Period>> periods() {
        return Arbitraries.integers()
                .between(0, 96)
                .map(quarter -> quarter * 15)
                .set()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(minutes -> pairs(List.copyOf(new TreeSet<>(minutes))));
    }

    private static List<Period> pairs(List<Integer> minutes) {
        return IntStream.range(0, minutes.size() / 2)
                .mapToObj(pair -> new Period(minutes.get(2 * pair), minutes.get(2 * pair + 1)))
                .toList();
    }

    private static WorkingTime daily(List<Period> periods) {
        Hours hours = new Hours(SampleCalendars.ALWAYS, null, SampleCalendars.EVERY_DAY, periods);
        CalendarSheet city = SampleCalendars.city().with(List.of(hours));
        CalendarSheet national = SampleCalendars.sheet(LayerKind.NATIONAL, null);
        return SampleCalendars.book(BERLIN, SampleCalendars.NO_UNITS, national, city)
                .city();
    }
}
