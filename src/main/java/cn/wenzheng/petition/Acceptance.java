package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.ClockLedger.Move;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an operator decides about a petition that has come in: accepted, refused, answered at once, asked back. */
@Component
class Acceptance {

    private final PetitionRows rows;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final PetitionSettings settings;
    private final Clock clock;

    Acceptance(
            PetitionRows rows,
            Deadlines deadlines,
            ClockLedger ledger,
            Chronicle chronicle,
            OrganizationDesk organization,
            PetitionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    void accept(Petition petition, PetitionCommand.Accept command, Actor actor) {
        requireLeaf(command.category());
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.accept(command, now);
        rows.update(petition);
        begin(petition, Stage.ASSIGNMENT, now);
        String firstAnswer = command.firstAnswer() == null
                ? MessageFormat.format(settings.acceptedAnswer(), petition.number)
                : command.firstAnswer();
        Happening accepted = new Happening(TimelineEvent.ACCEPTED)
                .citizenReads(firstAnswer)
                .fact("kind", command.kind().code())
                .fact("category", command.category())
                .fact("urgency", command.urgency().code());
        chronicle.tell(petition, before, accepted, now, actor);
        chronicle.announce(new PetitionEvent.Accepted(petition.number, command.category(), now));
    }

    /** What comes after acceptance; its age runs from the arrival, by the level that is known only now. */
    private void begin(Petition petition, Stage next, Instant now) {
        deadlines.end(petition.number, Set.of(Stage.PROMISE, Stage.ACCEPTANCE), null, now);
        List<Deadlines.Start> starts = new ArrayList<>();
        starts.add(petition.limit(next, centre(), now));
        starts.add(petition.limit(Stage.WHOLE, centre(), petition.receivedAt));
        deadlines.start(starts);
    }

    void refuse(Petition petition, PetitionCommand.Refuse command, Actor actor) {
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.refuse(command.reason(), now);
        rows.update(petition);
        deadlines.endAll(petition.number, now);
        Happening refused = new Happening(TimelineEvent.REFUSED)
                .citizenReads(command.note())
                .fact("reason", command.reason().code());
        chronicle.tell(petition, before, refused, now, actor);
        chronicle.announce(new PetitionEvent.Refused(petition.number, command.reason(), now));
    }

    /**
     * Gives the answer without any unit.
     *
     * @return true when nobody is called back about it
     */
    boolean answerAtOnce(Petition petition, PetitionCommand.AnswerAtOnce command, Actor actor) {
        requireLeaf(command.category());
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        petition.answerAtOnce(command, now);
        rows.update(petition);
        begin(petition, Stage.CALL_BACK, now);
        if (petition.isOver()) {
            deadlines.endAll(petition.number, now);
        }
        Happening answered = new Happening(TimelineEvent.ANSWERED_AT_ONCE)
                .citizenReads(command.publicAnswer())
                .fact("kind", command.kind().code())
                .fact("category", command.category());
        chronicle.tell(petition, before, answered, now, actor);
        chronicle.announce(new PetitionEvent.AnsweredAtOnce(petition.number, centre(), petition.isOver(), now));
        if (petition.isOver()) {
            chronicle.announce(new PetitionEvent.Closed(petition.number, now));
        }
        return petition.isOver();
    }

    /** The question is the promised first answer; until the petitioner speaks the time is his. */
    void askBack(Petition petition, PetitionCommand.AskBack command, Actor actor) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.supplementWithin());
        PetitionStatus before = petition.status;
        petition.askBack(until, now);
        rows.update(petition);
        deadlines.end(petition.number, Stage.PROMISE, null, now);
        ledger.waitForPetitioner(petition.number, until, new Move(now, actor.id(), MoveCause.WAITING_FOR_PETITIONER));
        Happening asked = new Happening(TimelineEvent.ASKED_BACK)
                .citizenReads(command.question())
                .fact("until", until);
        chronicle.tell(petition, before, asked, now, actor);
        chronicle.announce(new PetitionEvent.AskedBack(petition.number, until, now));
    }

    /** He has spoken: the operator goes on. */
    void supplemented(Petition petition, Instant now, Actor actor) {
        goOn(petition, MoveCause.PETITIONER_SPOKE, now, actor);
    }

    /** He has not: it is decided with what is known. */
    void supplementOverdue(Petition petition) {
        Instant now = clock.instant();
        Actor engine = Actor.system(Door.ENGINE);
        PetitionStatus before = petition.status;
        goOn(petition, MoveCause.END_REACHED, now, engine);
        chronicle.tell(petition, before, new Happening(TimelineEvent.SUPPLEMENT_OVERDUE).citizenSees(), now, engine);
        chronicle.announce(new PetitionEvent.SupplementOverdue(petition.number, now));
    }

    private void goOn(Petition petition, MoveCause cause, Instant now, Actor actor) {
        petition.waitIsOver(now);
        rows.update(petition);
        ledger.petitionerWaitOver(petition.number, new Move(now, actor.id(), cause));
    }

    /** Until when the petitioner may say what is missing. */
    Instant supplementUntil(Petition petition) {
        return requireNonNull(petition.supplementUntil);
    }

    private void requireLeaf(String category) {
        organization
                .category(category)
                .filter(Category::leaf)
                .orElseThrow(() -> Refusal.invalid("category", "category-unknown"));
    }

    private String centre() {
        return organization.centre().code();
    }
}
