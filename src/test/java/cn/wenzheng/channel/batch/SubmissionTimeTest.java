package cn.wenzheng.channel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTimeTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-03-14 08:05,2026-03-14T00:05:00Z",
        "2026-03-14 08:05:30,2026-03-14T00:05:30Z",
        "2026-03-14 08:05:30.123,2026-03-14T00:05:30Z",
        "2026/3/14 8:05,2026-03-14T00:05:00Z",
        "2026/3/14 8:05:09,2026-03-14T00:05:09Z",
        "' 2026.3.14 ',2026-03-13T16:00:00Z",
        "2026年3月14日 8:05,2026-03-14T00:05:00Z",
        "2026-03-14T08:05,2026-03-14T00:05:00Z",
        "2026-03-14T08:05:00Z,2026-03-14T08:05:00Z",
        "2026-03-14T08:05:00+02:00,2026-03-14T06:05:00Z"
    })
    void readsWhatTablesWrite(String words, Instant instant) {
        assertThat(SubmissionTime.parse(words, CITY)).isEqualTo(instant);
    }

    @Test
    void knowsNoTimeWhereNoneIsGiven() {
        assertThat(SubmissionTime.parse(null, CITY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"昨天", "2026-02-30 08:00", "2026-13-01", "2026-03-14 25:00", "14.3.2026", "44634.5"})
    void refusesWhatIsNoTime(String words) {
        assertThatThrownBy(() -> SubmissionTime.parse(words, CITY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("time-malformed"));
    }
}
