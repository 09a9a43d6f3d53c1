package cn.wenzheng.supervision;

import cn.wenzheng.deadline.DeadlineDesk;
import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The ladder a limit climbs: one slip for each rung, each once, and never more than one that waits.
 *
 * <p>Timers of the stage, timers of the slips and supervisors all come here; the table's unique key decides between two
 * who come at once.
 */
@Component
class SlipLadder {

    private final SlipRows rows;
    private final LimitSlips limits;
    private final SlipTerms terms;
    private final DeadlineDesk deadlines;
    private final SlipRecord record;
    private final ObjectProvider<SupervisionProcess> process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlipLadder(
            SlipRows rows,
            LimitSlips limits,
            SlipTerms terms,
            DeadlineDesk deadlines,
            SlipRecord record,
            ObjectProvider<SupervisionProcess> process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.terms = terms;
        this.deadlines = deadlines;
        this.record = record;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the slip of a rung, unless this limit has been there or higher; the slip below has no say any more.
     *
     * @param by the slip whose own process brings this about and ends by itself; null when a stage's timer does
     */
    void climb(Limit limit, Rung rung, SlipRule cause, @Nullable String by) {
        List<Slip> below = limits.lockedOpenOf(limit);
        Instant now = clock.instant();
        String slip = rows.nextNumber(LocalDate.ofInstant(now, clock.getZone()));
        if (!limits.open(slip, limit, cause, rung, now, terms.due(limit, rung, now))) {
            return;
        }
        for (Slip lower : below) {
            record.end(lower, SlipState.SUPERSEDED, SlipAct.SUPERSEDED, now);
            if (!lower.id().equals(by)) {
                process.getObject().end(lower.id(), lower.petition());
            }
        }
        record.issued(slip, limit, rung, cause, now);
        events.publishEvent(new SupervisionEvent.Escalated(
                limit.petition(),
                limit.unit(),
                limit.stage(),
                limit.round(),
                rung,
                cause,
                SlipTerms.breach(limit, cause, below, now),
                now));
        process.getObject().begin(slip, limit.petition(), limit.unit(), rung.isTop());
    }

    /** Who asked for the next rung is no longer needed when another has taken his place meanwhile. */
    void climbFrom(Slip slip) {
        if (slip.endedAt() != null) {
            return;
        }
        Limit limit = limitOf(slip);
        climb(limit, slip.rung().above(), SlipTerms.cause(slip, limit, clock.instant()), slip.id());
    }

    private Limit limitOf(Slip slip) {
        return deadlines.limitsOf(List.of(slip.petition())).stream()
                .filter(slip::isAbout)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("slip " + slip.id() + " is about no limit"));
    }

    /** Until when the next rung of a slip that climbs by itself has to be answered. */
    Instant dueInPlace(Slip slip, Rung above) {
        return terms.due(limitOf(slip), above, clock.instant());
    }
}
