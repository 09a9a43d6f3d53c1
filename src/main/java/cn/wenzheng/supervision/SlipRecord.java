package cn.wenzheng.supervision;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.TimelineEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what was done to a slip or its limit where it has to stand: the record, the journal, the house's events. */
@Component
class SlipRecord {

    private final SlipRows rows;
    private final PetitionDesk petitions;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    SlipRecord(
            SlipRows rows,
            PetitionDesk petitions,
            ApplicationEventPublisher events,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.petitions = petitions;
        this.events = events;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    void urged(String petition, Stage stage, String unit, Instant now) {
        petitions.note(petition, TimelineEvent.URGED, unit);
        journal.done(current.get(), "limit-urged", petition, Map.of(), Map.of("stage", stage.code(), "unit", unit));
        events.publishEvent(new SupervisionEvent.Urged(petition, unit, stage, now));
    }

    void issued(String slip, Limit limit, Rung rung, SlipRule cause, Instant now) {
        Actor actor = current.get();
        rows.add(slip, new Slip.Entry(now, SlipAct.ISSUED, actor.id(), rung, null));
        petitions.note(limit.petition(), TimelineEvent.SUPERVISED, limit.unit());
        Map<String, String> facts = Map.of(
                "slip", slip,
                "unit", limit.unit(),
                "stage", limit.stage().code(),
                "rung", rung.code(),
                "rule", cause.code());
        journal.done(actor, "slip-issued", limit.petition(), Map.of(), facts);
        events.publishEvent(new SupervisionEvent.SlipActed(
                slip, limit.petition(), limit.unit(), limit.stage(), SlipAct.ISSUED, rung, now));
    }

    /** A slip has followed its limit; the limit's own ledger says why. */
    void moved(Slip before, Slip after) {
        journal.done(
                current.get(),
                "slip-moved",
                after.petition(),
                Map.of("slip", before.id(), "due", before.dueAt().toString()),
                Map.of("slip", after.id(), "due", after.dueAt().toString()));
    }

    /** Ends a slip without anybody's words. */
    void end(Slip slip, SlipState state, SlipAct act, Instant at) {
        rows.update(slip.id(), slip.rung(), state, slip.dueAt(), at);
        tell(slip, act, slip.rung());
    }

    /** An act without words, in the name of whoever is at work. */
    void tell(Slip slip, SlipAct act, Rung rung) {
        tell(slip, act, rung, null, current.get());
    }

    void tell(Slip slip, SlipAct act, Rung rung, @Nullable String text, Actor actor) {
        Instant now = clock.instant();
        write(slip, act, rung, text, actor, now);
        events.publishEvent(
                new SupervisionEvent.SlipActed(slip.id(), slip.petition(), slip.unit(), slip.stage(), act, rung, now));
    }

    /** A supervisor does not wait for the report; the slip of the next rung tells that to everybody. */
    void raised(Slip slip, String text, Actor actor) {
        write(slip, SlipAct.RAISED, slip.rung(), text, actor, clock.instant());
    }

    private void write(Slip slip, SlipAct act, Rung rung, @Nullable String text, Actor actor, Instant now) {
        rows.add(slip.id(), new Slip.Entry(now, act, actor.id(), rung, text));
        journal.done(
                actor,
                "slip-" + act.code(),
                slip.petition(),
                Map.of("slip", slip.id(), "rung", slip.rung().code()),
                Map.of("slip", slip.id(), "rung", rung.code()));
    }
}
