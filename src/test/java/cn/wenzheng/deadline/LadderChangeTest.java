package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderChangeTest {

    private static final Instant NOW = City.at("2026-03-10 10:00");

    @Test
    void holdsAtOnceWhenNoBeginningIsGiven() {
        Ladder ladder = change(null, 40, 70, 1, 3, 2).checked("supervisor", NOW);
        assertThat(ladder).isEqualTo(new Ladder(NOW, 40, 70, 1, 3, 2, "supervisor", NOW));
        assertThat(ladder.daysOfRed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 80, 1, 2, 3, urgePercent",
        "100, 80, 1, 2, 3, urgePercent",
        ", 80, 1, 2, 3, urgePercent",
        "50, 49, 1, 2, 3, bluePercent",
        "50, 100, 1, 2, 3, bluePercent",
        "50, 80, 0, 2, 3, redDays",
        "50, 80, 31, 40, 3, redDays",
        "50, 80, 2, 2, 3, raisedDays",
        "50, 80, 1, 61, 3, raisedDays",
        "50, 80, 1, 2, 0, rulingDays"
    })
    void refusesALadderWhoseRungsDoNotFollowEachOther(
            @Nullable Integer urge, int blue, int red, int raised, int ruling, String field) {
        refused(change(null, urge, blue, red, raised, ruling), field);
    }

    @Test
    void doesNotRewriteThePast() {
        refused(change(NOW.minusSeconds(1), 50, 80, 1, 2, 3), "validFrom");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10 10:00, 2026-03-10 12:00",
        "2026-03-10 11:30, 2026-03-10 15:30",
        "2026-03-10 17:00, 2026-03-11 10:00",
        "2026-03-13 18:00, 2026-03-16 11:00",
        "2026-03-14 03:00, 2026-03-16 11:00"
    })
    void twoHoursOfWorkPassOverNoonNightAndWeekend(String from, String to) {
        assertThat(WorkingHours.end(City.at(from), Duration.ofHours(2), City.PLAIN_WEEK))
                .isEqualTo(City.at(to));
    }

    private static Ladder.Change change(
            @Nullable Instant from, @Nullable Integer urge, int blue, int red, int raised, int ruling) {
        return new Ladder.Change(from, urge, blue, red, raised, ruling);
    }

    private static void refused(Ladder.Change change, String field) {
        assertThatThrownBy(() -> change.checked("supervisor", NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
