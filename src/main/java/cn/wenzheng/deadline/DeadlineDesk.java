package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The counter of room {@code deadline} beside its port: arithmetic for other rooms' own limits. */
@Component
public class DeadlineDesk {

    private final DeadlineRows rows;
    private final WorkingTime work;

    DeadlineDesk(DeadlineRows rows, WorkingTime work) {
        this.rows = rows;
        this.work = work;
    }

    /** The instant at which so many working days (工作日) are used up; the day of the start counts with what is left of it. */
    public Instant workingDaysFrom(Instant from, int days) {
        return WorkingDays.of(days).end(from, work);
    }

    /** Every limit these petitions ever had, running or ended. */
    public List<Limit> limitsOf(Collection<String> petitions) {
        return petitions.isEmpty() ? List.of() : rows.of(petitions);
    }
}
