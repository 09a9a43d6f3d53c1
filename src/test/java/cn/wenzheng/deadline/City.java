package cn.wenzheng.deadline;

import static org.mockito.Mockito.mock;

import cn.wenzheng.CityRows;
import cn.wenzheng.PlainLevels;
import cn.wenzheng.deadline.calendar.SampleCalendars;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The sample city's time: its plain week, the holidays of 2026 that the examples need, and its way to write instants. */
final class City {

    static final ZoneId ZONE = SampleCalendars.CITY_ZONE;
    static final WorkingTime PLAIN_WEEK = SampleCalendars.plainWeek().city();
    static final WorkingTime WITH_HOLIDAYS = withHolidays();

    private City() {}

    /** The start values of the service levels in a city whose topics and units have none of their own. */
    static StageLimits startValues(CityRows city) {
        return new StageLimits(new PlainLevels(), new LevelBook(new LevelRows(city.jdbc()), mock()));
    }

    /** Speaks the product's own words. */
    static DeadlineExplanation explanation() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new DeadlineExplanation(messages, Clock.system(ZONE));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    private static WorkingTime withHolidays() {
        LocalDate festival = LocalDate.of(2026, 2, 15);
        return SampleCalendars.planned2026(
                        festival.datesUntil(festival.plusDays(9)).collect(Collectors.toSet()),
                        Set.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 9, 20)))
                .city();
    }
}
