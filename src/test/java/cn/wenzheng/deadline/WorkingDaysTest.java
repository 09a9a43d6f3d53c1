package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final Instant START = City.at("2026-03-09 00:00");
    private static final long TWO_WEEKS = 14L * 24 * 3600 * 1000;

    /** Mondays work two hours, all other days of the plain week as usual. */
    private static final WorkingTime SHORT_MONDAYS = new WorkingTime() {
        @Override
        public boolean isPlanned(int year) {
            return true;
        }

        @Override
        public ZoneId zone() {
            return City.ZONE;
        }

        @Override
        public List<Span> workOn(LocalDate day) {
            return day.getDayOfWeek().getValue() == 1
                    ? List.of(new Span(City.at(day + " 10:00"), City.at(day + " 12:00"), true))
                    : City.PLAIN_WEEK.workOn(day);
        }
    };

    @ParameterizedTest
    @CsvSource({
        "2026-03-10 10:00, 1, 1, 2026-03-11 10:00",
        "2026-03-10 09:00, 1, 1, 2026-03-10 18:00",
        "2026-03-10 09:00, 1, 2, 2026-03-10 14:30",
        "2026-03-10 16:00, 1, 2, 2026-03-11 10:30",
        "2026-03-13 17:00, 1, 1, 2026-03-16 17:00",
        "2026-03-14 11:00, 1, 1, 2026-03-16 18:00",
        "2026-03-13 18:00, 1, 2, 2026-03-16 14:30",
        "2026-03-10 13:00, 5, 1, 2026-03-17 12:00",
        "2026-03-10 10:00, 5, 1, 2026-03-17 10:00",
        "2026-03-10 10:00, 180, 1, 2026-11-17 10:00"
    })
    void countsTheWorkOfEachDay(String from, int parts, int ofDay, String until) {
        assertThat(new WorkingDays(parts, ofDay).end(City.at(from), City.PLAIN_WEEK))
                .isEqualTo(City.at(until));
    }

    @Example
    void aShortDayCountsAsOneDay() {
        assertThat(WorkingDays.of(1).end(City.at("2026-03-15 20:00"), SHORT_MONDAYS))
                .isEqualTo(City.at("2026-03-16 12:00"));
        assertThat(WorkingDays.of(2).end(City.at("2026-03-13 14:00"), SHORT_MONDAYS))
                .as("four sevenths of Friday, all of Monday, three sevenths of Tuesday")
                .isEqualTo(City.at("2026-03-17 12:00"));
    }

    @Example
    void stepsOverTheSpringFestivalAndWorksOnAMakeUpDay() {
        assertThat(WorkingDays.of(2).end(City.at("2026-02-13 10:00"), City.WITH_HOLIDAYS))
                .isEqualTo(City.at("2026-02-24 10:00"));
    }

    @Example
    void countsALastSecondThatIsOnlyPartlyUsedAsAWholeOne() {
        assertThat(new WorkingDays(1, 7 * 3600 * 8).end(City.at("2026-03-10 10:00"), City.PLAIN_WEEK))
                .isEqualTo(City.at("2026-03-10 10:00:01"));
    }

    @Property
    void aLaterStartNeverEndsEarlier(
            @ForAll @LongRange(max = TWO_WEEKS) long first,
            @ForAll @LongRange(max = TWO_WEEKS) long second,
            @ForAll @IntRange(min = 1, max = 60) int tenths) {
        assertThat(end(Math.max(first, second), tenths)).isAfterOrEqualTo(end(Math.min(first, second), tenths));
    }

    @Property(tries = 30)
    void endsWhereCountingSecondBySecondEnds(
            @ForAll @LongRange(max = TWO_WEEKS / 1000) long second, @ForAll @IntRange(min = 1, max = 15) int tenths) {
        Instant at = START.plusSeconds(second);
        // A tenth of a day is 7 * 2 * 3600 units: a second of a two-hour day uses 70 of them, one of a seven-hour day
        // 20.
        long left = tenths * 7L * 2 * 3600;
        while (left > 0) {
            for (Span span : SHORT_MONDAYS.workOn(SHORT_MONDAYS.dayOf(at))) {
                if (!at.isBefore(span.from()) && at.isBefore(span.to())) {
                    left -= SHORT_MONDAYS.dayOf(at).getDayOfWeek().getValue() == 1 ? 70 : 20;
                }
            }
            at = at.plusSeconds(1);
        }
        assertThat(end(second * 1000, tenths)).isEqualTo(at);
    }

    @Property
    void remindsBeforeItIsDue(
            @ForAll @LongRange(max = TWO_WEEKS) long first, @ForAll @IntRange(min = 1, max = 60) int tenths) {
        Instant from = START.plusMillis(first);
        WorkingDays budget = new WorkingDays(tenths, 10);
        assertThat(budget.share(80).end(from, SHORT_MONDAYS)).isBetween(from, budget.end(from, SHORT_MONDAYS));
    }

    private static Instant end(long millis, int tenths) {
        return new WorkingDays(tenths, 10).end(START.plusMillis(millis), SHORT_MONDAYS);
    }
}
