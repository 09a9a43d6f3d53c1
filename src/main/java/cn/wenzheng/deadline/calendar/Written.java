package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads seasons, weekdays and periods as people write them. */
final class Written {

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final int HOUR = 60;
    private static final int LENGTH = 20;

    private Written() {}

    /** Null when neither end is given. */
    static @Nullable Season season(@Nullable String from, @Nullable String to) {
        String first = Limits.optional("seasonFrom", from, LENGTH);
        String last = Limits.optional("seasonTo", to, LENGTH);
        if (first == null && last == null) {
            return null;
        }
        return new Season(monthDay("seasonFrom", first), monthDay("seasonTo", last));
    }

    private static MonthDay monthDay(String field, @Nullable String written) {
        String text = Limits.required(field, written);
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException wrong) {
            throw Refusal.invalid(field, "season-wrong", text);
        }
    }

    static DayOfWeek weekday(@Nullable Integer number) {
        int day = Limits.required("weekdays", number);
        if (day < 1 || day > DayOfWeek.values().length) {
            throw Refusal.invalid("weekdays", "weekday-wrong", String.valueOf(day));
        }
        return DayOfWeek.of(day);
    }

    static Period period(@Nullable String written) {
        String text = Limits.required("periods", written, LENGTH);
        Matcher parts = PERIOD.matcher(text);
        if (!parts.matches()) {
            throw Refusal.invalid("periods", "period-wrong", text);
        }
        return new Period(minute(text, parts.group(1), parts.group(2)), minute(text, parts.group(3), parts.group(4)));
    }

    private static int minute(String text, String hour, String minute) {
        int minutes = Integer.parseInt(minute);
        if (minutes >= HOUR) {
            throw Refusal.invalid("periods", "period-wrong", text);
        }
        return Integer.parseInt(hour) * HOUR + minutes;
    }
}
