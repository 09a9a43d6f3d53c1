package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.Promise.Burn;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrival rule of the domain reference, with its own examples and against counting second by second. */
class PromiseTest {

    private static final Instant START = City.at("2026-03-09 00:00");
    private static final long SPRING_FESTIVAL = 9L * 24 * 3600 * 1000;
    private static final long TWO_WEEKS = 14L * 24 * 3600 * 1000;

    @ParameterizedTest
    @CsvSource({
        "2026-03-10 10:00, 2026-03-10 11:00",
        "2026-03-10 17:30, 2026-03-10 22:00",
        "2026-03-10 17:50, 2026-03-11 00:40",
        "2026-03-10 18:05, 2026-03-11 02:05",
        "2026-03-11 01:00, 2026-03-11 09:00",
        "2026-03-11 02:00, 2026-03-11 09:07:30",
        "2026-03-11 08:00, 2026-03-11 09:52:30",
        "2026-03-10 11:40, 2026-03-10 14:25"
    })
    void followsTheExamplesOfThePlainWeek(String arrival, String deadline) {
        assertThat(Promise.WHOLE.end(City.at(arrival), City.PLAIN_WEEK)).isEqualTo(City.at(deadline));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-14 10:00, 2026-02-14 11:00",
        "2026-02-14 17:50, 2026-02-15 00:40",
        "2026-02-18 09:00, 2026-02-18 17:00",
        "2026-02-24 02:00, 2026-02-24 09:07:30",
        "2026-09-20 17:45, 2026-09-21 00:00"
    })
    void followsTheExamplesWithHolidaysAndMakeUpWorkdays(String arrival, String deadline) {
        assertThat(Promise.WHOLE.end(City.at(arrival), City.WITH_HOLIDAYS)).isEqualTo(City.at(deadline));
    }

    @Property(tries = 200)
    void endsWhereCountingSecondBySecondEnds(@ForAll @LongRange(max = TWO_WEEKS / 1000) long second) {
        Instant arrival = START.plusSeconds(second);
        long left = 28_800;
        Instant at = arrival;
        while (left > 0) {
            left -= isWorking(at) ? 8 : 1;
            at = at.plusSeconds(1);
        }
        assertThat(Promise.WHOLE.end(arrival, City.PLAIN_WEEK)).isEqualTo(at);
    }

    @Property
    void aLaterArrivalNeverHasAnEarlierDeadline(
            @ForAll @LongRange(max = TWO_WEEKS) long first, @ForAll @LongRange(max = TWO_WEEKS) long second) {
        assertThat(end(Math.max(first, second))).isAfterOrEqualTo(end(Math.min(first, second)));
    }

    @Property
    void aFewMillisecondsLaterIsNeverEarlier(
            @ForAll @LongRange(max = TWO_WEEKS) long first, @ForAll @LongRange(max = 9_000) long later) {
        assertThat(end(first + later)).isAfterOrEqualTo(end(first));
    }

    @Property
    void takesOneHourOfPureWorkEightOfPureRestAndElseSomethingBetween(@ForAll @LongRange(max = TWO_WEEKS) long first) {
        Instant arrival = START.plusMillis(first);
        Duration taken = Duration.between(arrival, end(first));
        var burns = Promise.WHOLE.burns(arrival, City.PLAIN_WEEK);
        if (burns.size() == 1) {
            assertThat(taken).isEqualTo(burns.get(0).span().working() ? Duration.ofHours(1) : Duration.ofHours(8));
        } else {
            assertThat(taken).isBetween(Duration.ofHours(1), Duration.ofHours(8));
        }
    }

    @Property
    void addingAHolidayNeverBringsADeadlineForward(@ForAll @LongRange(max = SPRING_FESTIVAL) long first) {
        Instant arrival = City.at("2026-02-15 00:00").plusMillis(first);
        assertThat(Promise.WHOLE.end(arrival, City.WITH_HOLIDAYS))
                .isAfterOrEqualTo(Promise.WHOLE.end(arrival, City.PLAIN_WEEK));
    }

    @Property
    void explainsTheWholePromiseWithoutAGap(@ForAll @LongRange(max = TWO_WEEKS) long first) {
        Instant at = START.plusMillis(first);
        long units = 0;
        for (Burn burn : Promise.WHOLE.burns(at, City.PLAIN_WEEK)) {
            assertThat(burn.span().from()).isEqualTo(at);
            at = burn.span().to();
            units += burn.units();
        }
        assertThat(at).isEqualTo(end(first));
        assertThat(units).isEqualTo(28_800);
    }

    @Example
    void countsALastSecondThatIsOnlyPartlyUsedAsAWholeOne() {
        assertThat(Promise.WHOLE.end(City.at("2026-03-11 02:00:01"), City.PLAIN_WEEK))
                .isEqualTo(City.at("2026-03-11 09:07:31"));
    }

    @Example
    void keepsTheMillisecondsOfAnArrivalInOneKindOfTime() {
        assertThat(Promise.WHOLE.end(City.at("2026-03-10 10:00:00.345"), City.PLAIN_WEEK))
                .isEqualTo(City.at("2026-03-10 11:00:00.345"));
    }

    @Example
    void remindsAtFourFifthsOfWhatIsUsedUp() {
        assertThat(Promise.WHOLE.share(80).end(City.at("2026-03-10 10:00"), City.PLAIN_WEEK))
                .isEqualTo(City.at("2026-03-10 10:48"));
    }

    private static Instant end(long millis) {
        return Promise.WHOLE.end(START.plusMillis(millis), City.PLAIN_WEEK);
    }

    private static boolean isWorking(Instant at) {
        var local = at.atZone(City.ZONE);
        boolean weekday = local.getDayOfWeek().getValue() <= 5;
        int hour = local.getHour();
        return weekday && (hour >= 9 && hour < 12 || hour >= 14 && hour < 18);
    }
}
