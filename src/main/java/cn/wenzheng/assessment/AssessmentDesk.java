package cn.wenzheng.assessment;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.DeadlineDesk;
import cn.wenzheng.deadline.UnitMinutes;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.supervision.SlipRule;
import cn.wenzheng.supervision.SupervisionEvent.Escalated;
import cn.wenzheng.supervision.SupervisionEvent.Undone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counter of room {@code assessment}: what counts for and against a unit. */
@Component
public class AssessmentDesk {

    private static final Set<SlipRule> NOBODY_LATE = EnumSet.of(SlipRule.NEAR_EXPIRY, SlipRule.CORRECTED);

    private final FactRows rows;
    private final DeadlineDesk deadlines;
    private final OrganizationDesk organization;
    private final Clock clock;

    AssessmentDesk(FactRows rows, DeadlineDesk deadlines, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.organization = organization;
        this.clock = clock;
    }

    /** Notes the rung in the transaction of its slip: there is never one without the other. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(Escalated event) {
        rows.add(event);
    }

    /** Takes a fact back by a new entry; the old one stays, marked, and counts no more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void correct(Undone event) {
        rows.correct(event);
    }

    /**
     * The facts, newest first; for assessors, supervisors and auditors.
     *
     * @param petition only this petition's; null for any
     * @param unit only this unit's; null for any
     * @param received when the petitions arrived
     */
    @Transactional(readOnly = true)
    public Listing<Fact> facts(
            @Nullable String petition, @Nullable String unit, Period received, Actor actor, Window window) {
        return facts(new FactRows.Choice(petition, unit, received), actor, window);
    }

    /**
     * The facts noted from an instant on, newest first; for assessors, supervisors and auditors.
     *
     * @param unit only this unit's; null for any
     * @param since null for all
     * @param counting true for those alone that count: none that was taken back, nor the entry that did so
     */
    @Transactional(readOnly = true)
    public Listing<Fact> factsSince(
            @Nullable String unit, @Nullable Instant since, boolean counting, Actor actor, Window window) {
        return facts(new FactRows.Choice(unit, since, counting), actor, window);
    }

    /**
     * What each lead unit has had of the petitions received in a period, the longest first; for assessors, supervisors and
     * auditors.
     */
    public List<UnitMinutes> minutes(Period received, Actor actor) {
        requireReader(actor);
        return deadlines.minutesOfUnits(received);
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ASSESSOR, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private Listing<Fact> facts(FactRows.Choice choice, Actor actor, Window window) {
        requireReader(actor);
        List<FactRows.Breach> found = rows.list(choice, window);
        Collection<Limit> limits = deadlines.limitsOf(
                found.stream().map(FactRows.Breach::petition).distinct().toList());
        Instant now = clock.instant();
        return new Listing<>(
                found.stream().map(breach -> fact(breach, limits, now)).toList(), rows.count(choice));
    }

    private Fact fact(FactRows.Breach breach, Collection<Limit> limits, Instant now) {
        return new Fact(
                breach.petition(),
                breach.unit(),
                organization.unitName(breach.unit()),
                breach.stage(),
                breach.round(),
                breach.rung(),
                breach.rule(),
                NOBODY_LATE.contains(breach.rule()) ? 0 : late(breach, limits, now),
                breach.at(),
                breach.corrected());
    }

    /** From the breach on, but never from before the limit's end: who is raised in time is not late. */
    private static long late(FactRows.Breach breach, Collection<Limit> limits, Instant now) {
        Optional<Limit> limit =
                limits.stream().filter(each -> isOf(each, breach)).findFirst();
        Instant from = limit.map(Limit::dueAt).filter(breach.at()::isBefore).orElse(breach.at());
        Instant until = limit.map(Limit::endedAt).orElse(now);
        return Math.max(0, Duration.between(from, until).toMinutes());
    }

    private static boolean isOf(Limit limit, FactRows.Breach breach) {
        return limit.petition().equals(breach.petition())
                && limit.unit().equals(breach.unit())
                && limit.stage() == breach.stage()
                && limit.round() == breach.round();
    }
}
