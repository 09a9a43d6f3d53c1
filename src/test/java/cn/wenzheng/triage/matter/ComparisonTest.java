package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.triage.matter.SignatureRows.Candidate;
import cn.wenzheng.triage.matter.SignatureRows.Spoken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To which storm a petition belongs, of those that are found by its keys. */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-03-16T01:00:00Z");

    private final SignatureRows rows = mock();
    private final CityWords words = mock();
    private final Comparison comparison = new Comparison(
            rows, words, new MatterSettings(Duration.ofDays(90), true, 8), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void theCityWritesWhatEverybodyWrites() {
        when(words.commonness()).thenReturn(Everyday.with(List.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = PetitionStatus.class,
            names = {"CLOSED", "REFUSED", "WITHDRAWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void aStormStaysOneWhenItsFirstPostsAreInSomebodysHands(PetitionStatus status) {
        found(status);
        assertThat(comparison.of(said("WZ-3", PetitionStatus.RECEIVED)).storm()).isEqualTo("WZ-1");
    }

    @Test
    void aStormThatIsOverBeginsAnew() {
        found(PetitionStatus.CLOSED);
        assertThat(comparison.of(said("WZ-3", PetitionStatus.RECEIVED)).storm()).isEqualTo("WZ-3");
    }

    private void found(PetitionStatus status) {
        when(rows.candidates(any(), any(), any())).thenReturn(List.of(new Candidate(said("WZ-2", status), "WZ-1")));
    }

    private static Spoken said(String number, PetitionStatus status) {
        Said said = new Said("云栖谷小区停电", "云栖谷小区全部停电了，什么时候来电？", null, NOW);
        return new Spoken(number, status, said, "云栖谷小区停电");
    }
}
