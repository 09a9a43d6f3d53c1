package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.Calendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calendars made of rows, without a database: a country, a city with a plain week, units that follow it. */
public final class SampleCalendars {

    public static final ZoneId CITY_ZONE = ZoneId.of("Asia/Shanghai");

    static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    static final Validity ALWAYS = new Validity(LocalDate.of(2000, 1, 1), null);
    static final List<Period> OFFICE = List.of(new Period(540, 720), new Period(840, 1080));

    /** Knows no unit. */
    static final UnitTree NO_UNITS = new UnitTree() {
        @Override
        public boolean has(String unit) {
            return false;
        }

        @Override
        public @Nullable String above(String unit) {
            return null;
        }
    };

    private SampleCalendars() {}

    /** Monday to Friday, mornings and afternoons; no plan is loaded. */
    public static Calendars plainWeek() {
        return book(CITY_ZONE, NO_UNITS);
    }

    /** The plain week with days of the year 2026, which is planned. */
    public static Calendars planned2026(Set<LocalDate> off, Set<LocalDate> worked) {
        CalendarSheet national = sheet(LayerKind.NATIONAL, null);
        for (LocalDate day : off) {
            national = national.with(new SpecialDay(day, DayKind.OFF, "放假", "1", day, false));
        }
        for (LocalDate day : worked) {
            national = national.with(new SpecialDay(day, DayKind.WORK, "上班", "1", day, false));
        }
        national = national.with(new YearPlan(2026, List.of("1"), null, "system"));
        return book(CITY_ZONE, NO_UNITS, national, city());
    }

    /** A desk that works from Monday to Sunday with a break at three in the night, in any zone. */
    public static Calendars nights(ZoneId zone) {
        List<Period> nights = List.of(new Period(0, 150), new Period(180, 200), new Period(1200, Period.DAY));
        return book(
                zone,
                NO_UNITS,
                sheet(LayerKind.NATIONAL, null),
                sheet(LayerKind.CITY, "national").with(List.of(new Hours(ALWAYS, null, EVERY_DAY, nights))));
    }

    static CalendarBook book(ZoneId zone, UnitTree tree, CalendarSheet... sheets) {
        Map<String, CalendarSheet> byCode = new LinkedHashMap<>();
        CalendarSheet[] all =
                sheets.length == 0 ? new CalendarSheet[] {sheet(LayerKind.NATIONAL, null), city()} : sheets;
        Arrays.stream(all).forEach(sheet -> byCode.put(sheet.layer().code(), sheet));
        return new CalendarBook(zone, tree, 1, byCode, Map.of());
    }

    static CalendarSheet city() {
        return sheet(LayerKind.CITY, "national").with(List.of(new Hours(ALWAYS, null, WEEKDAYS, OFFICE)));
    }

    /** A layer whose code is its kind's. */
    static CalendarSheet sheet(LayerKind kind, @Nullable String parent) {
        return new CalendarSheet(new Layer(kind.code(), kind, kind.zh(), kind.en(), parent, true));
    }
}
