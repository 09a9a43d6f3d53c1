package cn.wenzheng.channel.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a server asks us to wait: in seconds, or until a date. */
final class RetryAfter {

    /** Nobody may keep an event waiting longer by one answer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Null when it does not say, or not in a way that can be read. */
    static @Nullable Instant in(@Nullable String header, Instant now) {
        Instant told = header == null ? null : read(header.strip(), now);
        if (told == null) {
            return null;
        }
        Instant latest = now.plus(LONGEST);
        return told.isAfter(latest) ? latest : told.isBefore(now) ? now : told;
    }

    private static @Nullable Instant read(String header, Instant now) {
        if (header.matches("[0-9]{1,9}")) {
            return now.plusSeconds(Long.parseLong(header));
        }
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
