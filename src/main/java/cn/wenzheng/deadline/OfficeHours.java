package cn.wenzheng.deadline;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The plain week: Monday to Friday, mornings and afternoons, in the zone of the product's clock; no holidays. */
@Component
class OfficeHours implements WorkingTime, Calendars {

    private static final Set<DayOfWeek> REST_DAYS = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final ZoneId zone;

    OfficeHours(Clock clock) {
        this.zone = clock.getZone();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public WorkingTime of(String unit) {
        return this;
    }

    @Override
    public boolean isPlanned(int year) {
        return false;
    }

    @Override
    public List<Span> workOn(LocalDate day) {
        return REST_DAYS.contains(day.getDayOfWeek()) ? List.of() : fullDay(day, zone);
    }

    /** A day of work with a midday break. */
    static List<Span> fullDay(LocalDate day, ZoneId zone) {
        return List.of(work(day, MORNING, NOON, zone), work(day, AFTERNOON, EVENING, zone));
    }

    private static Span work(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        return new Span(
                day.atTime(from).atZone(zone).toInstant(),
                day.atTime(to).atZone(zone).toInstant(),
                true);
    }
}
