package cn.wenzheng.access;

import cn.wenzheng.organization.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time a list is asked for.
 *
 * @param from the first instant; null means from the beginning
 * @param to the first instant that no longer belongs to it; null means until now
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {

    /**
     * Reads the query parameters {@code from} and {@code to}: each a date of the city, which is meant as a whole day, or
     * an instant with offset.
     */
    public static Period of(@Nullable String from, @Nullable String to, ZoneId zone) {
        return new Period(instant("from", from, zone, 0), instant("to", to, zone, 1));
    }

    private static @Nullable Instant instant(String field, @Nullable String value, ZoneId zone, int daysAfter) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value)
                            .plusDays(daysAfter)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(field, "date-malformed");
        }
    }
}
