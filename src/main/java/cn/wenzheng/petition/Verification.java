package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The centre looks at what the units have answered: review (审核) and call-back with the close (回访, 办结), by people who have
 * not handled the case.
 */
@Component
class Verification {

    private final PetitionRows rows;
    private final PartRows partRows;
    private final Deadlines deadlines;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Clock clock;

    Verification(
            PetitionRows rows,
            PartRows partRows,
            Deadlines deadlines,
            Chronicle chronicle,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.partRows = partRows;
        this.deadlines = deadlines;
        this.chronicle = chronicle;
        this.organization = organization;
        this.clock = clock;
    }

    void review(Petition petition, PetitionCommand.Review command, Actor actor) {
        petition.requireHandled();
        requireOutsider(petition, actor);
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        Happening reviewed = command.pass() ? pass(petition, now) : sendBack(petition, now);
        Set<Stage> done = command.pass() ? Set.of(Stage.REVIEW, Stage.CASE_HANDLING) : Set.of(Stage.REVIEW);
        deadlines.end(petition.number, done, null, now);
        rows.update(petition);
        chronicle.tell(petition, before, reviewed.note(command.note()), now, actor);
        chronicle.announce(
                petition,
                new PetitionEvent.Reviewed(petition.number, requireNonNull(petition.leadUnit), command.pass(), now));
    }

    /**
     * Closes the case, unless the petitioner belongs to a matter and its answer has not helped him: then his petition goes on
     * alone.
     *
     * @param mayGoOn false for a petition whose process knows no such way
     * @return true when it goes on
     */
    boolean close(Petition petition, PetitionCommand.Close command, boolean mayGoOn, Actor actor) {
        requireOutsider(petition, actor);
        Instant now = clock.instant();
        boolean unhappy = petition.matter != null && isUnhappy(petition, command);
        if (unhappy && mayGoOn) {
            goOnAlone(petition, command, now, actor);
            return true;
        }
        close(petition, command, now, actor);
        if (unhappy) {
            chronicle.announce(petition, new PetitionEvent.Unhappy(petition.number, false, now));
        }
        return false;
    }

    /** As the call-back heard it, or as he has said himself when nobody has reached him. */
    private static boolean isUnhappy(Petition petition, PetitionCommand.Close command) {
        return command.reached()
                ? Boolean.FALSE.equals(command.solved()) || command.satisfaction() == Satisfaction.DISSATISFIED
                : petition.isRatedBadly();
    }

    /** The unit that has answered for all takes it up again for this one. */
    private void goOnAlone(Petition petition, PetitionCommand.Close command, Instant now, Actor actor) {
        String matter = requireNonNull(petition.matter);
        String unit = requireNonNull(petition.leadUnit);
        PetitionStatus before = petition.status;
        petition.goOnAlone(now);
        rows.update(petition);
        deadlines.end(petition.number, Stage.CALL_BACK, null, now);
        Assignment again = new Assignment(petition.number, unit, Duty.LEAD, petition.round, now);
        partRows.save(List.of(again));
        deadlines.start(again.limits(petition));
        Happening alone = heard(new Happening(TimelineEvent.SENT_BACK).at(unit), command);
        chronicle.tell(petition, before, alone.fact("matter", matter), now, actor);
        chronicle.announce(new PetitionEvent.InMatter(matter, new PetitionEvent.Unhappy(petition.number, true, now)));
        chronicle.announce(new PetitionEvent.Reviewed(petition.number, unit, false, now));
    }

    private void close(Petition petition, PetitionCommand.Close command, Instant now, Actor actor) {
        PetitionStatus before = petition.status;
        petition.close(command, now);
        rows.update(petition);
        deadlines.endAll(petition.number, now);
        chronicle.tell(petition, before, heard(new Happening(TimelineEvent.CLOSED), command), now, actor);
        chronicle.announce(new PetitionEvent.Closed(petition.number, now));
    }

    private static Happening heard(Happening what, PetitionCommand.Close command) {
        return what.citizenSees()
                .note(command.reason())
                .fact("reached", command.reached())
                .fact("contacted", command.contacted())
                .fact("solved", command.solved())
                .fact("satisfaction", command.satisfaction());
    }

    /** The answer goes out to the citizen; the answers of all parts are final. */
    private Happening pass(Petition petition, Instant now) {
        Assignment lead = partRows.submittedLead(petition);
        petition.pass(now);
        partRows.finish(petition.number);
        deadlines.start(List.of(petition.limit(Stage.CALL_BACK, centre(), now)));
        return new Happening(TimelineEvent.REVIEWED).at(lead.unit).citizenReads(lead.publicAnswer);
    }

    /** The lead answers again, for the whole; the other parts' answers stand. */
    private Happening sendBack(Petition petition, Instant now) {
        Assignment lead = partRows.submittedLead(petition);
        petition.sendBack(now);
        lead.end(AssignmentState.REDO, now);
        Assignment again = new Assignment(petition.number, lead.unit, Duty.LEAD, petition.round, now);
        partRows.save(List.of(lead, again));
        deadlines.start(again.limits(petition));
        return new Happening(TimelineEvent.SENT_BACK).at(lead.unit).citizenSees();
    }

    /** Nobody reviews or calls back a case he or she has handled (separation of duties). */
    private void requireOutsider(Petition petition, Actor actor) {
        if (rows.hasHandled(petition, actor.id())) {
            throw Refusal.forbidden("own-case");
        }
    }

    private String centre() {
        return organization.centre().code();
    }
}
