package cn.wenzheng.supervision;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter of room {@code supervision}: what timers and supervisors bring to it. */
@Component
@Transactional
public class SupervisionDesk {

    private final SlipRows rows;
    private final LimitSlips limits;
    private final SlipList list;
    private final SlipLadder ladder;
    private final SlipRecord record;
    private final Deadlines deadlines;
    private final OrganizationDesk organization;
    private final Clock clock;

    SupervisionDesk(
            SlipRows rows,
            LimitSlips limits,
            SlipList list,
            SlipLadder ladder,
            SlipRecord record,
            Deadlines deadlines,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.list = list;
        this.ladder = ladder;
        this.record = record;
        this.deadlines = deadlines;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Half of a limit of this stage is used up: tells the holder, once for each limit.
     *
     * <p>Whose it is stands on the limits; the timer need not ask the engine for it.
     */
    public void urge(String petition, Stage stage) {
        Instant now = clock.instant();
        limits.urge(petition, stage, now).forEach(holder -> record.urged(petition, stage, holder, now));
    }

    /** A limit is near: warns by a blue slip. */
    public void remind(String petition, Stage stage, @Nullable String unit) {
        running(petition, stage, unit)
                .filter(limit -> SlipTerms.isReached(limit.remindAt(), clock.instant()))
                .ifPresent(limit -> climb(limit, Rung.BLUE, SlipRule.NEAR_EXPIRY));
    }

    /** A limit is over: a yellow slip, for what was not signed a blue one. */
    public void escalate(String petition, Stage stage, @Nullable String unit) {
        running(petition, stage, unit)
                .filter(limit -> SlipTerms.isReached(limit.dueAt(), clock.instant()))
                .ifPresent(limit -> {
                    boolean signIn = stage == Stage.SIGN_IN;
                    climb(limit, signIn ? Rung.BLUE : Rung.YELLOW, signIn ? SlipRule.NOT_SIGNED : SlipRule.OVERDUE);
                });
    }

    /**
     * Opens the slip of a rung, starts its process and announces the fact; the slip below is superseded.
     *
     * <p>A limit comes to each rung once and never down: twice does nothing, whoever is first.
     */
    public void climb(Limit limit, Rung rung, SlipRule cause) {
        ladder.climb(limit, rung, cause, null);
    }

    private Optional<Limit> running(String petition, Stage stage, @Nullable String unit) {
        return deadlines.running(petition, stage, holder(unit));
    }

    private String holder(@Nullable String unit) {
        return unit == null ? organization.centre().code() : unit;
    }

    /** The unit's head reports (反馈), once on each slip. */
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
        record.tell(found, SlipAct.REPORTED, found.rung(), text, actor);
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
            record.tell(found, SlipAct.LIFTED, found.rung(), text, actor);
        } else if (found.state() == SlipState.REPORTED) {
            record.tell(found, SlipAct.REJECTED, found.rung(), text, actor);
        } else {
            record.raised(found, text, actor);
        }
    }

    /**
     * A slip was not answered in time or not well enough: opens the next rung, whose slip takes its place.
     *
     * @return true when an older slip, which its own process raises in place, is on the highest rung now
     */
    public boolean raise(String slip) {
        Slip found = rows.locked(slip);
        if (!rows.climbs(slip)) {
            if (!mayStillAnswer(found)) {
                ladder.climbFrom(found);
            }
            return false;
        }
        Rung above = found.rung().above();
        rows.update(slip, above, SlipState.OPEN, ladder.dueInPlace(found, above), null);
        record.tell(found, SlipAct.RAISED, above);
        return above.isTop();
    }

    /** True when a timer has come too early: the slip waits for its answer, and nobody has raised it. */
    public boolean mayStillAnswer(String slip) {
        return !rows.climbs(slip) && mayStillAnswer(rows.locked(slip));
    }

    private boolean mayStillAnswer(Slip slip) {
        return slip.state() == SlipState.OPEN
                && !SlipTerms.isReached(slip.dueAt(), clock.instant())
                && !rows.isRaised(slip.id());
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
        record.tell(found, SlipAct.RULED, found.rung(), text, actor);
    }

    /** What the citizen has taken back is no longer urged: its open slips are lifted, their processes end with it. */
    @EventListener
    public void endWith(PetitionEvent.Withdrawn withdrawn) {
        rows.lockedOpenOf(withdrawn.number())
                .forEach(slip -> record.end(slip, SlipState.LIFTED, SlipAct.LIFTED, withdrawn.at()));
    }

    private static void require(Actor actor, Role role) {
        if (!actor.has(role)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** Until when the slip's present rung has to be answered. */
    @Transactional(readOnly = true)
    public Instant dueOf(String slip) {
        return rows.dueOf(slip);
    }

    /** As the longer one, on any rung. */
    @Transactional(readOnly = true)
    public Listing<Slip> slips(@Nullable String petition, @Nullable Boolean open, Actor actor, Window window) {
        return slips(petition, open, null, actor, window);
    }

    /**
     * The slips this person may see, the open and most urgent first: all for supervisors, auditors and assessors, those
     * of his unit for a handler or head; others are refused.
     *
     * @param petition only this petition's; null for any
     * @param open true for those that still wait, false for the others, null for both
     * @param rung only those of this rung; null for any
     */
    @Transactional(readOnly = true)
    public Listing<Slip> slips(
            @Nullable String petition, @Nullable Boolean open, @Nullable Rung rung, Actor actor, Window window) {
        SlipList.Choice choice = new SlipList.Choice(
                petition, seesAll(actor) ? null : actor.unit(), open, rung == null ? null : rung.name());
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
