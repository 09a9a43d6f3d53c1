package cn.wenzheng.process.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * When the city's day is over, for the filter of today's tasks: {@code #{workingDay.end()}}.
 *
 * <p>Public because the engine's expressions call methods of public classes only.
 */
@Component
public class WorkingDay {

    private final Clock clock;

    WorkingDay(Clock clock) {
        this.clock = clock;
    }

    public Date end() {
        return Date.from(
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }
}
