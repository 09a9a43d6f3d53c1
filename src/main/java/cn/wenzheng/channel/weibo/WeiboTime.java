package cn.wenzheng.channel.weibo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Weibo's times, in whichever of its forms. */
final class WeiboTime {

    /** Where a day of the platform's quota begins. */
    static final ZoneId PLATFORM = ZoneId.of("Asia/Shanghai");

    /** Its words are English wherever this runs. */
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss Z yyyy", Locale.ENGLISH);

    /** A count of seconds has not so many digits before the year 5138. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private WeiboTime() {}

    /** A time in words, in seconds or in milliseconds; null when it is none. */
    static @Nullable Instant read(String time) {
        try {
            return time.matches("\\d{1,15}")
                    ? ofNumber(Long.parseLong(time))
                    : WORDS.parse(time.strip(), Instant::from);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Seconds or milliseconds, by magnitude. */
    static Instant ofNumber(long number) {
        return number < MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
