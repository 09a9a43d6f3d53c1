package cn.wenzheng.deadline.calendar;

import static cn.wenzheng.deadline.calendar.SampleCalendars.EVERY_DAY;
import static cn.wenzheng.deadline.calendar.SampleCalendars.OFFICE;
import static cn.wenzheng.deadline.calendar.SampleCalendars.WEEKDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.wenzheng.CityRows;
import cn.wenzheng.StillClock;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarDeskTest {

    private static final Actor ADMIN = new Actor("admin", "管理员", "0000", Set.of(Role.ADMIN), Door.PAGE);
    private static final LocalDate MARCH_TENTH = LocalDate.of(2026, 3, 10);

    private final CityRows city = new CityRows();
    private final Journal journal = mock();
    private final AtomicLong ticks = new AtomicLong();
    private final CalendarRows rows = new CalendarRows(city.jdbc(), new Units(), new StillClock());
    private final KeptCalendars here = new KeptCalendars(rows);
    private final KeptCalendars there = new KeptCalendars(rows, ticks::get);
    private CalendarDesk desk;

    /** The three units of the smallest city. */
    private static final class Units implements UnitTree {

        @Override
        public boolean has(String unit) {
            return Set.of(CityRows.CENTRE, CityRows.LIGHTING, CityRows.ROADS).contains(unit);
        }

        @Override
        public @Nullable String above(String unit) {
            return has(unit) && !unit.equals(CityRows.CENTRE) ? CityRows.CENTRE : null;
        }
    }

    @BeforeEach
    void anAdministratorIsAtTheDesk() {
        desk = new CalendarDesk(rows, new CalendarWriter(city.jdbc()), here, journal, change -> {}, new StillClock());
    }

    @Test
    void aNewCityWorksThePlainWeekAndKnowsTheYearThatIsPublished() {
        YearSheet year = YearSheet.of(desk.book(), "city", 2026);

        assertThat(year.planned()).isTrue();
        assertThat(year.months().stream().map(YearSheet.Month::worked))
                .as("as the plan's own count has it")
                .containsExactly(21L, 16L, 22L, 21L, 19L, 21L, 23L, 21L, 22L, 18L, 21L, 23L);
        assertThat(year.worked()).isEqualTo(248);
        assertThat(desk.book().city().isPlanned(2027)).isFalse();
    }

    @Test
    void everyDayThatShipsNamesItsNoticeAndNoRegionalOneShips() {
        assertThat(desk.book().sheets().stream().flatMap(sheet -> sheet.days().values().stream()))
                .hasSize(39)
                .allSatisfy(day -> {
                    assertThat(day.notice()).isEqualTo("国办发明电〔2025〕7号");
                    assertThat(day.noticeDate()).isEqualTo("2025-11-04");
                });
        assertThat(desk.book().sheets())
                .extracting(sheet -> sheet.layer().kind())
                .containsExactly(LayerKind.NATIONAL, LayerKind.CITY);
        assertThat(IntStream.range(2000, 3000).filter(desk.book().city()::isPlanned))
                .containsExactly(2026);
    }

    @Test
    void anEditHoldsHereAtOnceAndElsewhereWithinFiveSeconds() {
        assertThat(there.city().workOn(MARCH_TENTH)).isNotEmpty();
        long version = there.version();

        assertThat(apply(rest(MARCH_TENTH))).isEqualTo(version + 1);

        assertThat(here.city().workOn(MARCH_TENTH)).isEmpty();
        assertThat(here.version()).isEqualTo(version + 1);
        assertThat(there.city().workOn(MARCH_TENTH)).as("not asked again yet").isNotEmpty();
        ticks.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(there.city().workOn(MARCH_TENTH)).isEmpty();
        assertThat(there.version()).isEqualTo(version + 1);
    }

    @Test
    void whatIsForeseenIsWhatComes() {
        CalendarEdit edit = rest(MARCH_TENTH);
        long version = desk.book().version();

        assertThat(desk.with(edit).city().workOn(MARCH_TENTH)).isEmpty();
        assertThat(desk.book().city().workOn(MARCH_TENTH)).as("only foreseen").isNotEmpty();
        assertThat(desk.with(edit).version()).isEqualTo(version + 1);
        assertThat(rows.version()).isEqualTo(version);
        verifyNoInteractions(journal);
    }

    @Test
    void everythingThatIsSaidIsKeptAndReadAgain() {
        apply(new CalendarEdit.SetLayer(new Layer("ningxia", LayerKind.REGIONAL, "宁夏", "Ningxia", "national", true)));
        apply(new CalendarEdit.SetLayer(new Layer("city", LayerKind.CITY, "银川", "Yinchuan", "ningxia", true)));
        apply(new CalendarEdit.SetLayer(new Layer("duty", LayerKind.UNIT, "值班", "Duty", "city", false)));
        Season summer = new Season(MonthDay.of(5, 1), MonthDay.of(9, 30));
        Validity year = new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        List<Hours> hours = List.of(
                new Hours(year, summer, EVERY_DAY, List.of(new Period(0, Period.DAY))),
                new Hours(new Validity(LocalDate.of(2027, 1, 1), null), null, WEEKDAYS, OFFICE));
        apply(new CalendarEdit.SetHours("duty", hours));
        SpecialDay feast = new SpecialDay(
                LocalDate.of(2026, 3, 20), DayKind.OFF, "开斋节", "宁政办发〔2026〕1号", LocalDate.of(2026, 1, 5), true);
        apply(new CalendarEdit.SetDay("ningxia", feast.date(), feast));
        List<UnitCalendar> given = List.of(new UnitCalendar("duty", year));
        apply(new CalendarEdit.GiveUnit(CityRows.ROADS, given));
        apply(new CalendarEdit.LoadPlan(
                "national",
                2030,
                List.of("一号通知"),
                List.of(rest(LocalDate.of(2030, 1, 1)).day())));

        CalendarBook read = rows.read(rows.version());
        assertThat(read.chain("duty").sheets())
                .extracting(sheet -> sheet.layer().zh())
                .containsExactly("值班", "银川", "宁夏", "全国");
        assertThat(read.sheet("duty").hours()).isEqualTo(hours);
        assertThat(read.sheet("ningxia").days()).containsOnly(Map.entry(feast.date(), feast));
        assertThat(read.unitsOf("duty")).containsOnly(Map.entry(CityRows.ROADS, given));
        assertThat(read.sheet("national").plans().get(2030))
                .isEqualTo(new YearPlan(2030, List.of("一号通知"), new StillClock().instant(), "admin"));
        assertThat(read.city().isPlanned(2030)).isTrue();
    }

    @Test
    void theJournalTellsWhatStoodThereAndWhatStandsThereNow() {
        apply(rest(MARCH_TENTH));
        verify(journal)
                .done(
                        ADMIN,
                        "calendar-day-set",
                        null,
                        Map.of("calendar", "city", "date", "2026-03-10"),
                        Map.of("calendar", "city", "date", "2026-03-10", "day", "2026-03-10 off"));
    }

    @Test
    void withoutItsLineInTheJournalNothingIsChanged() {
        doThrow(new IllegalStateException("full"))
                .when(journal)
                .done(any(), eq("calendar-day-set"), any(), any(), any());
        long version = rows.version();

        assertThatThrownBy(() -> apply(rest(MARCH_TENTH))).hasMessage("full");

        assertThat(rows.version()).isEqualTo(version);
        assertThat(rows.read(version).city().workOn(MARCH_TENTH)).isNotEmpty();
        assertThat(here.city().workOn(MARCH_TENTH)).isNotEmpty();
    }

    @Test
    void isForAdministrators() {
        Actor auditor = new Actor("auditor", "审计员", "0000", Set.of(Role.AUDITOR), Door.PAGE);
        assertThatThrownBy(() -> desk.apply(rest(MARCH_TENTH), auditor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    private long apply(CalendarEdit edit) {
        Long version = city.transactions().execute(tx -> desk.apply(edit, ADMIN));
        return version == null ? 0 : version;
    }

    private static CalendarEdit.SetDay rest(LocalDate date) {
        return new CalendarEdit.SetDay("city", date, new SpecialDay(date, DayKind.OFF, "停电", null, null, false));
    }
}
