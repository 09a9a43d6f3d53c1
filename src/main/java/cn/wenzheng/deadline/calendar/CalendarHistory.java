package cn.wenzheng.deadline.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what when, as the journal tells it. */
@Component
class CalendarHistory {

    private static final int LINES = 20;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2} (off|work)(?: compulsory)?");

    private final JdbcClient jdbc;

    CalendarHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what the day, year, unit or nothing that the change names beside its layer
     * @param before what stood there; null when nothing did
     */
    record Line(
            Instant at,
            String actor,
            String action,
            @Nullable String what,
            @Nullable String before,
            @Nullable String after) {}

    /** The latest changes of a layer itself. */
    List<Line> ofLayer(String code) {
        return latest("calendar", code);
    }

    /** The latest changes of whose calendar a unit works by. */
    List<Line> ofUnit(String unit) {
        return latest("unit", unit);
    }

    private List<Line> latest(String fact, String value) {
        return jdbc.sql("""
                SELECT at, actor, action, coalesce(after ->> 'date', after ->> 'year') AS what,
                    coalesce(before -> 'day', before -> 'hours', before -> 'calendars') AS before,
                    coalesce(after -> 'day', after -> 'hours', after -> 'calendars') AS after
                FROM journal
                WHERE kind = 'rules' AND outcome = 'done' AND action LIKE 'calendar-%' AND after ->> ? = ?
                ORDER BY at DESC, id DESC LIMIT ?""")
                .params(fact, value, LINES)
                .query((row, n) -> new Line(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("what"),
                        plain(row.getString("before")),
                        plain(row.getString("after"))))
                .list();
    }

    /** A fact without the signs that the journal writes around it. */
    private static @Nullable String plain(@Nullable String fact) {
        return fact == null || fact.equals("[]") ? null : worded(fact.replaceAll("[\\[\\]\"]", ""));
    }

    /** A day is named beside it, so here stands what it is, in the reader's language. */
    private static String worded(String fact) {
        Matcher day = DAY.matcher(fact);
        return day.lookingAt() ? word(day.group(1)) + fact.substring(day.end()) : fact;
    }

    private static String word(String code) {
        DayKind kind = DayKind.valueOf(code.toUpperCase(Locale.ROOT));
        return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? kind.en() : kind.zh();
    }
}
