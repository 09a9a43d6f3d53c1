package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units' time with a petition: parts are given out, answered, given back, taken back and begun again. */
@Component
class Handling {

    private final PetitionRows rows;
    private final PartRows partRows;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final Standstill standstill;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Clock clock;

    Handling(
            PetitionRows rows,
            PartRows partRows,
            Deadlines deadlines,
            ClockLedger ledger,
            Standstill standstill,
            Chronicle chronicle,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.partRows = partRows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.standstill = standstill;
        this.chronicle = chronicle;
        this.organization = organization;
        this.clock = clock;
    }

    void assign(Petition petition, PetitionCommand.Assign command, Actor actor) {
        requireUnit("lead", command.lead());
        command.assisting().forEach(unit -> requireUnit("assisting", unit));
        String number = petition.number;
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.assignTo(command.lead(), now);
        rows.update(petition);
        List<Assignment> parts = new ArrayList<>();
        parts.add(new Assignment(number, command.lead(), Duty.LEAD, petition.round, now));
        command.assisting().forEach(unit -> parts.add(new Assignment(number, unit, Duty.ASSIST, petition.round, now)));
        partRows.save(parts);
        deadlines.end(number, Stage.ASSIGNMENT, null, now);
        startClocks(petition, parts, now, actor);
        Happening assigned = new Happening(TimelineEvent.ASSIGNED)
                .at(command.lead())
                .citizenSees()
                .note(command.note())
                .fact("assisting", command.assisting());
        chronicle.tell(petition, before, assigned, now, actor);
        chronicle.announce(new PetitionEvent.Assigned(number, command.lead(), command.assisting(), now));
    }

    /** What a unit has to do with its part, each by its own limit: sign for it and handle it. */
    private static List<Deadlines.Start> limits(Petition petition, String unit, Instant now) {
        return List.of(petition.limit(Stage.HANDLING, unit, now), petition.limit(Stage.SIGN_IN, unit, now));
    }

    /**
     * A unit has taken notice of its part by whatever it does first.
     *
     * @return true when it had not before
     */
    boolean sign(Petition petition, String unit, Actor actor) {
        if (deadlines.running(petition.number, Stage.SIGN_IN, unit).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        deadlines.end(petition.number, Stage.SIGN_IN, unit, now);
        Happening signed = new Happening(TimelineEvent.SIGNED).at(unit);
        chronicle.tell(petition, petition.status, signed, now, actor);
        return true;
    }

    /** Each part has its own clock; the case has one from the first dispatch on, whoever gets it later. */
    private void startClocks(Petition petition, List<Assignment> parts, Instant now, Actor actor) {
        List<Deadlines.Start> starts = new ArrayList<>();
        parts.forEach(part -> starts.addAll(limits(petition, part.unit, now)));
        if (petition.round == 1) {
            starts.add(petition.limit(Stage.CASE_HANDLING, centre(), now));
        } else {
            ledger.handOver(petition.number, new ClockLedger.Move(now, actor.id(), MoveCause.RETURNED));
        }
        deadlines.start(starts);
    }

    /** The units that have an open part now, the lead first; never empty while the petition is in hand. */
    List<String> unitsInHand(String number) {
        return partRows.open(number).stream()
                .sorted(Comparator.comparing((Assignment part) -> part.duty).thenComparing(part -> part.unit))
                .map(part -> part.unit)
                .toList();
    }

    /**
     * Takes a unit's answer for its part.
     *
     * @return true when the lead has answered and the petition goes to review
     */
    boolean answer(Petition petition, String unit, PetitionCommand.Answer command, Actor actor) {
        String number = petition.number;
        Instant now = clock.instant();
        standstill.endIfPaused(petition, MoveCause.UNIT_ACTED, now, actor);
        petition.requireInHand();
        List<Assignment> open = partRows.open(number);
        Assignment part = partOf(unit, open);
        PetitionStatus before = petition.status;
        if (part.isLead()) {
            finishForAll(petition, command, open, now);
        } else {
            deadlines.end(number, Stage.HANDLING, unit, now);
        }
        part.submit(command, now);
        partRows.save(part.isLead() ? open : List.of(part));
        Happening handled = new Happening(TimelineEvent.HANDLED)
                .at(unit)
                .fact("duty", part.duty.code())
                .fact("solved", command.solved())
                .fact("dissent", command.dissent() != null);
        chronicle.tell(petition, before, part.isLead() ? handled.citizenSees() : handled, now, actor);
        chronicle.announce(new PetitionEvent.Answered(number, unit, part.isLead(), now));
        return part.isLead();
    }

    /** The lead answers last, or says what is missing; parts still open then end without an answer. */
    private void finishForAll(Petition petition, PetitionCommand.Answer command, List<Assignment> open, Instant now) {
        Limits.required("publicAnswer", command.publicAnswer());
        List<Assignment> missing = open.stream().filter(part -> !part.isLead()).toList();
        if (!missing.isEmpty() && command.dissent() == null) {
            throw Refusal.conflict(
                    "parts-missing",
                    String.join(
                            "、",
                            missing.stream()
                                    .map(part -> organization.unitName(part.unit))
                                    .toList()));
        }
        missing.forEach(part -> part.end(AssignmentState.DROPPED, now));
        petition.handled(now);
        rows.update(petition);
        deadlines.end(petition.number, Stage.HANDLING, null, now);
        deadlines.start(List.of(petition.limit(Stage.REVIEW, centre(), now)));
    }

    /**
     * Takes a unit's statement that the petition is not its own.
     *
     * @return true when it was the lead, which ends all parts and leads back to assignment
     */
    boolean returned(Petition petition, String unit, PetitionCommand.NotOurs command, Actor actor) {
        String number = petition.number;
        Instant now = clock.instant();
        standstill.endIfPaused(petition, MoveCause.UNIT_ACTED, now, actor);
        petition.requireInHand();
        List<Assignment> open = partRows.open(number);
        Assignment part = partOf(unit, open);
        PetitionStatus before = petition.status;
        part.giveBack(command, now);
        if (part.isLead()) {
            takeBackAll(petition, open, now);
        } else {
            deadlines.end(number, Stage.HANDLING, unit, now);
        }
        partRows.save(part.isLead() ? open : List.of(part));
        Happening returned = new Happening(TimelineEvent.RETURNED)
                .at(unit)
                .note(command.note())
                .fact("duty", part.duty.code())
                .fact("ground", command.ground().code());
        chronicle.tell(petition, before, returned, now, actor);
        chronicle.announce(new PetitionEvent.Returned(number, unit, part.isLead(), command.ground(), now));
        return part.isLead();
    }

    private void takeBackAll(Petition petition, List<Assignment> open, Instant now) {
        open.stream().filter(Assignment::isOpen).forEach(part -> part.end(AssignmentState.REASSIGNED, now));
        petition.returned(now);
        rows.update(petition);
        partRows.takeBackAnswered(petition.number);
        rows.forgetDrafts(petition.number);
        deadlines.end(petition.number, Stage.HANDLING, null, now);
        deadlines.start(List.of(petition.limit(Stage.ASSIGNMENT, centre(), now)));
    }

    /** The answer goes out to the citizen; the answers of all parts are final. */
    Happening pass(Petition petition, Instant now) {
        Assignment lead = partRows.submittedLead(petition);
        petition.pass(now);
        partRows.finish(petition.number);
        deadlines.start(List.of(petition.limit(Stage.CALL_BACK, centre(), now)));
        return new Happening(TimelineEvent.REVIEWED).at(lead.unit).citizenReads(lead.publicAnswer);
    }

    /** The lead answers again, for the whole; the other parts' answers stand. */
    Happening sendBack(Petition petition, Instant now) {
        Assignment lead = partRows.submittedLead(petition);
        petition.sendBack(now);
        lead.end(AssignmentState.REDO, now);
        partRows.save(List.of(lead, new Assignment(petition.number, lead.unit, Duty.LEAD, petition.round, now)));
        deadlines.start(limits(petition, lead.unit, now));
        return new Happening(TimelineEvent.SENT_BACK).at(lead.unit).citizenSees();
    }

    /** Takes the petition from its lead unit and gives it to another; possible until the answer is in. */
    void reassign(Petition petition, PetitionCommand.Reassign command, Actor actor) {
        requireUnit("lead", command.lead());
        String number = petition.number;
        Instant now = clock.instant();
        String oldLead = petition.leadUnit;
        standstill.endIfPaused(petition, MoveCause.REASSIGNED, now, actor);
        petition.reassignTo(command.lead(), now);
        rows.update(petition);
        List<Assignment> ended = partRows.open(number).stream()
                .filter(part -> part.isLead() || part.unit.equals(command.lead()))
                .toList();
        ended.forEach(part -> {
            part.end(AssignmentState.REASSIGNED, now);
            deadlines.end(number, Stage.HANDLING, part.unit, now);
        });
        partRows.save(ended);
        partRows.save(List.of(new Assignment(number, command.lead(), Duty.LEAD, petition.round, now)));
        rows.forgetDrafts(number);
        deadlines.start(limits(petition, command.lead(), now));
        ledger.handOver(number, new ClockLedger.Move(now, actor.id(), MoveCause.REASSIGNED));
        Happening reassigned = new Happening(TimelineEvent.REASSIGNED)
                .at(command.lead())
                .citizenSees()
                .note(command.reason())
                .fact("from", oldLead);
        chronicle.tell(petition, petition.status, reassigned, now, actor);
        chronicle.announce(new PetitionEvent.Reassigned(number, requireNonNull(oldLead), command.lead(), now));
    }

    /** Ends every open part of a petition that is over. */
    void drop(String number, Instant now) {
        List<Assignment> open = partRows.open(number);
        open.forEach(part -> part.end(AssignmentState.DROPPED, now));
        partRows.save(open);
    }

    private Assignment partOf(String unit, List<Assignment> open) {
        return open.stream().filter(part -> part.unit.equals(unit)).findFirst().orElseThrow(Refusal::notFound);
    }

    private void requireUnit(String field, String code) {
        if (organization.unit(code).filter(unit -> !unit.isCentre()).isEmpty()) {
            throw Refusal.invalid(field, "unit-unknown", code);
        }
    }

    private String centre() {
        return organization.centre().code();
    }
}
