package cn.wenzheng.deadline;

import cn.wenzheng.access.Period;
import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter of room {@code deadline} beside its port: arithmetic for other rooms' own limits. */
@Component
public class DeadlineDesk {

    private final DeadlineRows rows;
    private final WorkingTime work;
    private final Minutes minutes;

    DeadlineDesk(DeadlineRows rows, WorkingTime work, Minutes minutes) {
        this.rows = rows;
        this.work = work;
        this.minutes = minutes;
    }

    /** The instant at which so many working days (工作日) are used up; the day of the start counts with what is left of it. */
    public Instant workingDaysFrom(Instant from, int days) {
        return WorkingDays.of(days).end(from, work);
    }

    /** Every limit these petitions ever had, running or ended. */
    public List<Limit> limitsOf(Collection<String> petitions) {
        return petitions.isEmpty() ? List.of() : rows.of(petitions);
    }

    /** What each lead unit has had of the petitions received in a period, the longest first. */
    @Transactional(readOnly = true)
    public List<UnitMinutes> minutesOfUnits(Period received) {
        return minutes.ofUnits(received);
    }
}
