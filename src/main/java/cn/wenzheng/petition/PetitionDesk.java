package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.attachment.AttachmentType;
import cn.wenzheng.petition.attachment.CleanedFiles;
import cn.wenzheng.petition.attachment.Cleaning;
import cn.wenzheng.petition.attachment.Upload;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of room {@code petition}: every change of a petition goes through here.
 *
 * <p>The methods between {@link #accept} and {@link #close} are called by the listeners of the process, inside the
 * engine's transaction; a {@link Refusal} keeps the task open and nothing changes.
 */
@Component
public class PetitionDesk {

    private final PetitionRows rows;
    private final Reception reception;
    private final Cleaning cleaning;
    private final Acceptance acceptance;
    private final Chronicle chronicle;
    private final Dispatch dispatch;
    private final Handling handling;
    private final Returns returns;
    private final Verification verification;
    private final ObjectProvider<PetitionProcess> process;
    private final Clock clock;

    PetitionDesk(
            PetitionRows rows,
            Reception reception,
            Cleaning cleaning,
            Acceptance acceptance,
            Chronicle chronicle,
            Dispatch dispatch,
            Handling handling,
            Returns returns,
            Verification verification,
            ObjectProvider<PetitionProcess> process,
            Clock clock) {
        this.rows = rows;
        this.reception = reception;
        this.cleaning = cleaning;
        this.acceptance = acceptance;
        this.chronicle = chronicle;
        this.dispatch = dispatch;
        this.handling = handling;
        this.returns = returns;
        this.verification = verification;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Takes a petition in and starts its process; the same item twice is the same petition.
     *
     * <p>Joins the caller's transaction when there is one. A refusal is thrown before anything is written and does not
     * mark that transaction for rollback.
     */
    public Receipt receive(Intake intake, Actor actor) {
        return reception.receive(intake, Reception.Beside.NOTHING, actor);
    }

    /** As {@link #receive}, with pictures: all of it goes in, or nothing; a repeated filing brings no picture again. */
    public Receipt receive(Intake intake, List<Upload> photos, Actor actor) {
        try (CleanedFiles cleaned = cleaning.all(photos, AttachmentType.PICTURES)) {
            return reception.receive(intake, new Reception.Beside(null, cleaned.files()), actor);
        }
    }

    /** As {@link #receive}, for a citizen who has called or come: the operator enters what he says. */
    public Receipt enter(Intake intake, CameBy cameBy, Actor operator) {
        return reception.receive(intake, new Reception.Beside(cameBy, List.of()), operator);
    }

    /** Notes the topic that the sender has chosen; nothing is proposed in its place. */
    @Transactional
    public void choose(String number, String category) {
        rows.choose(number, category);
    }

    /**
     * Notes what the classification proposes for a petition that waits for its acceptance; null when it proposes nothing,
     * then what was proposed before stays.
     */
    @Transactional
    public void suggest(String number, @Nullable String category) {
        rows.suggest(number, category);
    }

    @Transactional
    public void accept(String number, PetitionCommand.Accept command, Actor actor) {
        acceptance.accept(rows.petition(number), command, actor);
    }

    @Transactional
    public void refuse(String number, PetitionCommand.Refuse command, Actor actor) {
        acceptance.refuse(rows.petition(number), command, actor);
    }

    /**
     * The centre answers without any unit.
     *
     * @return true when the petition is closed with it, because a plain inquiry needs no call-back
     */
    @Transactional
    public boolean answerAtOnce(String number, PetitionCommand.AnswerAtOnce command, Actor actor) {
        return acceptance.answerAtOnce(rows.petition(number), command, actor);
    }

    /** The centre asks the petitioner for what is missing; it goes on when he speaks or his time is over. */
    @Transactional
    public void askBack(String number, PetitionCommand.AskBack command, Actor actor) {
        acceptance.askBack(rows.petition(number), command, actor);
    }

    /** Until when he may say it. */
    public Instant supplementUntil(String number) {
        return acceptance.supplementUntil(rows.petition(number));
    }

    /** His time is over: the operator decides with what is known. */
    @Transactional
    public void supplementOverdue(String number) {
        acceptance.supplementOverdue(rows.petition(number));
    }

    @Transactional
    public void assign(String number, PetitionCommand.Assign command, Actor actor) {
        dispatch.assign(rows.petition(number), command, actor);
    }

    /** The supervision office rules whose the petition is. */
    @Transactional
    public void arbitrate(String number, PetitionCommand.Arbitrate command, Actor actor) {
        dispatch.arbitrate(rows.petition(number), command, actor);
    }

    /** The units that have an open part now, the lead first; never empty while the petition is in hand. */
    public List<String> unitsInHand(String number) {
        return handling.unitsInHand(number);
    }

    /** The unit signs for its part (签收), once. */
    @Transactional
    public void sign(String number, String unit, Actor actor) {
        handling.signOnce(rows.held(number), unit, actor);
    }

    /** As {@link #sign}, by taking the task or writing to the citizen; what is signed for already stays so. */
    @Transactional
    public void takeNotice(String number, String unit, Actor actor) {
        handling.sign(rows.petition(number), unit, actor);
    }

    /**
     * Takes a unit's answer for its part.
     *
     * @return true when the lead has answered and the petition goes to review
     */
    @Transactional
    public boolean answer(String number, String unit, PetitionCommand.Answer command, Actor actor) {
        return handling.answer(rows.petition(number), unit, command, actor);
    }

    /**
     * Takes a unit's statement that the petition is not its own.
     *
     * @param rulingPossible false for a petition whose process knows no ruling yet
     */
    @Transactional
    public AfterReturn returned(
            String number, String unit, PetitionCommand.NotOurs command, boolean rulingPossible, Actor actor) {
        return returns.returned(rows.petition(number), unit, command, rulingPossible, actor);
    }

    /** Takes the petition from its lead unit and gives it to another; possible until the answer is in. */
    @Transactional
    public void reassign(String number, PetitionCommand.Reassign command, Actor actor) {
        dispatch.reassign(rows.petition(number), command, actor);
        process.getObject().reassign(number);
    }

    @Transactional
    public void review(String number, PetitionCommand.Review command, Actor actor) {
        verification.review(rows.petition(number), command, actor);
    }

    /**
     * Takes what the call-back heard and closes the case.
     *
     * @return true when it is not closed: a member of a matter whose answer has not helped him goes on alone
     */
    @Transactional
    public boolean close(String number, PetitionCommand.Close command, Actor actor) {
        return verification.close(rows.petition(number), command, true, actor);
    }

    /** As {@link #close}, for a petition whose process knows no way on. */
    @Transactional
    public void closeForGood(String number, PetitionCommand.Close command, Actor actor) {
        verification.close(rows.petition(number), command, false, actor);
    }

    /**
     * Writes to the citizen without showing the contact.
     *
     * @param question true when an answer is wanted: it stands on top of the citizen's page until he has answered
     */
    @Transactional
    public void messageToCitizen(String number, @Nullable String text, boolean question, Actor actor) {
        String words = Limits.required("text", text, PetitionCommand.NOTE);
        Petition petition = rows.petition(number);
        if (petition.status == PetitionStatus.WITHDRAWN) {
            throw Refusal.conflict("petition-over", number);
        }
        if (petition.status != PetitionStatus.REFUSED && actor.roles().equals(Set.of(Role.SUPERVISOR))) {
            throw Refusal.conflict("state-does-not-allow", number, petition.status);
        }
        TimelineEvent event = question ? TimelineEvent.QUESTION : TimelineEvent.MESSAGE_TO_CITIZEN;
        Happening message = new Happening(event).at(actor.unit()).citizenReads(words);
        chronicle.tell(petition, petition.status, message, clock.instant(), actor);
        if (actor.unit() != null && actor.worksFor(actor.unit())) {
            handling.sign(petition, actor.unit(), actor);
        }
    }

    /** Adds to the timeline that a holder was reminded or that supervision has begun. */
    @Transactional
    public void note(String number, TimelineEvent event, String unit) {
        Instant now = clock.instant();
        rows.addEntry(number, now, null, event, unit, Actor.system(Door.ENGINE).id(), false, null, null);
        if (event == TimelineEvent.SUPERVISED) {
            chronicle.announce(new PetitionEvent.Supervised(number, unit, now));
        }
    }
}
