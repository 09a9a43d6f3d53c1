package cn.wenzheng.deadline.calendar;

import static cn.wenzheng.deadline.calendar.SampleCalendars.ALWAYS;
import static cn.wenzheng.deadline.calendar.SampleCalendars.CITY_ZONE;
import static cn.wenzheng.deadline.calendar.SampleCalendars.EVERY_DAY;
import static cn.wenzheng.deadline.calendar.SampleCalendars.OFFICE;
import static cn.wenzheng.deadline.calendar.SampleCalendars.WEEKDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.deadline.WorkingTime;
import cn.wenzheng.organization.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarBookTest {

    private static final String OFFICE_DAY = "09:00-12:00 14:00-18:00";
    private static final String ALL_DAY = "00:00-00:00";

    /** 0100 is the centre, 0200 a county below it, 0300 a hospital below the county. */
    private static final Map<String, String> ABOVE = Map.of("0300", "0200", "0200", "0100");

    private static final UnitTree TREE = new UnitTree() {
        @Override
        public boolean has(String unit) {
            return Set.of("0100", "0200", "0300").contains(unit);
        }

        @Override
        public @Nullable String above(String unit) {
            return ABOVE.get(unit);
        }
    };

    private CalendarBook book = SampleCalendars.book(CITY_ZONE, TREE);

    @ParameterizedTest
    @CsvSource({
        // The nearest layer with a row of its own for the day is heard.
        "OFF,  ,     , ''",
        "OFF,  WORK, , 09:00-12:00 14:00-18:00",
        "OFF,  WORK, OFF, ''",
        "WORK, OFF,  , ''",
        ",     OFF,  WORK, 09:00-12:00 14:00-18:00",
        ",     ,     , 09:00-12:00 14:00-18:00"
    })
    void hearsTheNearestLayerThatKnowsTheDay(DayKind national, DayKind regional, DayKind city, String worked) {
        says(new CalendarEdit.SetLayer(new Layer("ningxia", LayerKind.REGIONAL, "宁夏", "Ningxia", "national", true)));
        says(new CalendarEdit.SetLayer(new Layer("city", LayerKind.CITY, "全市", "City", "ningxia", true)));
        day("national", "2026-03-10", national);
        day("ningxia", "2026-03-10", regional);
        day("city", "2026-03-10", city);

        assertThat(worked(book.city(), "2026-03-10")).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-14, SATURDAY", "2026-09-20, SUNDAY"})
    void aMakeUpWorkdayHasTheHoursOfTheNextWeekdayThatWorks(String date, DayOfWeek weekday) {
        List<Period> early = List.of(new Period(600, 660));
        says(new CalendarEdit.SetHours(
                "city",
                List.of(
                        new Hours(ALWAYS, null, Set.of(DayOfWeek.MONDAY), early),
                        new Hours(ALWAYS, null, EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), OFFICE))));
        day("national", date, DayKind.WORK);

        assertThat(LocalDate.parse(date).getDayOfWeek()).isEqualTo(weekday);
        assertThat(worked(book.city(), date)).isEqualTo("10:00-11:00");
    }

    @Test
    void aMakeUpWorkdayThatItsWeekWorksAnywayHasItsOwnHours() {
        List<Period> saturday = List.of(new Period(480, 720));
        says(new CalendarEdit.SetHours(
                "city",
                List.of(
                        new Hours(ALWAYS, null, WEEKDAYS, OFFICE),
                        new Hours(ALWAYS, null, Set.of(DayOfWeek.SATURDAY), saturday))));
        day("national", "2026-02-14", DayKind.WORK);

        assertThat(worked(book.city(), "2026-02-14")).isEqualTo("08:00-12:00");
    }

    @Test
    void aDeskOnDutyDayAndNightWorksThroughHolidays() {
        dutyDesk();
        day("national", "2026-02-18", DayKind.OFF);
        says(new CalendarEdit.GiveUnit("0300", List.of(new UnitCalendar("duty", ALWAYS))));

        assertThat(worked(book.of("0300"), "2026-02-18")).isEqualTo(ALL_DAY);
        assertThat(worked(book.city(), "2026-02-18")).isEmpty();
        assertThat(book.of("0300").isPlanned(2031)).as("waits for no plan").isTrue();
    }

    @Test
    void aUnitWithoutACalendarHasThatOfTheUnitAboveAndAtLastTheCitys() {
        dutyDesk();
        says(new CalendarEdit.GiveUnit(
                "0200",
                List.of(new UnitCalendar("duty", new Validity(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 12))))));

        WorkingTime hospital = book.of("0300");
        assertThat(worked(hospital, "2026-03-10")).isEqualTo(OFFICE_DAY);
        assertThat(worked(hospital, "2026-03-11")).isEqualTo(ALL_DAY);
        assertThat(worked(hospital, "2026-03-12")).isEqualTo(ALL_DAY);
        assertThat(worked(hospital, "2026-03-13")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.of("0100"), "2026-03-11")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.of("nobody"), "2026-03-11")).isEqualTo(OFFICE_DAY);

        says(new CalendarEdit.GiveUnit("0300", List.of(new UnitCalendar("city", ALWAYS))));
        assertThat(worked(book.of("0300"), "2026-03-11"))
                .as("its own goes before")
                .isEqualTo(OFFICE_DAY);
    }

    @Test
    void summerAndWinterHoursTakeTurnsEachYear() {
        List<Period> summer = List.of(new Period(510, 720), new Period(900, 1110));
        says(new CalendarEdit.SetHours(
                "city",
                List.of(
                        new Hours(ALWAYS, season("05-01", "09-30"), WEEKDAYS, summer),
                        new Hours(ALWAYS, season("10-01", "04-30"), WEEKDAYS, OFFICE))));

        assertThat(worked(book.city(), "2026-04-30")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.city(), "2026-05-01")).isEqualTo("08:30-12:00 15:00-18:30");
        assertThat(worked(book.city(), "2027-09-30")).isEqualTo("08:30-12:00 15:00-18:30");
        assertThat(worked(book.city(), "2027-10-01")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.city(), "2028-02-29")).isEqualTo(OFFICE_DAY);
    }

    @Test
    void aLeapDayBelongsToTheSeasonThatEndsBeforeIt() {
        List<Period> summer = List.of(new Period(510, 720), new Period(900, 1110));
        says(new CalendarEdit.SetHours(
                "city",
                List.of(
                        new Hours(ALWAYS, season("11-01", "02-28"), WEEKDAYS, OFFICE),
                        new Hours(ALWAYS, season("03-01", "10-31"), WEEKDAYS, summer))));

        assertThat(worked(book.city(), "2028-02-29")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.city(), "2028-03-01")).isEqualTo("08:30-12:00 15:00-18:30");
    }

    @Test
    void hoursHoldFromADayToADay() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        says(new CalendarEdit.SetHours(
                "city",
                List.of(
                        new Hours(new Validity(ALWAYS.from(), last), null, WEEKDAYS, OFFICE),
                        new Hours(new Validity(last.plusDays(1), null), null, WEEKDAYS, List.of(new Period(0, 60))))));

        assertThat(worked(book.city(), "2026-06-30")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.city(), "2026-07-01")).isEqualTo("00:00-01:00");
    }

    @Test
    void aYearIsPlannedOnceTheNationalPlanIsLoaded() {
        says(plan(2027, "2026-12-31", "2027-01-01"));

        assertThat(book.city().isPlanned(2027)).isTrue();
        assertThat(book.city().isPlanned(2026))
                .as("a day of December plans no year")
                .isFalse();
        assertThat(worked(book.city(), "2026-12-31")).isEmpty();
    }

    @Test
    void anEditLeavesTheBookAsItWasAndCountsUp() {
        CalendarBook before = book;
        day("city", "2026-03-10", DayKind.OFF);

        assertThat(worked(before.city(), "2026-03-10")).isEqualTo(OFFICE_DAY);
        assertThat(worked(book.city(), "2026-03-10")).isEmpty();
        assertThat(book.version()).isEqualTo(before.version() + 1);

        says(new CalendarEdit.SetDay("city", LocalDate.of(2026, 3, 10), null));
        assertThat(worked(book.city(), "2026-03-10")).isEqualTo(OFFICE_DAY);
    }

    @Test
    void aCompulsoryDayIsOneDayForAllWhoInheritIt() {
        dutyDesk();
        SpecialDay holiday =
                new SpecialDay(LocalDate.of(2026, 10, 1), DayKind.OFF, "国庆节", "1", LocalDate.of(2025, 11, 4), true);
        says(new CalendarEdit.SetDay("national", holiday.date(), holiday));

        refuses(special("city", "2026-10-01", DayKind.WORK), "date", "day-compulsory");
        says(special("city", "2026-10-01", DayKind.OFF));
        says(special("duty", "2026-10-01", DayKind.WORK));
    }

    @Test
    void refusesAnEditAfterWhichLimitsWouldNeverEnd() {
        refuses(new CalendarEdit.SetHours("city", List.of()), "calendar", "calendar-without-work");
        Validity ended = new Validity(ALWAYS.from(), LocalDate.of(2026, 12, 31));
        refuses(
                new CalendarEdit.SetHours("city", List.of(new Hours(ended, null, WEEKDAYS, OFFICE))),
                "calendar",
                "calendar-without-work");
        Validity later = new Validity(LocalDate.of(2026, 1, 1), null);
        refuses(
                new CalendarEdit.SetHours("city", List.of(new Hours(later, null, WEEKDAYS, OFFICE))),
                "calendar",
                "calendar-without-work");
    }

    @Test
    void findsYearsWithoutWorkHoweverFarAwayTheyAre() {
        Hours now = new Hours(new Validity(ALWAYS.from(), LocalDate.of(2500, 6, 30)), null, WEEKDAYS, OFFICE);
        LocalDate anotherDay = LocalDate.of(2501, 6, 1);
        says(hours(now, new Hours(new Validity(anotherDay, null), null, WEEKDAYS, OFFICE)));
        refuses(
                hours(now, new Hours(new Validity(anotherDay.plusMonths(3), null), null, WEEKDAYS, OFFICE)),
                "calendar",
                "calendar-without-work");
        Validity untilTheLast = new Validity(ALWAYS.from(), LocalDate.of(2999, 12, 31));
        refuses(hours(new Hours(untilTheLast, null, WEEKDAYS, OFFICE)), "calendar", "calendar-without-work");
    }

    @Test
    void refusesToLetAUnitWorkByACalendarWithoutHours() {
        refuses(
                new CalendarEdit.GiveUnit("0300", List.of(new UnitCalendar("national", ALWAYS))),
                "calendar",
                "calendar-without-work");
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 1500, hours-begin-at-the-end",
        "600, 600, hours-inverted",
        "720, 540, hours-inverted",
        "600, 1441, hours-outside-the-day",
        "-1, 60, hours-outside-the-day"
    })
    void refusesAPeriodThatIsNone(int from, int to, String slug) {
        refuses(hours(new Hours(ALWAYS, null, WEEKDAYS, List.of(new Period(from, to)))), "periods", slug);
    }

    @Test
    void refusesPeriodsThatOverlap() {
        List<Period> overlapping = List.of(new Period(540, 720), new Period(719, 800));
        refuses(hours(new Hours(ALWAYS, null, WEEKDAYS, overlapping)), "periods", "hours-overlap");
        says(hours(new Hours(ALWAYS, null, WEEKDAYS, List.of(new Period(540, 720), new Period(720, 1440)))));
    }

    @Test
    void refusesHoursThatAreNotClear() {
        Hours week = new Hours(ALWAYS, null, WEEKDAYS, OFFICE);
        Validity inverted = new Validity(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1));
        refuses(hours(week, new Hours(inverted, null, WEEKDAYS, OFFICE)), "to", "validity-inverted");
        refuses(hours(new Hours(ALWAYS, null, Set.of(), OFFICE)), "weekdays", "hours-without-weekday");
        refuses(hours(new Hours(ALWAYS, null, WEEKDAYS, List.of())), "periods", "hours-without-period");
        refuses(hours(new Hours(ALWAYS, season("02-29", "09-30"), WEEKDAYS, OFFICE)), "seasonFrom", "hours-leap-day");
        refuses(hours(new Hours(ALWAYS, season("10-01", "02-29"), WEEKDAYS, OFFICE)), "seasonTo", "hours-leap-day");
        refuses(hours(week, new Hours(ALWAYS, season("05-01", "05-02"), EVERY_DAY, OFFICE)), "hours", "hours-twice");
        Validity much = new Validity(LocalDate.of(1999, 12, 31), null);
        refuses(hours(new Hours(much, null, WEEKDAYS, OFFICE)), "from", "date-out-of-range");
    }

    @Test
    void refusesLayersThatStandWrong() {
        refuses(layer("x", LayerKind.CITY, "national"), "kind", "calendar-only-one");
        refuses(layer("city", LayerKind.UNIT, "national"), "kind", "calendar-kind-stays");
        refuses(layer("x", LayerKind.REGIONAL, "city"), "parent", "calendar-parent-wrong");
        refuses(layer("x", LayerKind.UNIT, "nowhere"), "parent", "calendar-unknown");
        refuses(layer("x", LayerKind.UNIT, null), "parent", "field-required");
        refuses(layer("X", LayerKind.UNIT, "city"), "code", "calendar-code-wrong");
    }

    @Test
    void refusesAUnitTwoCalendarsOnADay() {
        Validity march = new Validity(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        refuses(
                new CalendarEdit.GiveUnit(
                        "0300", List.of(new UnitCalendar("city", ALWAYS), new UnitCalendar("national", march))),
                "calendars",
                "unit-calendar-overlaps");
        refuses(new CalendarEdit.GiveUnit("0999", List.of()), "unit", "unit-unknown");
        refuses(
                new CalendarEdit.GiveUnit("0300", List.of(new UnitCalendar("nowhere", ALWAYS))),
                "calendar",
                "calendar-unknown");
    }

    @Test
    void refusesAPublishedDayWithoutItsNotice() {
        LocalDate date = LocalDate.of(2026, 3, 20);
        SpecialDay bare = new SpecialDay(date, DayKind.OFF, "开斋节", null, null, false);
        refuses(new CalendarEdit.SetDay("national", date, bare), "notice", "day-without-notice");
        SpecialDay undated = new SpecialDay(date, DayKind.OFF, "开斋节", "宁政办发〔2026〕1号", null, false);
        refuses(new CalendarEdit.SetDay("national", date, undated), "noticeDate", "day-without-notice");
        says(new CalendarEdit.SetDay("city", date, bare));
    }

    private static CalendarEdit.SetHours hours(Hours... all) {
        return new CalendarEdit.SetHours("city", List.of(all));
    }

    private static CalendarEdit layer(String code, LayerKind kind, @Nullable String parent) {
        return new CalendarEdit.SetLayer(new Layer(code, kind, "名", "Name", parent, true));
    }

    private static Season season(String from, String to) {
        return new Season(MonthDay.parse("--" + from), MonthDay.parse("--" + to));
    }

    private static CalendarEdit plan(int year, String... off) {
        List<SpecialDay> days = List.of(off).stream()
                .map(LocalDate::parse)
                .map(date -> new SpecialDay(date, DayKind.OFF, "元旦", "1", null, false))
                .toList();
        return new CalendarEdit.LoadPlan("national", year, List.of("1"), days);
    }

    private static CalendarEdit special(String calendar, String date, DayKind kind) {
        LocalDate day = LocalDate.parse(date);
        return new CalendarEdit.SetDay(calendar, day, new SpecialDay(day, kind, "节日", "1", day, false));
    }

    private void dutyDesk() {
        says(new CalendarEdit.SetLayer(new Layer("duty", LayerKind.UNIT, "昼夜值班", "Duty", "city", false)));
        says(new CalendarEdit.SetHours(
                "duty", List.of(new Hours(ALWAYS, null, EVERY_DAY, List.of(new Period(0, Period.DAY))))));
    }

    private void day(String calendar, String date, @Nullable DayKind kind) {
        if (kind != null) {
            says(special(calendar, date, kind));
        }
    }

    private void says(CalendarEdit edit) {
        book = new CalendarChange(Instant.EPOCH, "admin").of(book, edit);
    }

    private void refuses(CalendarEdit edit, String field, String slug) {
        CalendarBook before = book;
        assertThatThrownBy(() -> says(edit)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.slug()).isEqualTo(slug);
            assertThat(refusal.field()).isEqualTo(field);
        });
        assertThat(book).isSameAs(before);
    }

    private static String worked(WorkingTime work, String date) {
        return work.workOn(LocalDate.parse(date)).stream()
                .map(span -> clock(work, span.from()) + "-" + clock(work, span.to()))
                .collect(Collectors.joining(" "));
    }

    private static LocalTime clock(WorkingTime work, Instant instant) {
        return instant.atZone(work.zone()).toLocalTime();
    }
}
