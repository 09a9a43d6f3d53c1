package cn.wenzheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoTimeTest {

    private static final Actor ADMIN = person(Role.ADMIN);

    private final DemoClock clock = new DemoClock(ZoneOffset.UTC, Duration.ZERO);
    private final DemoRows rows = mock();
    private final Journal journal = mock();
    private final DemoTime time =
            new DemoTime(clock, rows, journal, new TransactionTemplate(mock(PlatformTransactionManager.class)));

    @BeforeEach
    void theCityIsADayAhead() {
        when(rows.aheadForChange()).thenReturn(Duration.ofDays(1));
    }

    @Test
    void movesTheClockAndKeepsHowFarItIs() {
        Instant now = time.advance("PT26H", ADMIN);
        verify(rows).setAhead(Duration.ofHours(50));
        assertThat(now).isAfter(Instant.now().plus(Duration.ofHours(49)));
        assertThat(clock.instant()).isAfterOrEqualTo(now);
    }

    @Test
    void journalsTheMove() {
        time.advance("P1D", ADMIN);
        verify(journal).done(ADMIN, "demo-clock-advanced", null, Map.of("ahead", "PT24H"), Map.of("ahead", "PT48H"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void isMovedByTheAdministratorOnly(Role role) {
        assertRefused(person(role), "PT1H", Refusal.Kind.FORBIDDEN, "role-never-may");
    }

    @ParameterizedTest
    @CsvSource({
        ",field-required",
        "26 hours,advance-malformed",
        "PT,advance-malformed",
        "P1M,advance-malformed",
        "PT9999999999999999999H,advance-malformed",
        "PT0S,advance-not-forward",
        "PT0.0001S,advance-not-forward",
        "PT-1H,advance-not-forward",
        "-PT1H,advance-not-forward",
        "P400D,advance-too-far",
        "PT2562047788015215H,advance-too-far"
    })
    void refusesWhatIsNoWayForward(String advance, String slug) {
        assertRefused(ADMIN, advance, Refusal.Kind.INVALID, slug);
    }

    private void assertRefused(Actor actor, String advance, Refusal.Kind kind, String slug) {
        assertThatThrownBy(() -> time.advance(advance, actor)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.slug()).isEqualTo(slug);
        });
        verify(rows, never()).setAhead(any());
        verify(journal, never()).done(any(), any(), eq(null), any(), any());
    }

    private static Actor person(Role role) {
        return new Actor("somebody", "某人", "0145", Set.of(role), Door.API);
    }
}
