package cn.wenzheng.deadline;

import static org.mockito.Mockito.mock;

import cn.wenzheng.CityRows;
import cn.wenzheng.PlainLevels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The sample city's time: its plain week, the holidays of 2026 that the examples need, and its way to write instants. */
final class City {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final WorkingTime PLAIN_WEEK = new OfficeHours(Clock.system(ZONE));
    static final WorkingTime WITH_HOLIDAYS = new WithHolidays();

    private City() {}

    /** The start values of the service levels in a city whose topics and units have none of their own. */
    static StageLimits startValues(CityRows city) {
        return new StageLimits(new PlainLevels(), new LevelBook(new LevelRows(city.jdbc()), mock()));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    private static final class WithHolidays implements WorkingTime {

        private static final Set<LocalDate> MAKE_UP_WORKDAYS =
                Set.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 9, 20));

        @Override
        public ZoneId zone() {
            return ZONE;
        }

        @Override
        public boolean isPlanned(int year) {
            return year == 2026;
        }

        @Override
        public List<Span> workOn(LocalDate day) {
            if (MAKE_UP_WORKDAYS.contains(day)) {
                return OfficeHours.fullDay(day, ZONE);
            }
            boolean springFestival =
                    !day.isBefore(LocalDate.of(2026, 2, 15)) && !day.isAfter(LocalDate.of(2026, 2, 23));
            return springFestival ? List.of() : PLAIN_WEEK.workOn(day);
        }
    }
}
