package cn.wenzheng.channel.weibo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of Weibo's errors, code by code. */
class WeiboErrorsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:20:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NotNow | 10001 10002 10003 10009 10010 10011 10022 10023 10024 20016",
                "TokenInvalid | 21301 21314 21315 21316 21317 21318 21319 21327 21332",
                "Refused | 10005 10014 20015 20031 20301 20508 20012 20013 20018 20020 20021 21602",
                "Refused | 10006 10008 10016 10017 10018 10020 10021 99999",
                "WindowClosed | 26403",
                "TargetGone | 20101 20104 20201 20202 20003",
                "Duplicate | 20017 20019 20111 20306",
                "Sent | 20032"
            })
    void eachCodeHasItsOutcome(String outcome, String codes) {
        for (String code : codes.split(" ")) {
            assertThat(WeiboErrors.of(Integer.parseInt(code), false, NOW))
                    .as(code)
                    .matches(found -> found.getClass().getSimpleName().equals(outcome));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10001, false,",
        "10022, false, 2026-03-10T16:00:00Z",
        "10023, false, 2026-03-10T16:00:00Z",
        "10024, false, 2026-03-10T16:00:00Z"
    })
    void aLimitSaysUntilWhen(int code, boolean byContract, Instant until) {
        assertThat(WeiboErrors.of(code, byContract, NOW)).isEqualTo(new Outcome.NotNow(until, Integer.toString(code)));
    }

    @Test
    void theDayOfThePublicQuotaIsThePlatformsAndAContractIsCountedByTheHour() {
        Instant morning = Instant.parse("2026-03-10T02:20:00Z");

        assertThat(WeiboErrors.of(10023, false, morning))
                .isEqualTo(new Outcome.NotNow(Instant.parse("2026-03-10T16:00:00Z"), "10023"));
        assertThat(WeiboErrors.of(10023, true, morning))
                .isEqualTo(new Outcome.NotNow(Instant.parse("2026-03-10T03:00:00Z"), "10023"));
    }
}
