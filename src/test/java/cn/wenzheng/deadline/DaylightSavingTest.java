package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.calendar.SampleCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Limits that run over a night in which the clocks are set forward or back. */
class DaylightSavingTest {

    private static final WorkingTime BERLIN =
            SampleCalendars.nights(ZoneId.of("Europe/Berlin")).city();
    private static final Instant BEFORE_SPRING = Instant.parse("2026-03-28T12:00:00Z");
    private static final Instant BEFORE_AUTUMN = Instant.parse("2026-10-24T12:00:00Z");

    @Property(tries = 500)
    void aLaterArrivalNeverHasAnEarlierDeadline(
            @ForAll boolean spring,
            @ForAll @IntRange(min = 0, max = 48 * 60) int minutes,
            @ForAll @IntRange(min = 1, max = 6 * 60) int later) {
        Instant at = (spring ? BEFORE_SPRING : BEFORE_AUTUMN).plus(Duration.ofMinutes(minutes));
        Instant after = at.plus(Duration.ofMinutes(later));

        assertThat(Promise.WHOLE.end(after, BERLIN)).isAfterOrEqualTo(Promise.WHOLE.end(at, BERLIN));
        assertThat(WorkingDays.of(2).end(after, BERLIN))
                .isAfterOrEqualTo(WorkingDays.of(2).end(at, BERLIN));
    }

    @Property(tries = 500)
    void aPromiseLastsBetweenOneAndEightHoursOfRealTime(
            @ForAll boolean spring, @ForAll @IntRange(min = 0, max = 48 * 60) int minutes) {
        Instant at = (spring ? BEFORE_SPRING : BEFORE_AUTUMN).plus(Duration.ofMinutes(minutes));

        assertThat(Duration.between(at, Promise.WHOLE.end(at, BERLIN)))
                .isBetween(Duration.ofHours(1), Duration.ofHours(8));
    }
}
