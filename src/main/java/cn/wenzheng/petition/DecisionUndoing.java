package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.DecisionRows.Decision;
import cn.wenzheng.petition.matter.MatterDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a decision of intake back before anybody has been told of it: the petition stands where it stood, its clocks run
 * on, its units have nothing to do with it. What was decided stays on record, and that it was taken back.
 */
@Component
class DecisionUndoing {

    private final PetitionRows rows;
    private final DecisionRows decisions;
    private final PartRows parts;
    private final ClockLedger ledger;
    private final Chronicle chronicle;
    private final ObjectProvider<PetitionProcess> process;
    private final ObjectProvider<MatterDesk> matters;
    private final Clock clock;

    DecisionUndoing(
            PetitionRows rows,
            DecisionRows decisions,
            PartRows parts,
            ClockLedger ledger,
            Chronicle chronicle,
            ObjectProvider<PetitionProcess> process,
            ObjectProvider<MatterDesk> matters,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.parts = parts;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.process = process;
        this.matters = matters;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    Decision undo(UUID id, Actor actor) {
        Decision decision = decisions
                .find(id)
                .filter(found -> found.person().equals(actor.id()))
                .orElseThrow(Refusal::notFound);
        if (decision.attached()) {
            matters.getObject().hold(decision.petition());
        }
        Petition petition = rows.held(decision.petition());
        Instant now = clock.instant();
        requireUndoable(decision, petition, now);
        PetitionStatus before = petition.status;
        String unit = petition.leadUnit;
        takePartsBack(petition.number, now);
        if (decision.attached()) {
            matters.getObject().takeBackAttaching(petition.number, actor);
        }
        boolean startedClocks = ledger.undo(
                petition.number, decision.decidedAt(), new Move(now, actor.id(), MoveCause.DECISION_UNDONE));
        petition.undo(decision.before(), startedClocks);
        rows.update(petition);
        decisions.undone(decision, now);
        Happening undone = new Happening(TimelineEvent.DECISION_UNDONE).at(unit);
        chronicle.tell(petition, before, undone.fact("decision", id.toString()), now, actor);
        process.getObject().takeBack(petition.number);
        chronicle.announce(new PetitionEvent.DecisionUndone(petition.number, decision.decidedAt(), now));
        return decision;
    }

    /** Read anew: who has decided it may have undone it while this one waited for the petition. */
    private void requireUndoable(Decision decision, Petition petition, Instant now) {
        if (decisions.find(decision.id()).filter(Decision::undone).isPresent()) {
            throw Refusal.conflict("decision-undone-already");
        }
        if (!now.isBefore(decision.undoUntil())) {
            throw Refusal.conflict("undo-too-late");
        }
        if (!Objects.equals(petition.version, decision.version())
                || decisions.lastEntry(petition.number) != decision.lastEntry()) {
            throw Refusal.conflict("undo-overtaken");
        }
    }

    private void takePartsBack(String number, Instant now) {
        List<Assignment> open = parts.open(number);
        open.forEach(part -> part.end(AssignmentState.REASSIGNED, now));
        parts.save(open);
        rows.forgetDrafts(number);
    }
}
