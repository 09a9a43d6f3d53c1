package cn.wenzheng.organization;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who can stand in for whom. */
class AbsenceRulesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-16T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");
    private static final Person ABSENT = new Person("a", "a", "0106", Set.of(Role.HEAD));
    private static final Person DEPUTY = new Person("b", "b", "0106", Set.of(Role.HANDLER));

    @Test
    void aColleagueWhoIsThereStandsIn() {
        assertThatCode(() -> AbsenceRules.check(ABSENT, DEPUTY, MONDAY, FRIDAY, NOW, List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> AbsenceRules.check(
                        ABSENT, DEPUTY, MONDAY, FRIDAY, NOW, List.of(absence("a", "b", FRIDAY, FRIDAY.plusSeconds(9)))))
                .doesNotThrowAnyException();
    }

    @Test
    void theTimeHasToLieAheadAndForward() {
        assertRefused("absence-backwards", ABSENT, DEPUTY, FRIDAY, MONDAY);
        assertRefused("absence-backwards", ABSENT, DEPUTY, MONDAY, MONDAY);
        assertRefused("absence-over", ABSENT, DEPUTY, NOW.minusSeconds(60), NOW);
    }

    @Test
    void nobodyElseStandsIn() {
        assertRefused("deputy-self", ABSENT, ABSENT, MONDAY, FRIDAY);
        assertRefused("deputy-of-other-unit", ABSENT, new Person("c", "c", "0107", DEPUTY.roles()), MONDAY, FRIDAY);
        assertRefused(
                "deputy-disabled", ABSENT, new Person("c", "c", "0106", DEPUTY.roles(), null, false), MONDAY, FRIDAY);
        assertRefused(
                "person-disabled", new Person("c", "c", "0106", DEPUTY.roles(), null, false), DEPUTY, MONDAY, FRIDAY);
        Person admin = new Person("admin", "x", "0106", Set.of(Role.ADMIN));
        Person auditor = new Person("auditor", "x", "0106", Set.of(Role.AUDITOR));
        assertRefused("deputy-stands-alone", ABSENT, admin, MONDAY, FRIDAY);
        assertRefused("deputy-stands-alone", auditor, DEPUTY, MONDAY, FRIDAY);
    }

    @Test
    void absencesDoNotRunIntoEachOther() {
        Instant tuesday = MONDAY.plusSeconds(86_400);
        assertRefused("absence-overlaps", ABSENT, DEPUTY, MONDAY, FRIDAY, absence("a", "c", tuesday, FRIDAY));
        assertRefused("deputy-absent", ABSENT, DEPUTY, MONDAY, FRIDAY, absence("b", "c", tuesday, FRIDAY));
        assertRefused("absence-of-deputy", ABSENT, DEPUTY, MONDAY, FRIDAY, absence("c", "a", tuesday, FRIDAY));
    }

    private static Absence absence(String person, String deputy, Instant from, Instant to) {
        return new Absence(1, person, deputy, from, to, null);
    }

    private static void assertRefused(
            String slug, Person person, Person deputy, Instant from, Instant to, Absence... known) {
        assertThatThrownBy(() -> AbsenceRules.check(person, deputy, from, to, NOW, List.of(known)))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(" " + slug);
    }
}
