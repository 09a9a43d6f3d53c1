package cn.wenzheng.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The city's own working time as it is now. */
@Component
class CityTime implements WorkingTime {

    private final Calendars calendars;

    CityTime(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public ZoneId zone() {
        return calendars.city().zone();
    }

    @Override
    public List<Span> workOn(LocalDate day) {
        return calendars.city().workOn(day);
    }

    @Override
    public boolean isPlanned(int year) {
        return calendars.city().isPlanned(year);
    }
}
