package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time at which an imported petition was first submitted, as cities' tables write it. */
final class SubmissionTime {

    /** 2026-03-14 8:05, 2026/3/14 08:05:30, 2026.3.14, 2026-03-14T08:05, 2026年3月14日 8:05. */
    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?)?");

    private SubmissionTime() {}

    /** The instant; without an offset the city's own time is meant. */
    static @Nullable Instant parse(@Nullable String words, ZoneId zone) {
        if (words == null) {
            return null;
        }
        try {
            Matcher local = LOCAL.matcher(words.strip());
            return local.matches()
                    ? localTime(local).atZone(zone).toInstant()
                    : OffsetDateTime.parse(words.strip()).toInstant();
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("time", "time-malformed");
        }
    }

    private static LocalDateTime localTime(Matcher found) {
        return LocalDateTime.of(
                part(found, 1), part(found, 2), part(found, 3), part(found, 4), part(found, 5), part(found, 6));
    }

    private static int part(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
