package cn.wenzheng.triage.alone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AloneRuleTest {

    private static final AloneRule RULE = new AloneRule(
            true, 0.97, EnumSet.of(PetitionKind.INQUIRY, PetitionKind.HELP), 200, 0.05, 0.05, Instant.EPOCH, null);

    @Test
    void decidesWhatIsPlainAndSure() {
        assertThat(RULE.leaves(suggestion("help", "normal", 0.98, 0.98), 0.9, false))
                .isEmpty();
    }

    @Test
    void leavesToPeopleWhatIsNotSureEnough() {
        assertThat(RULE.leaves(suggestion("help", "normal", 0.96, 0.98), 0.9, false))
                .contains(LeftWhy.UNSURE);
        assertThat(RULE.leaves(suggestion("help", "normal", 0.98, 0.96), 0.9, false))
                .contains(LeftWhy.UNSURE);
        assertThat(RULE.leaves(suggestion("help", "normal", 0.98, 0.98), 0.99, false))
                .contains(LeftWhy.UNSURE);
    }

    @Test
    void leavesToPeopleWhatIsPeoples() {
        assertThat(RULE.leaves(suggestion("complaint", "normal", 0.99, 0.99), 0.9, false))
                .contains(LeftWhy.KIND);
        assertThat(RULE.leaves(suggestion("wrongdoing", "normal", 0.99, 0.99), 0.9, false))
                .contains(LeftWhy.KIND);
        assertThat(RULE.leaves(suggestion("help", "life", 0.99, 0.99), 0.9, false))
                .contains(LeftWhy.DANGER);
        assertThat(RULE.leaves(suggestion("help", "normal", 0.99, 0.99), 0.9, true))
                .contains(LeftWhy.SAME_MATTER);
        assertThat(RULE.leaves(suggestion(0.99, Set.of(Warning.CONFLICT_OF_INTEREST), null), 0.9, false))
                .contains(LeftWhy.WARNED);
        assertThat(RULE.leaves(suggestion(0.99, Set.of(Warning.DANGER), null), 0.9, false))
                .contains(LeftWhy.DANGER);
        assertThat(RULE.leaves(suggestion(0.99, Set.of(), RefusalReason.values()[0]), 0.9, false))
                .contains(LeftWhy.SCOPE);
    }

    @Test
    void noCityLeavesComplaintsToTheSystem() {
        assertThatThrownBy(
                        () -> RULE.changed(true, 0.97, List.of(PetitionKind.COMPLAINT), 200, 0.05, 0.05, Instant.EPOCH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("alone-kind-never");
        assertThat(AloneRule.choosable()).doesNotContain(PetitionKind.COMPLAINT, PetitionKind.WRONGDOING);
    }

    @Test
    void whatCameInBeforeItWasSwitchedOnIsPeoples() {
        Instant now = Instant.parse("2026-11-26T08:00:00Z");
        AloneRule off = RULE.changed(false, 0.97, List.of(), 200, 0.05, 0.05, now);
        assertThat(off.changed(true, 0.97, List.of(), 200, 0.05, 0.05, now).since())
                .isEqualTo(now);
        assertThat(RULE.changed(true, 0.99, List.of(), 200, 0.05, 0.05, now).since())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void drawsTheSamePetitionsWhoeverDraws() {
        List<String> numbers = IntStream.range(0, 10_000)
                .mapToObj("WZ-20261126-%06d"::formatted)
                .toList();
        List<String> drawn = numbers.stream().filter(RULE::draws).toList();
        assertThat(drawn).hasSizeBetween(400, 600);
        assertThat(numbers.stream().filter(RULE::draws)).containsExactlyElementsOf(drawn);
    }

    @Test
    void stopsWhenTooMuchComesBack() {
        assertThat(new Returns(19, 19, 200, 0).tooMany(0.05)).isEmpty();
        assertThat(new Returns(200, 10, 200, 10).tooMany(0.05)).isEmpty();
        assertThat(new Returns(200, 11, 200, 20).tooMany(0.05)).contains(OffWhy.RETURNS);
        assertThat(new Returns(200, 8, 200, 4).tooMany(0.05)).isEmpty();
        assertThat(new Returns(200, 9, 200, 4).tooMany(0.05)).contains(OffWhy.WORSE_THAN_PEOPLE);
        assertThat(new Returns(200, 2, 200, 0).tooMany(0.05)).isEmpty();
    }

    private static Suggestion suggestion(String kind, String urgency, double topic, double unit) {
        return new Suggestion(
                "WZ-20261126-000001",
                1,
                guess("C010101", topic),
                guess(kind, 0.9),
                guess(urgency, 0.9),
                null,
                guess("0107", unit),
                List.of(),
                new Gist("停水", List.of()),
                Set.of(),
                null);
    }

    private static Suggestion suggestion(double sure, Set<Warning> warnings, @Nullable RefusalReason scope) {
        return new Suggestion(
                "WZ-20261126-000001",
                1,
                guess("C010101", sure),
                guess("help", 0.9),
                guess("normal", 0.9),
                null,
                guess("0107", sure),
                List.of(),
                new Gist("停水", List.of()),
                warnings,
                scope);
    }

    private static Guess guess(String value, double certainty) {
        return new Guess(value, value, certainty, List.of());
    }
}
