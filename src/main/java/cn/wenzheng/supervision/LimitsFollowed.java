package cn.wenzheng.supervision;

import cn.wenzheng.deadline.BreachUndone;
import cn.wenzheng.deadline.LimitsMoved;
import cn.wenzheng.deadline.MovedLimit;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.PetitionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has slips follow the limits they are about, in the transaction in which those are moved, set right or ended.
 *
 * <p>Only warnings follow a limit's end. From yellow on a slip has a term of its own, which a pause does not stop, for it is
 * about what was missed already.
 */
@Component
@Transactional
class LimitsFollowed {

    private final LimitSlips limits;
    private final SlipTerms terms;
    private final SlipRecord record;
    private final ObjectProvider<SupervisionProcess> process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LimitsFollowed(
            LimitSlips limits,
            SlipTerms terms,
            SlipRecord record,
            ObjectProvider<SupervisionProcess> process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.limits = limits;
        this.terms = terms;
        this.record = record;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** A warning lasts as long as its limit: those about limits that were moved wait until the new end. */
    @EventListener
    void move(LimitsMoved moved) {
        Map<String, List<Limit>> of =
                moved.limits().stream().map(MovedLimit::after).collect(Collectors.groupingBy(Limit::petition));
        List<Slip> followed = new ArrayList<>();
        for (Slip slip : limits.lockedWarningsOf(of.keySet())) {
            of.getOrDefault(slip.petition(), List.of()).stream()
                    .filter(slip::isAbout)
                    .map(limit -> slip.movedTo(limit.dueAt(), terms.due(limit, slip.rung(), slip.openedAt())))
                    .filter(later -> !later.dueAt().equals(slip.dueAt()))
                    .forEach(later -> {
                        limits.move(later);
                        record.moved(slip, later);
                        followed.add(later);
                    });
        }
        if (!followed.isEmpty()) {
            process.getObject().move(followed);
        }
    }

    /** A step is done or its clock has moved: what warned of the limit in time has done its work. */
    @EventListener({
        PetitionEvent.Accepted.class,
        PetitionEvent.Refused.class,
        PetitionEvent.AnsweredAtOnce.class,
        PetitionEvent.Assigned.class,
        PetitionEvent.Reassigned.class,
        PetitionEvent.Answered.class,
        PetitionEvent.Returned.class,
        PetitionEvent.Reviewed.class,
        PetitionEvent.Paused.class,
        PetitionEvent.Resumed.class,
        PetitionEvent.ClassifiedAnew.class,
        PetitionEvent.ExtensionDecided.class
    })
    void liftMet(PetitionEvent done) {
        Instant now = clock.instant();
        for (Slip slip : limits.lockedMet(done.number(), now)) {
            record.end(slip, SlipState.LIFTED, SlipAct.MET, now);
            process.getObject().end(slip.id(), slip.petition());
        }
    }

    /**
     * Takes back what is no breach any more by the limit as it now runs: its slips are lifted, their processes end and the
     * facts are corrected; the same rung may be reached anew. What supervision has raised before the limit's end stands on
     * its own, and so does what is above it.
     */
    @EventListener
    void undo(BreachUndone undone) {
        Limit limit = undone.limit();
        Instant now = clock.instant();
        Instant until = Optional.ofNullable(limit.endedAt()).orElse(now);
        if (until.isAfter(limit.dueAt())) {
            return;
        }
        for (Slip slip : limits.lockedOf(limit)) {
            if (SlipTerms.standsOnItsOwn(slip)) {
                return;
            }
            if (slip.rule() != SlipRule.NEAR_EXPIRY || !until.isAfter(limit.remindAt())) {
                undo(slip, now);
            }
        }
    }

    private void undo(Slip slip, Instant now) {
        limits.undo(slip.id(), now);
        if (slip.endedAt() == null) {
            record.end(slip, SlipState.LIFTED, SlipAct.UNDONE, now);
            process.getObject().end(slip.id(), slip.petition());
        } else {
            record.tell(slip, SlipAct.UNDONE, slip.rung());
        }
        events.publishEvent(new SupervisionEvent.Undone(
                slip.petition(), slip.unit(), slip.stage(), slip.round(), slip.rung(), now));
    }
}
