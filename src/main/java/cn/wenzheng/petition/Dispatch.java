package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a petition into the hands of units (派单, 改派, 裁定). */
@Component
class Dispatch {

    private final PetitionRows rows;
    private final PartRows partRows;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final Standstill standstill;
    private final TakenOver takenOver;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Recusal recusal;
    private final Clock clock;

    Dispatch(
            PetitionRows rows,
            PartRows partRows,
            Deadlines deadlines,
            ClockLedger ledger,
            Standstill standstill,
            TakenOver takenOver,
            Chronicle chronicle,
            OrganizationDesk organization,
            Recusal recusal,
            Clock clock) {
        this.rows = rows;
        this.partRows = partRows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.standstill = standstill;
        this.takenOver = takenOver;
        this.chronicle = chronicle;
        this.organization = organization;
        this.recusal = recusal;
        this.clock = clock;
    }

    void assign(Petition petition, PetitionCommand.Assign command, Actor actor) {
        requireUnits(command.lead(), command.assisting());
        recusal.require(petition, command.lead(), command.assisting());
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.assignTo(command.lead(), now);
        deadlines.end(petition.number, Stage.ASSIGNMENT, null, now);
        giveOut(petition, command.lead(), command.assisting(), now, actor);
        tellAssigned(TimelineEvent.ASSIGNED, petition, before, command.assisting(), command.note(), actor);
        if (Boolean.TRUE.equals(command.mentionUnit())) {
            chronicle.carry(petition, Occasion.DISPATCHED, "", command.lead(), now);
        }
    }

    /** The supervision office has ruled whose the petition is; from here on it goes as after any dispatch. */
    void arbitrate(Petition petition, PetitionCommand.Arbitrate command, Actor actor) {
        requireUnits(command.lead(), command.assisting());
        recusal.require(petition, command.lead(), command.assisting());
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.ruleFor(command.lead(), now);
        deadlines.end(petition.number, Stage.ARBITRATION, null, now);
        giveOut(petition, command.lead(), command.assisting(), now, actor);
        tellAssigned(TimelineEvent.ARBITRATED, petition, before, command.assisting(), command.ruling(), actor);
    }

    private void giveOut(Petition petition, String lead, List<String> assisting, Instant now, Actor actor) {
        rows.update(petition);
        List<Assignment> parts = new ArrayList<>();
        parts.add(new Assignment(petition.number, lead, Duty.LEAD, petition.round, now));
        assisting.forEach(unit -> parts.add(new Assignment(petition.number, unit, Duty.ASSIST, petition.round, now)));
        partRows.save(parts);
        startClocks(petition, parts, now, actor);
    }

    private void tellAssigned(
            TimelineEvent how,
            Petition petition,
            PetitionStatus before,
            List<String> assisting,
            @Nullable String note,
            Actor actor) {
        String lead = requireNonNull(petition.leadUnit);
        Happening assigned =
                new Happening(how).at(lead).citizenSees().note(note).fact("assisting", assisting);
        chronicle.tell(petition, before, assigned, petition.since, actor);
        chronicle.announce(petition, new PetitionEvent.Assigned(petition.number, lead, assisting, petition.since));
    }

    /** Each part has its own clock; the case has one from the first dispatch on, whoever gets it later. */
    private void startClocks(Petition petition, List<Assignment> parts, Instant now, Actor actor) {
        List<Deadlines.Start> starts = new ArrayList<>();
        TakenOver.Since since = takenOver.since(petition, now);
        parts.forEach(part -> {
            starts.add(petition.limit(Stage.HANDLING, part.unit, since.of(part.unit)));
            starts.add(petition.limit(Stage.SIGN_IN, part.unit, now));
        });
        String centre = organization.centre().code();
        if (petition.round == 1
                || deadlines
                        .running(petition.number, Stage.CASE_HANDLING, centre)
                        .isEmpty()) {
            starts.add(petition.limit(Stage.CASE_HANDLING, centre, since.earliest()));
        } else {
            ledger.handOver(petition.number, new ClockLedger.Move(now, actor.id(), MoveCause.RETURNED));
        }
        deadlines.start(starts);
        since.carryOn(ledger, new ClockLedger.Move(now, actor.id(), MoveCause.MATTER_LEAD_CHANGED));
    }

    /** Takes the petition from its lead unit and gives it to another; possible until the answer is in. */
    void reassign(Petition petition, PetitionCommand.Reassign command, Actor actor) {
        requireUnit("lead", command.lead());
        String number = petition.number;
        recusal.require(petition, command.lead(), assistingBeside(number, command.lead()));
        Instant now = clock.instant();
        String oldLead = petition.leadUnit;
        standstill.endIfPaused(petition, MoveCause.REASSIGNED, now, actor);
        petition.reassignTo(command.lead(), now);
        rows.update(petition);
        takeBack(number, command.lead(), now);
        Assignment part = new Assignment(number, command.lead(), Duty.LEAD, petition.round, now);
        partRows.save(List.of(part));
        rows.forgetDrafts(number);
        deadlines.start(part.limits(petition));
        ledger.handOver(number, new ClockLedger.Move(now, actor.id(), MoveCause.REASSIGNED));
        Happening reassigned = new Happening(TimelineEvent.REASSIGNED)
                .at(command.lead())
                .citizenSees()
                .note(command.reason())
                .fact("from", oldLead);
        chronicle.tell(petition, petition.status, reassigned, now, actor);
        chronicle.announce(
                petition, new PetitionEvent.Reassigned(number, requireNonNull(oldLead), command.lead(), now));
    }

    /** The lead's part ends, and the one that the next lead may have had beside it. */
    private void takeBack(String number, String nextLead, Instant now) {
        List<Assignment> ended = partRows.open(number).stream()
                .filter(part -> part.isLead() || part.unit.equals(nextLead))
                .toList();
        ended.forEach(part -> {
            part.end(AssignmentState.REASSIGNED, now);
            deadlines.end(number, Stage.HANDLING, part.unit, now);
        });
        partRows.save(ended);
    }

    private List<String> assistingBeside(String number, String lead) {
        return partRows.open(number).stream()
                .filter(part -> !part.isLead() && !part.unit.equals(lead))
                .map(part -> part.unit)
                .toList();
    }

    private void requireUnits(String lead, List<String> assisting) {
        requireUnit("lead", lead);
        assisting.forEach(unit -> requireUnit("assisting", unit));
    }

    private void requireUnit(String field, String code) {
        if (organization.unit(code).filter(unit -> !unit.isCentre()).isEmpty()) {
            throw Refusal.invalid(field, "unit-unknown", code);
        }
    }
}
