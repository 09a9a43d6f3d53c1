package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What belonging to a matter does to the petition itself: its state, its clocks, its thread. Who belongs to which matter is
 * decided at the matter's counter, whose transactions all of this joins.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Membership {

    private final PetitionRows rows;
    private final MemberRows members;
    private final Deadlines deadlines;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final PetitionSettings settings;
    private final Recusal recusal;
    private final Clock clock;

    Membership(
            PetitionRows rows,
            MemberRows members,
            Deadlines deadlines,
            Chronicle chronicle,
            OrganizationDesk organization,
            PetitionSettings settings,
            Recusal recusal,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.deadlines = deadlines;
        this.chronicle = chronicle;
        this.organization = organization;
        this.settings = settings;
        this.recusal = recusal;
        this.clock = clock;
    }

    /**
     * Where a petition stands, as far as a matter asks.
     *
     * @param matter the matter it belongs to; null for none
     * @param awaits true while it waits for that matter's answer
     */
    public record Standing(PetitionStatus status, @Nullable String matter, boolean awaits) {

        /** True when it waits for the answer to this matter. */
        public boolean awaits(String of) {
            return awaits && of.equals(matter);
        }
    }

    /** Where it stands at the moment. */
    public Optional<Standing> standing(String number) {
        return members.standing(number);
    }

    /** Where it stands, held until the transaction ends; empty when there is no such petition. */
    public Optional<Standing> held(String number) {
        return members.held(number);
    }

    /**
     * It is taken on and waits; its petitioner hears so where he spoke. What complains about the unit that has the matter alone
     * does not wait for that unit's answer, and nothing waits for work that is less urgent than itself.
     *
     * @param lead the petition that leads the matter
     */
    public void attached(String number, PetitionCommand.Attach command, String lead, String matter, Actor actor) {
        organization
                .category(command.category())
                .filter(Category::leaf)
                .orElseThrow(() -> Refusal.invalid("category", "category-unknown"));
        Petition petition = rows.petition(number);
        requireOutsiders(number, lead);
        requireNoLessUrgent(petition, lead);
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.joinMatter(matter, command, now);
        rows.update(petition);
        deadlines.end(number, Set.of(Stage.PROMISE, Stage.ACCEPTANCE), null, now);
        deadlines.start(List.of(petition.limit(Stage.WHOLE, centre(), petition.receivedAt)));
        Happening attached = new Happening(TimelineEvent.ACCEPTED)
                .citizenReads(MessageFormat.format(settings.acceptedAnswer(), number))
                .note(matter)
                .fact("kind", command.kind().code())
                .fact("category", command.category())
                .fact("matter", matter);
        chronicle.tell(petition, before, attached, now, actor);
        chronicle.announce(new PetitionEvent.Attached(number, matter, now));
    }

    private void requireOutsiders(String number, String lead) {
        members.lastAssignment(lead)
                .filter(last -> recusal.isNeeded(List.of(number), last))
                .ifPresent(last -> {
                    throw Refusal.invalid("petition", "unit-about-itself", organization.unitName(last.lead()));
                });
    }

    private void requireNoLessUrgent(Petition petition, String lead) {
        if (petition.urgency.compareTo(rows.petition(lead).urgency) < 0) {
            throw Refusal.conflict("matter-less-urgent", lead);
        }
    }

    /** Of those who wait for a matter's answer the most urgent one, of equals the one that joined first; it is held. */
    public Optional<String> heldMostUrgent(String matter) {
        return members.heldMostUrgent(matter);
    }

    /** Its tasks are the work on the matter from now on; otherwise nothing changes for it. */
    public void leads(String number, String matter) {
        members.setMatter(number, matter);
    }

    /** It stands for itself again, wherever it is; otherwise nothing changes for it. */
    public void standsAlone(String number) {
        members.setMatter(number, null);
    }

    /** A member that waited is to be assigned by itself. */
    public void splitOff(String number, String reason, Actor actor) {
        Petition petition = rows.petition(number);
        petition.matter = null;
        toAssignment(petition, new Happening(TimelineEvent.LEFT_MATTER).note(reason), actor);
    }

    /** A member that waited is to be assigned for all: it leads its matter now. */
    public void takesTheLead(String number, Actor actor) {
        toAssignment(rows.petition(number), new Happening(TimelineEvent.LEADS_MATTER), actor);
    }

    private void toAssignment(Petition petition, Happening why, Actor actor) {
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.awaitNoMore(now);
        rows.update(petition);
        deadlines.start(List.of(petition.limit(Stage.ASSIGNMENT, centre(), now)));
        chronicle.tell(petition, before, why, now, actor);
        chronicle.announce(new PetitionEvent.LeftMatter(petition.number, now));
    }

    /**
     * What the matter was answered goes to this petitioner, where he spoke; his own call-back follows. Where everybody reads it
     * along, it goes without a number that a person would have to clear: nobody clears the same answer a hundred times.
     *
     * @param unit that has answered for all
     * @param remark what he alone is told beside it: a message, since where an answer stands everybody reads it
     */
    public void answered(String number, String unit, String answer, @Nullable String remark, Actor actor) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.answeredWithMatter(unit, now);
        rows.update(petition);
        deadlines.start(List.of(petition.limit(Stage.CALL_BACK, centre(), now)));
        Happening answered = new Happening(TimelineEvent.REVIEWED)
                .at(unit)
                .citizenReads(chronicle.asReadThere(number, answer))
                .note(petition.matter)
                .fact("matter", petition.matter);
        chronicle.tell(petition, before, answered, now, actor);
        if (remark != null) {
            Happening beside = new Happening(TimelineEvent.MESSAGE_TO_CITIZEN).at(unit);
            chronicle.tell(petition, petition.status, beside.citizenReads(remark), now, actor);
        }
        chronicle.announce(new PetitionEvent.Reviewed(number, unit, true, now));
    }

    /** The answer of its lead unit as the reviewer has let it out, without what only its own petitioner may read. */
    public String passedAnswer(String number) {
        return members.passedAnswer(number, chronicle.nameThere(number));
    }

    /**
     * How the leading petition of a matter was given out last, so that the next one may be given out the same way; empty when
     * nobody has it, or when one that waits complains about the unit that would have it alone: then a person has to name the
     * unit.
     */
    public Optional<PetitionCommand.Assign> assignmentOf(String lead, String matter) {
        return members.lastAssignment(lead).filter(last -> !recusal.isNeeded(members.waiting(matter), last));
    }

    /** True when the petitioner has said himself that the answer has not helped him. */
    public boolean isRatedBadly(String number) {
        return rows.petition(number).isRatedBadly();
    }

    private String centre() {
        return organization.centre().code();
    }
}
