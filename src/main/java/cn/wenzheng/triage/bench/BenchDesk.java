package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.IntakeDecisions;
import cn.wenzheng.petition.IntakeDecisions.Decided;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.triage.bench.BenchDecisions.Kept;
import cn.wenzheng.triage.bench.BenchLeases.Tab;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of the bench: shows an operator one petition after the other and takes his decisions.
 *
 * <p>What is decided is committed before the next petition is looked for, so that what the page says is true whatever
 * happens to the page, the node or the line.
 */
@Component
class BenchDesk {

    private final BenchLeases leases;
    private final BenchRows rows;
    private final BenchDecisions kept;
    private final Screens screens;
    private final IntakeDecisions decisions;
    private final ObjectProvider<PetitionProcess> process;
    private final Journal journal;
    private final Clock clock;

    BenchDesk(
            BenchLeases leases,
            BenchRows rows,
            BenchDecisions kept,
            Screens screens,
            IntakeDecisions decisions,
            ObjectProvider<PetitionProcess> process,
            Journal journal,
            Clock clock) {
        this.leases = leases;
        this.rows = rows;
        this.kept = kept;
        this.screens = screens;
        this.decisions = decisions;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /** What stands before the operator; who sees it for the first time is journaled as having viewed it. */
    @Transactional
    public Screen screen(UUID tab, Screen.@Nullable Done done, Actor actor) {
        Tab mine = tab(tab, actor);
        leases.fill(mine);
        Screen screen = screens.of(mine, done);
        Screen.Waiting shown = screen.shown();
        if (shown != null && leases.shown(shown.number())) {
            journal.done(actor, "petition-viewed", shown.number(), Map.of(), Map.of());
        }
        return screen;
    }

    /** What is done, and nothing else. */
    Screen doneAlone(Screen.@Nullable Done done) {
        return screens.without(done);
    }

    /** Puts a waiting petition before the operator at once, before what stands there. */
    @Transactional
    public void take(UUID tab, String petition, Actor actor) {
        leases.take(petition, tab(tab, actor));
        journal.done(actor, "petition-viewed", petition, Map.of(), Map.of());
    }

    BenchRows.Beat beat(UUID tab, Actor actor) {
        return rows.beat(tab(tab, actor));
    }

    /** Decides a petition that stands before the operator, in one transaction with everything that follows from it. */
    Screen.Done decide(Asked asked, Actor actor) {
        Tab tab = tab(asked.fromTab(), actor);
        Decided decided = process.getObject().atOnce(actor, () -> {
            Instant shownAt = leases.hold(asked.number(), tab);
            boolean asSuggested = asked.decision() == BenchAction.DISPATCH
                    && Proposal.isOf(screens.suggestion(asked.number()).orElse(null), asked.category(), asked.lead());
            Decided taken = taken(asked, actor);
            kept.add(new Kept(
                    taken.id(), taken.number(), actor.id(), asked.decision(), asSuggested, shownAt, clock.instant()));
            leases.letGo(asked.number());
            return taken;
        });
        return new Screen.Done(decided.id(), decided.number(), asked.decision(), decided.status(), decided.undoUntil());
    }

    private Decided taken(Asked asked, Actor actor) {
        return asked.decision() == BenchAction.DISPATCH
                ? decisions.dispatch(asked.number(), asked.accept(), asked.assign(), actor)
                : decisions.decide(asked.number(), asked.command(), actor);
    }

    /** Leaves a petition for later; others may decide it meanwhile. */
    @Transactional
    public void putOff(UUID tab, String petition, Actor actor) {
        Tab mine = tab(tab, actor);
        leases.hold(petition, mine);
        leases.putOff(petition, mine);
        leases.letGo(petition);
        journal.done(actor, "petition-put-off", petition, Map.of(), Map.of());
    }

    /** Takes a decision back and puts its petition before the operator again. */
    void undo(UUID tab, UUID decision, Actor actor) {
        Tab mine = tab(tab, actor);
        process.getObject().atOnce(actor, () -> {
            decisions.undo(decision, actor);
            String petition = Optional.ofNullable(kept.undone(decision, actor.id(), clock.instant()))
                    .orElseThrow(Refusal::notFound);
            leases.take(petition, mine);
            return petition;
        });
    }

    private static Tab tab(UUID id, Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return new Tab(id, actor.id());
    }
}
