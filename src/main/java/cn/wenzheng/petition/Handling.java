package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units' time with a petition: they sign for their parts and answer. */
@Component
class Handling {

    private final PetitionRows rows;
    private final PartRows partRows;
    private final Deadlines deadlines;
    private final Standstill standstill;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Clock clock;

    Handling(
            PetitionRows rows,
            PartRows partRows,
            Deadlines deadlines,
            Standstill standstill,
            Chronicle chronicle,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.partRows = partRows;
        this.deadlines = deadlines;
        this.standstill = standstill;
        this.chronicle = chronicle;
        this.organization = organization;
        this.clock = clock;
    }

    void signOnce(Petition petition, String unit, Actor actor) {
        petition.requireInHandOrPaused();
        if (!sign(petition, unit, actor)) {
            throw Refusal.conflict("already-signed", petition.number);
        }
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
        Assignment part = Assignment.of(unit, open);
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

    /** Ends every open part of a petition that is over. */
    void drop(String number, Instant now) {
        List<Assignment> open = partRows.open(number);
        open.forEach(part -> part.end(AssignmentState.DROPPED, now));
        partRows.save(open);
    }

    private String centre() {
        return organization.centre().code();
    }
}
