package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counter where calendars are changed: every edit passes it, whichever door it came through. */
@Component
public class CalendarDesk {

    private final CalendarRows rows;
    private final CalendarWriter writer;
    private final KeptCalendars kept;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            CalendarRows rows,
            CalendarWriter writer,
            KeptCalendars kept,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.kept = kept;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The calendars as they would be after an edit; nothing is changed, and what cannot be is refused as by {@link #apply}. */
    public Calendars with(CalendarEdit edit) {
        return new CalendarChange(clock.instant(), "system").of(kept.book(), edit);
    }

    /**
     * Lets no other edit through until the transaction ends. Whoever holds rows of edits, too, takes them after this.
     *
     * @return the version of the calendars that hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long hold() {
        return rows.heldVersion();
    }

    /**
     * Makes an edit, one at a time over all nodes.
     *
     * @return the version of the calendars that hold from now on
     */
    @Transactional
    public long apply(CalendarEdit edit, Actor actor) {
        requireKeeper(actor);
        long version = rows.nextVersion();
        CalendarBook before = rows.read(version - 1);
        CalendarBook after = new CalendarChange(clock.instant(), actor.id()).of(before, edit);
        writer.write(edit, after);
        CalendarFacts facts = CalendarFacts.of(edit, before, after);
        journal.done(actor, facts.action(), null, facts.before(), facts.after());
        kept.forgetAfterCommit();
        events.publishEvent(new CalendarChanged(edit, version, actor.id()));
        return version;
    }

    /** A layer as it is now. */
    public Optional<Layer> layer(String code) {
        return kept.book().sheets().stream()
                .map(CalendarSheet::layer)
                .filter(layer -> layer.code().equals(code))
                .findFirst();
    }

    static void requireKeeper(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** The code of the layer that yearly plans belong to when nobody says another one. */
    public String national() {
        return kept.book().national();
    }

    /** The calendars as they are. */
    CalendarBook book() {
        return kept.book();
    }
}
