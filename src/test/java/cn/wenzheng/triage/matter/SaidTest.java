package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SaidTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void fewWordsAreMeantAgainWithinThreeDaysOnly() {
        assertThat(isMeantAgain("石榴巷路灯不亮了", Duration.ofDays(3))).isTrue();
        assertThat(isMeantAgain("石榴巷路灯不亮了", Duration.ofDays(3).plusSeconds(1))).isFalse();
        assertThat(isMeantAgain("路灯不亮了", Duration.ofHours(1))).isFalse();
    }

    @Test
    void longWordsAreMeantAgainWheneverTheyCome() {
        assertThat(isMeantAgain("石榴巷路灯不亮了".repeat(8), Duration.ofDays(40))).isTrue();
    }

    private static boolean isMeantAgain(String words, Duration later) {
        return new Said(null, words, null, FIRST.plus(later)).isMeantAgain(new Said(null, words, null, FIRST), 8);
    }
}
