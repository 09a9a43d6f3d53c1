package cn.wenzheng.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says time as a sentence in the reader's language; asked by the templates. */
@Component
class Times {

    /** How close to its end a limit counts as near on a screen. */
    private static final Duration NEAR = Duration.ofHours(2);

    private final Clock clock;
    private final MessageSource messages;

    Times(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    public Instant now() {
        return clock.instant();
    }

    /** 还剩 2 小时 10 分（今天 17:50 前） or 已超时 3 小时. */
    public String left(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() || left.isZero()
                ? say("page.time.over", length(left.negated()))
                : say("page.time.left", length(left), moment(due));
    }

    /** {@code late}, {@code near} or {@code open}: the state the sentence is coloured by. */
    public String state(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        if (left.isNegative() || left.isZero()) {
            return "late";
        }
        return left.compareTo(NEAR) <= 0 ? "near" : "open";
    }

    /** 今天 17:50, 明天 09:00 or 2026年11月23日 17:50; the minute is cut, not rounded. */
    public String moment(Instant instant) {
        ZonedDateTime then = instant.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        String time = pattern("HH:mm").format(then);
        for (int days = -1; days <= 1; days++) {
            if (then.toLocalDate().equals(today.plusDays(days))) {
                return say("page.time.day." + days, time);
            }
        }
        return pattern(say("page.time.pattern")).format(then);
    }

    /** 2026年2月14日 星期六. */
    public String day(LocalDate day) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(say("page.day.pattern"), locale).format(day);
    }

    /** The exact instant, for tooltips and print. */
    public String exact(Instant instant) {
        return pattern("yyyy-MM-dd HH:mm:ss XXX").format(instant.atZone(clock.getZone()));
    }

    /** Minutes as a length of time: 3 小时, 1 天 2 小时. */
    public String minutes(long minutes) {
        return length(Duration.ofMinutes(minutes));
    }

    private String length(Duration length) {
        if (length.toMinutes() < 1) {
            return say("page.time.moment");
        }
        if (length.toHours() < 1) {
            return say("page.time.minutes", length.toMinutes());
        }
        return length.toHours() < 48
                ? two("page.time.hours", length.toHours(), "page.time.minutes", length.toMinutesPart())
                : two("page.time.days", length.toDays(), "page.time.hours", length.toHoursPart());
    }

    private String two(String great, long many, String small, long few) {
        return few == 0 ? say(great, many) : say(great, many) + " " + say(small, few);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
