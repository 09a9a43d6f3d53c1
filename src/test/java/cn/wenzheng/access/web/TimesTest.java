package cn.wenzheng.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TimesTest {

    /** Tuesday 24 November 2026, 15:40 in the city. */
    private static final Instant NOW = Instant.parse("2026-11-24T07:40:00Z");

    private final Times times =
            new Times(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), new PageLanguage().messageSource());

    @BeforeEach
    void chinese() {
        LocaleContextHolder.setLocale(Locale.CHINESE);
    }

    @AfterEach
    void nobodysLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H10M, 还剩 2 小时 10 分（今天 17:50 前）",
        "PT2H10M59S, 还剩 2 小时 10 分（今天 17:50 前）",
        "PT20H, 还剩 20 小时（明天 11:40 前）",
        "P3DT1H, 还剩 3 天 1 小时（2026年11月27日 16:40 前）",
        "PT30S, 还剩 不到 1 分钟（今天 15:40 前）",
        "PT0S, 已超时 不到 1 分钟",
        "PT-3H, 已超时 3 小时",
        "P-8D, 已超时 8 天"
    })
    void saysWhatIsLeft(Duration until, String sentence) {
        assertThat(times.left(NOW.plus(until))).isEqualTo(sentence);
    }

    @Test
    void saysItInEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(times.left(NOW.plus(Duration.ofMinutes(130)))).isEqualTo("2 h 10 min left (until today 17:50)");
        assertThat(times.moment(NOW.plus(Duration.ofDays(3)))).isEqualTo("27 Nov 2026 15:40");
    }

    @ParameterizedTest
    @CsvSource({"PT-1M, late", "PT0S, late", "PT2H, near", "PT2H1M, open"})
    void tellsTheStateByTheTimeLeft(Duration until, String state) {
        assertThat(times.state(NOW.plus(until))).isEqualTo(state);
    }

    @Test
    void countsTheDayInTheCity() {
        assertThat(times.moment(Instant.parse("2026-11-24T16:00:00Z"))).isEqualTo("明天 00:00");
        assertThat(times.moment(Instant.parse("2026-11-23T15:59:00Z"))).isEqualTo("昨天 23:59");
        assertThat(times.exact(Instant.parse("2026-11-24T16:00:00Z"))).isEqualTo("2026-11-25 00:00:00 +08:00");
    }
}
