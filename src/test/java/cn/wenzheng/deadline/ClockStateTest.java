package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a clock is due that was paused, extended, put on another level; counted by hand in the plain week of the city. */
class ClockStateTest {

    private static final Instant TUESDAY_TEN = City.at("2026-03-10 10:00");

    @ParameterizedTest
    @CsvSource({
        // Five days from Tuesday ten: Tuesday ten of the next week, whatever the pause at night.
        "days 5/1,     2026-03-10 20:00, 2026-03-11 07:00, 2026-03-17 10:00",
        // Two hours of work stood still on Wednesday.
        "days 5/1,     2026-03-11 10:00, 2026-03-11 12:00, 2026-03-17 12:00",
        // One working day stood still, from noon to noon.
        "days 5/1,     2026-03-11 12:00, 2026-03-12 12:00, 2026-03-18 10:00",
        // A week stood still.
        "days 5/1,     2026-03-11 10:00, 2026-03-18 10:00, 2026-03-24 10:00",
        // A pause before the clock began costs nothing, nor does one after it ran out.
        "days 5/1,     2026-03-09 10:00, 2026-03-10 09:00, 2026-03-17 10:00",
        "days 5/1,     2026-03-17 10:00, 2026-03-18 10:00, 2026-03-17 10:00",
        // Of a pause that lasted when the clock began, the rest counts.
        "days 5/1,     2026-03-09 10:00, 2026-03-10 11:00, 2026-03-17 11:00",
        "elapsed 7200, 2026-03-10 11:00, 2026-03-12 11:00, 2026-03-12 12:00",
        "elapsed 7200, 2026-03-10 12:00, 2026-03-12 11:00, 2026-03-10 12:00",
        // Half of the promise is used by 10:30; the other half is four hours of the night.
        "promise 28800, 2026-03-10 10:30, 2026-03-10 18:00, 2026-03-10 22:00",
    })
    void countsOnlyTheTimeThatRan(String budget, String from, String until, String due) {
        ClockState clock =
                ClockState.started(TUESDAY_TEN, Budget.read(budget), null).paused(City.at(from), City.at(until));
        assertThat(due(clock)).isEqualTo(City.at(due));
    }

    @Test
    void runsOnFromTheInstantItIsResumed() {
        ClockState paused = fiveDays().paused(City.at("2026-03-11 10:00"), City.at("2026-04-01 00:00"));
        assertThat(due(paused)).isEqualTo(City.at("2026-04-06 18:00"));
        assertThat(due(paused.resumed(City.at("2026-03-11 12:00")))).isEqualTo(City.at("2026-03-17 12:00"));
        assertThat(paused.resumed(City.at("2026-05-01 00:00")))
                .as("over by itself")
                .isEqualTo(paused);
        assertThat(paused.pauses().areOverBy(City.at("2026-03-11 10:00"))).isFalse();
        assertThat(paused.pauses().areOverBy(City.at("2026-04-01 00:00"))).isTrue();
    }

    @Test
    void isNotPausedWhileItStandsStill() {
        ClockState paused = fiveDays().paused(City.at("2026-03-11 10:00"), City.at("2026-03-12 10:00"));
        assertThatThrownBy(() -> paused.paused(City.at("2026-03-12 09:00"), City.at("2026-03-13 10:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void getsGrantedDaysOnTop() {
        ClockState extended = fiveDays().extended(3);
        assertThat(due(extended)).isEqualTo(City.at("2026-03-20 10:00"));
        assertThat(extended.project(City.PLAIN_WEEK, points()).urgeAt())
                .as("half of all eight days")
                .isEqualTo(City.at("2026-03-16 10:00"));
    }

    @Test
    void countsWhatItUsedAgainstTheBudgetOfAnotherLevel() {
        ClockState clock = fiveDays().paused(City.at("2026-03-11 10:00"), City.at("2026-03-11 12:00"));
        assertThat(due(clock.onLevel(WorkingDays.of(15), "COMPLEX"))).isEqualTo(City.at("2026-03-31 12:00"));
        assertThat(due(clock.onLevel(Elapsed.hours(24), "SUPPLY")))
                .as("used up at the instant at which the pause begins")
                .isEqualTo(City.at("2026-03-11 10:00"));
    }

    @Test
    void isNeverLateByADecisionThatCameLater() {
        Instant later = City.at("2026-03-12 10:00");
        ClockState urgent = fiveDays().onLevel(Elapsed.hours(2), "LIFE");
        assertThat(due(urgent.movedAt(later, due(fiveDays())))).isEqualTo(later);
        assertThat(due(urgent.movedAt(later, City.at("2026-03-12 09:00"))))
                .as("it was late before")
                .isEqualTo(City.at("2026-03-10 12:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"promise 28800", "days 1/2", "days 15/1", "elapsed 86400"})
    void isReadAsItWasWritten(String budget) {
        assertThat(Budget.read(budget).written()).isEqualTo(budget);
    }

    private static ClockState fiveDays() {
        return ClockState.started(TUESDAY_TEN, WorkingDays.of(5), "NORMAL");
    }

    private static Instant due(ClockState clock) {
        return clock.project(City.PLAIN_WEEK, points()).dueAt();
    }

    /** Half and four fifths. */
    static LadderPoints points() {
        LadderPoints points = mock(withSettings().stubOnly());
        when(points.inForceAt(any())).thenReturn(new Ladder(Instant.EPOCH, 50, 80, 1, 2, 3, "system", Instant.EPOCH));
        return points;
    }
}
