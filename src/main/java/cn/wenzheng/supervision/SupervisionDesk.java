package cn.wenzheng.supervision;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.DeadlineDesk;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter of room {@code supervision}: what timers and supervisors bring to it. */
@Component
@Transactional
public class SupervisionDesk {

    /** A timer may wake up this much before the product's clock shows its instant. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final SlipRows rows;
    private final SlipList list;
    private final Deadlines deadlines;
    private final DeadlineDesk calendar;
    private final PetitionDesk petitions;
    private final OrganizationDesk organization;
    private final ObjectProvider<SupervisionProcess> process;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    SupervisionDesk(
            SlipRows rows,
            SlipList list,
            Deadlines deadlines,
            DeadlineDesk calendar,
            PetitionDesk petitions,
            OrganizationDesk organization,
            ObjectProvider<SupervisionProcess> process,
            ApplicationEventPublisher events,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.list = list;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.petitions = petitions;
        this.organization = organization;
        this.process = process;
        this.events = events;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A limit is near: tells the holder.
     *
     * @param unit the unit that has to act; null at the centre's own stages
     */
    public void remind(String petition, Stage stage, @Nullable String unit) {
        String holder = holder(unit);
        petitions.note(petition, TimelineEvent.REMINDED, holder);
        journal.done(
                current.get(), "limit-reminded", petition, Map.of(), Map.of("stage", stage.code(), "unit", holder));
        events.publishEvent(new SupervisionEvent.Reminded(petition, holder, stage, clock.instant()));
    }

    /** A limit is over: opens a slip, starts its process, announces the fact; twice for the same limit does nothing. */
    public void escalate(String petition, Stage stage, @Nullable String unit) {
        Instant now = clock.instant();
        deadlines
                .running(petition, stage, holder(unit))
                .filter(limit -> !limit.dueAt().isAfter(now.plus(EARLY)))
                .ifPresent(limit -> open(limit, now));
    }

    private String holder(@Nullable String unit) {
        return unit == null ? organization.centre().code() : unit;
    }

    private void open(Deadlines.Limit limit, Instant now) {
        Rung rung = Rung.BLUE;
        String slip = rows.nextNumber(LocalDate.ofInstant(now, clock.getZone()));
        if (rows.open(slip, limit, SlipRule.OVERDUE, rung, now, dueFrom(now, rung))) {
            issued(slip, limit, rung, now);
            events.publishEvent(new SupervisionEvent.Escalated(
                    limit.petition(),
                    limit.unit(),
                    limit.stage(),
                    limit.round(),
                    SlipRule.OVERDUE,
                    limit.dueAt(),
                    now));
            process.getObject().begin(slip, limit.petition(), limit.unit());
        }
    }

    private void issued(String slip, Deadlines.Limit limit, Rung rung, Instant now) {
        Actor actor = current.get();
        rows.add(slip, new Slip.Entry(now, SlipAct.ISSUED, actor.id(), rung, null));
        petitions.note(limit.petition(), TimelineEvent.SUPERVISED, limit.unit());
        Map<String, String> facts = Map.of(
                "slip", slip, "unit", limit.unit(), "stage", limit.stage().code(), "rung", rung.code());
        journal.done(actor, "slip-issued", limit.petition(), Map.of(), facts);
        events.publishEvent(new SupervisionEvent.SlipActed(
                slip, limit.petition(), limit.unit(), limit.stage(), SlipAct.ISSUED, rung, now));
    }

    private Instant dueFrom(Instant at, Rung rung) {
        return calendar.workingDaysFrom(at, rung.workingDays());
    }

    /** The unit's head reports (反馈), once on each rung. */
    public void report(String slip, String report, Actor actor) {
        require(actor, Role.HEAD);
        Slip found = rows.locked(slip);
        if (!actor.worksFor(found.unit())) {
            throw Refusal.notFound();
        }
        String text = Limits.required("report", report, SlipCommand.TEXT);
        if (found.state() != SlipState.OPEN || found.rung().isTop()) {
            throw Refusal.conflict("slip-takes-no-report", slip);
        }
        rows.update(slip, found.rung(), SlipState.REPORTED, found.dueAt(), null);
        tell(found, SlipAct.REPORTED, found.rung(), text, actor);
    }

    /** The supervisor lifts the slip or has it raised; either way he says why. */
    public void decide(String slip, boolean lift, @Nullable String note, Actor actor) {
        require(actor, Role.SUPERVISOR);
        String text = Limits.required("note", note, PetitionCommand.NOTE);
        Slip found = rows.locked(slip);
        if (found.endedAt() != null || found.rung().isTop()) {
            throw Refusal.conflict("slip-takes-no-decision", slip);
        }
        if (lift) {
            rows.update(slip, found.rung(), SlipState.LIFTED, found.dueAt(), clock.instant());
        }
        tell(found, lift ? SlipAct.LIFTED : SlipAct.REJECTED, found.rung(), text, actor);
    }

    /**
     * Raises the slip one rung with a limit of its own.
     *
     * @return true when there is no rung above and the head of supervision has to rule
     */
    public boolean raise(String slip) {
        Slip found = rows.locked(slip);
        Rung above = found.rung().above();
        rows.update(slip, above, SlipState.OPEN, dueFrom(clock.instant(), above), null);
        tell(found, SlipAct.RAISED, above, null, current.get());
        return above.isTop();
    }

    /** The ruling on a slip that stayed unsolved up to the highest rung. */
    public void rule(String slip, String ruling, Actor actor) {
        require(actor, Role.SUPERVISOR);
        String text = Limits.required("ruling", ruling, SlipCommand.TEXT);
        Slip found = rows.locked(slip);
        if (found.endedAt() != null || !found.rung().isTop()) {
            throw Refusal.conflict("slip-takes-no-ruling", slip);
        }
        rows.update(slip, found.rung(), SlipState.RULED, found.dueAt(), clock.instant());
        tell(found, SlipAct.RULED, found.rung(), text, actor);
    }

    /** What the citizen has taken back is no longer urged: its open slips are lifted, their processes end with it. */
    @EventListener
    public void endWith(PetitionEvent.Withdrawn withdrawn) {
        for (Slip slip : rows.lockedOpenOf(withdrawn.number())) {
            rows.update(slip.id(), slip.rung(), SlipState.LIFTED, slip.dueAt(), withdrawn.at());
            tell(slip, SlipAct.LIFTED, slip.rung(), null, current.get());
        }
    }

    private static void require(Actor actor, Role role) {
        if (!actor.has(role)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private void tell(Slip slip, SlipAct act, Rung rung, @Nullable String text, Actor actor) {
        Instant now = clock.instant();
        rows.add(slip.id(), new Slip.Entry(now, act, actor.id(), rung, text));
        journal.done(
                actor,
                "slip-" + act.code(),
                slip.petition(),
                Map.of("slip", slip.id(), "rung", slip.rung().code()),
                Map.of("slip", slip.id(), "rung", rung.code()));
        events.publishEvent(
                new SupervisionEvent.SlipActed(slip.id(), slip.petition(), slip.unit(), slip.stage(), act, rung, now));
    }

    /** Until when the slip's present rung has to be answered. */
    @Transactional(readOnly = true)
    public Instant dueOf(String slip) {
        return rows.dueOf(slip);
    }

    /**
     * The slips this person may see, the open and most urgent first: all for supervisors, auditors and assessors, those
     * of his unit for a handler or head; others are refused.
     *
     * @param petition only this petition's; null for any
     * @param open true for those neither lifted nor ruled on, false for the others, null for both
     */
    @Transactional(readOnly = true)
    public Listing<Slip> slips(@Nullable String petition, @Nullable Boolean open, Actor actor, Window window) {
        SlipList.Choice choice = new SlipList.Choice(petition, seesAll(actor) ? null : actor.unit(), open);
        return new Listing<>(list.page(choice, window), list.count(choice));
    }

    /** One slip with its record, for those who see it in their list; for others it does not exist. */
    @Transactional(readOnly = true)
    public Slip slip(String id, Actor actor) {
        return list.one(id, seesAll(actor) ? null : actor.unit()).orElseThrow(Refusal::notFound);
    }

    private static boolean seesAll(Actor actor) {
        boolean all = actor.hasAny(Role.SUPERVISOR, Role.AUDITOR, Role.ASSESSOR);
        if (!all && !actor.hasAny(Role.HANDLER, Role.HEAD)) {
            throw Refusal.forbidden("role-never-may");
        }
        return all;
    }
}
