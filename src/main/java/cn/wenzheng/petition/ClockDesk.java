package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.ClockLedger.Move;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter for a petition's time: the centre lets clocks stand still and run on, and gives a case the time of what it
 * turns out to be.
 */
@Component
public class ClockDesk {

    /** As long as the longest limit of the field; what waits longer is looked at again. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(180);

    private final PetitionRows rows;
    private final PartRows parts;
    private final TimeRows times;
    private final MemberRows members;
    private final Standstill standstill;
    private final ClockLedger ledger;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Clock clock;

    ClockDesk(
            PetitionRows rows,
            PartRows parts,
            TimeRows times,
            MemberRows members,
            Standstill standstill,
            ClockLedger ledger,
            Chronicle chronicle,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.times = times;
        this.members = members;
        this.standstill = standstill;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.organization = organization;
        this.clock = clock;
    }

    /** Lets the units' clocks stand still until an end that is known. */
    @Transactional
    public void pause(String number, ClockCommand.Pause command, Actor actor) {
        Instant now = clock.instant();
        Instant until = until(command.until());
        if (!until.isAfter(now)) {
            throw Refusal.invalid("until", "pause-ends-before-it-begins");
        }
        if (until.isAfter(now.plus(LONGEST_PAUSE))) {
            throw Refusal.invalid("until", "pause-too-long", LONGEST_PAUSE.toDays());
        }
        standstill.begin(rows.petition(number), command, until, now, actor);
    }

    /** A day is meant from its beginning. */
    private Instant until(String written) {
        try {
            return written.indexOf('T') < 0
                    ? LocalDate.parse(written).atStartOfDay(clock.getZone()).toInstant()
                    : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException notATime) {
            throw Refusal.invalid("until", "field-malformed", "until");
        }
    }

    /** Lets them run on before that. */
    @Transactional
    public void resume(String number, ClockCommand.Resume command, Actor actor) {
        standstill.end(rows.petition(number), MoveCause.CENTRE_RESUMED, command.note(), clock.instant(), actor);
    }

    /** A pause that is over ends by itself; what somebody has ended meanwhile stays as he left it. */
    @Transactional
    public void pauseIsOver(String number) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        if (petition.pausedUntil != null && !petition.pausedUntil.isAfter(now)) {
            standstill.end(petition, MoveCause.END_REACHED, null, now, Actor.system(Door.ENGINE));
        }
    }

    /** The paused petitions whose pause is over by now. */
    List<String> pausesOver() {
        return times.pausedUntil(clock.instant());
    }

    /**
     * The open parts, the signatures that are missing and the petition as a whole count by what it is from now on;
     * whatever they used stays used.
     */
    @Transactional
    public void classify(String number, ClockCommand.Classify command, Actor actor) {
        organization
                .category(command.category())
                .filter(Category::leaf)
                .orElseThrow(() -> Refusal.invalid("category", "category-unknown"));
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        Urgency before = petition.urgency;
        petition.classify(command);
        if (petition.urgency.compareTo(before) > 0) {
            requireNoLessUrgentThanItsMembers(petition);
        }
        rows.update(petition);
        ledger.changeLevel(limits(petition, now), new Move(now, actor.id(), MoveCause.CLASSIFIED_ANEW));
        Happening classified = new Happening(TimelineEvent.CLASSIFIED_ANEW)
                .note(command.note())
                .fact("category", command.category())
                .fact("kind", petition.kind == null ? null : petition.kind.code())
                .fact("urgency", petition.urgency.code())
                .fact("complex", petition.complex);
        chronicle.tell(petition, petition.status, classified, now, actor);
        chronicle.announce(new PetitionEvent.ClassifiedAnew(number, command.category(), now));
    }

    /** Nothing waits for work that is less urgent than itself; a petition that leads is held, so that nobody joins meanwhile. */
    private void requireNoLessUrgentThanItsMembers(Petition petition) {
        if (petition.matter != null) {
            members.held(petition.number);
            members.moreUrgent(petition.matter, petition.urgency).ifPresent(member -> {
                throw Refusal.conflict("matter-member-more-urgent", member);
            });
        }
    }

    /**
     * Puts a petition that waits for its acceptance before all others, with the time that such a petition has, since a life
     * may be in danger; whoever accepts it has the last word.
     *
     * @return false when it stood there already or waits no more
     */
    @Transactional
    public boolean endanger(String number, Actor actor) {
        if (!rows.endanger(number)) {
            return false;
        }
        Instant now = clock.instant();
        Deadlines.Start anew = rows.petition(number)
                .limit(Stage.ACCEPTANCE, organization.centre().code(), now);
        ledger.changeLevel(List.of(anew), new Move(now, actor.id(), MoveCause.DANGER_HEARD));
        return true;
    }

    private List<Deadlines.Start> limits(Petition petition, Instant now) {
        List<Deadlines.Start> limits = new ArrayList<>();
        for (Assignment part : parts.open(petition.number)) {
            limits.add(petition.limit(Stage.HANDLING, part.unit, now));
            limits.add(petition.limit(Stage.SIGN_IN, part.unit, now));
        }
        String centre = organization.centre().code();
        limits.add(petition.limit(Stage.CASE_HANDLING, centre, now));
        limits.add(petition.limit(Stage.WHOLE, centre, now));
        return limits;
    }
}
