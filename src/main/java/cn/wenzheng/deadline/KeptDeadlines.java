package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the limits of petitions; each changes with the petition in one transaction. */
@Component
class KeptDeadlines implements Deadlines {

    private final DeadlineRows rows;
    private final StageLimits limits;
    private final Calendars calendars;
    private final LadderPoints points;

    KeptDeadlines(DeadlineRows rows, StageLimits limits, Calendars calendars, LadderPoints points) {
        this.rows = rows;
        this.limits = limits;
        this.calendars = calendars;
        this.points = points;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Collection<Limit> start(Collection<Start> starts) {
        List<Limit> started = starts.stream().map(this::limit).toList();
        if (!started.isEmpty()) {
            rows.insert(started);
            LimitsOfTransaction.started(started);
        }
        return started;
    }

    private Limit limit(Start start) {
        Budget budget = limits.of(start);
        WorkingTime work = calendars.of(start.unit());
        Instant due = budget.end(start.at(), work);
        return new Limit(
                start.petition(),
                start.stage(),
                start.unit(),
                start.round(),
                start.at(),
                budget.share(points.urgePercent()).end(start.at(), work),
                budget.share(points.nearPercent()).end(start.at(), work),
                due,
                budget.followsCalendar() && work.isProvisional(start.at(), due),
                null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String petition, Stage stage, @Nullable String unit, Instant at) {
        rows.end(petition, stage, unit, at);
        LimitsOfTransaction.ended(limit -> limit.petition().equals(petition)
                && limit.stage() == stage
                && (unit == null || limit.unit().equals(unit)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(String petition, Instant at) {
        rows.end(petition, null, null, at);
        LimitsOfTransaction.ended(limit -> limit.petition().equals(petition));
    }

    @Override
    public Optional<Limit> running(String petition, Stage stage, String unit) {
        return LimitsOfTransaction.running(petition, stage, unit).or(() -> rows.running(petition, stage, unit));
    }
}
