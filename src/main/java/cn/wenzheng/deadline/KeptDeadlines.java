package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final DeadlineExplanation explanation;

    KeptDeadlines(
            DeadlineRows rows,
            StageLimits limits,
            Calendars calendars,
            LadderPoints points,
            DeadlineExplanation explanation) {
        this.rows = rows;
        this.limits = limits;
        this.calendars = calendars;
        this.points = points;
        this.explanation = explanation;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Collection<Limit> start(Collection<Start> starts) {
        long version = calendars.version();
        List<KeptClock> clocks = starts.stream().map(this::clock).toList();
        List<Limit> started = clocks.stream().map(KeptClock::limit).toList();
        if (!clocks.isEmpty()) {
            rows.insert(clocks, version);
            LimitsOfTransaction.started(started);
        }
        return started;
    }

    private KeptClock clock(Start start) {
        LevelLimit row = limits.row(start);
        ClockState state =
                ClockState.started(start.at(), row.budget(), row.level().name());
        ClockState.Projection then = state.project(calendars.of(start.unit()), points);
        Limit limit = new Limit(
                start.petition(),
                start.stage(),
                start.unit(),
                start.round(),
                start.at(),
                then.urgeAt(),
                then.remindAt(),
                then.dueAt(),
                then.provisional(),
                null);
        return new KeptClock(limit, state);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String petition, Set<Stage> stages, @Nullable String unit, Instant at) {
        Set<Stage> ended = withSignature(stages);
        rows.end(petition, ended, unit, at);
        LimitsOfTransaction.ended(limit -> limit.petition().equals(petition)
                && ended.contains(limit.stage())
                && (unit == null || limit.unit().equals(unit)));
    }

    /** Who is done with his part has signed for it, too. */
    private static Set<Stage> withSignature(Set<Stage> stages) {
        if (!stages.contains(Stage.HANDLING)) {
            return stages;
        }
        Set<Stage> both = EnumSet.of(Stage.SIGN_IN);
        both.addAll(stages);
        return both;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(String petition, Instant at) {
        rows.end(petition, Set.of(), null, at);
        LimitsOfTransaction.ended(limit -> limit.petition().equals(petition));
    }

    @Override
    public List<Explained> explained(String petition) {
        return rows.clocks(petition).stream()
                .map(clock -> new Explained(clock.limit(), why(clock)))
                .toList();
    }

    private List<String> why(KeptClock clock) {
        Limit limit = clock.limit();
        return limit.endedAt() == null
                ? explanation.limit(limit.stage(), clock.state(), limit.dueAt(), calendars.of(limit.unit()))
                : List.of();
    }

    @Override
    public Optional<Limit> running(String petition, Stage stage, String unit) {
        return LimitsOfTransaction.running(petition, stage, unit).or(() -> rows.running(petition, stage, unit));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(Collection<String> petitions) {
        LimitsOfTransaction.started(rows.of(petitions).stream()
                .filter(limit -> limit.endedAt() == null)
                .toList());
    }

    @Override
    public boolean isProvisional(Instant from, Instant until) {
        return calendars.city().isProvisional(from, until);
    }
}
