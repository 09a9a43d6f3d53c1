package cn.wenzheng.deadline.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of the calendars, always all of them: there are few rows, and a calendar is right only as a whole. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;
    private final UnitTree tree;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, UnitTree tree, Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.clock = clock;
    }

    long version() {
        return jdbc.sql("SELECT version FROM calendar_version")
                .query(Long.class)
                .single();
    }

    /** The number as it is, which nobody changes until the transaction ends. */
    long heldVersion() {
        return jdbc.sql("SELECT version FROM calendar_version FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Takes the next number; another edit that wants one waits until this one is in. */
    long nextVersion() {
        return jdbc.sql("UPDATE calendar_version SET version = version + 1 RETURNING version")
                .query(Long.class)
                .single();
    }

    /** @param version read before the rows, so that rows that are newer than it are read again */
    CalendarBook read(long version) {
        Map<String, List<Hours>> hours = grouped("SELECT * FROM calendar_hours ORDER BY id", CalendarRows::hours);
        Map<String, List<SpecialDay>> days = grouped("SELECT * FROM calendar_day", CalendarRows::day);
        Map<String, List<YearPlan>> plans = grouped("SELECT * FROM calendar_plan", CalendarRows::plan);
        Map<String, CalendarSheet> sheets = new LinkedHashMap<>();
        for (Layer layer : layers()) {
            String code = layer.code();
            TreeMap<LocalDate, SpecialDay> ofDate = new TreeMap<>();
            days.getOrDefault(code, List.of()).forEach(day -> ofDate.put(day.date(), day));
            TreeMap<Integer, YearPlan> ofYear = new TreeMap<>();
            plans.getOrDefault(code, List.of()).forEach(plan -> ofYear.put(plan.year(), plan));
            sheets.put(code, new CalendarSheet(layer, hours.getOrDefault(code, List.of()), ofDate, ofYear));
        }
        return new CalendarBook(clock.getZone(), tree, version, sheets, units());
    }

    private List<Layer> layers() {
        return jdbc.sql("""
                SELECT * FROM calendar
                ORDER BY array_position('{NATIONAL,REGIONAL,CITY,UNIT}', kind), code""")
                .query((row, n) -> new Layer(
                        row.getString("code"),
                        LayerKind.valueOf(row.getString("kind")),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("parent"),
                        row.getBoolean("inherits_days")))
                .list();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> grouped(String sql, Reader<T> reader) {
        Map<String, List<T>> grouped = new HashMap<>();
        jdbc.sql(sql)
                .query((row, n) -> grouped.computeIfAbsent(row.getString("calendar"), code -> new ArrayList<>())
                        .add(reader.read(row)))
                .list();
        return grouped;
    }

    private Map<String, List<UnitCalendar>> units() {
        Map<String, List<UnitCalendar>> units = new HashMap<>();
        jdbc.sql("SELECT * FROM calendar_of_unit ORDER BY unit, valid_from")
                .query((row, n) -> units.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                        .add(new UnitCalendar(row.getString("calendar"), validity(row))))
                .list();
        return units;
    }

    private static Validity validity(ResultSet row) throws SQLException {
        return new Validity(Objects.requireNonNull(date(row, "valid_from")), date(row, "valid_to"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Hours hours(ResultSet row) throws SQLException {
        String from = row.getString("season_from");
        Season season = from == null ? null : new Season(monthDay(from), monthDay(row.getString("season_to")));
        Integer[] minutes = (Integer[]) row.getArray("periods").getArray();
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < minutes.length; i += 2) {
            periods.add(new Period(minutes[i], minutes[i + 1]));
        }
        Integer[] weekdays = (Integer[]) row.getArray("weekdays").getArray();
        return new Hours(
                validity(row),
                season,
                Arrays.stream(weekdays).map(DayOfWeek::of).collect(Collectors.toSet()),
                periods);
    }

    private static MonthDay monthDay(String written) {
        return MonthDay.parse("--" + written);
    }

    private static SpecialDay day(ResultSet row) throws SQLException {
        return new SpecialDay(
                Objects.requireNonNull(date(row, "day")),
                DayKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("notice"),
                date(row, "notice_date"),
                row.getBoolean("compulsory"));
    }

    private static YearPlan plan(ResultSet row) throws SQLException {
        Timestamp loadedAt = row.getTimestamp("loaded_at");
        return new YearPlan(
                row.getInt("year"),
                List.of((String[]) row.getArray("papers").getArray()),
                loadedAt == null ? null : loadedAt.toInstant(),
                row.getString("loaded_by"));
    }
}
