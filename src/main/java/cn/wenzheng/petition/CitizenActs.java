package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.attachment.AttachmentType;
import cn.wenzheng.petition.attachment.CleanedFile;
import cn.wenzheng.petition.attachment.CleanedFiles;
import cn.wenzheng.petition.attachment.Cleaning;
import cn.wenzheng.petition.attachment.Upload;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the petitioner does with his petition after filing it: he adds, answers, objects, urges, rates, withdraws.
 *
 * <p>Every caller has checked the query code. Each act is announced in its own transaction.
 */
@Component
public class CitizenActs {

    private final PetitionRows rows;
    private final SheetRows sheets;
    private final Attachments attachments;
    private final Cleaning cleaning;
    private final Handling handling;
    private final Deadlines deadlines;
    private final Standstill standstill;
    private final Acceptance acceptance;
    private final Chronicle chronicle;
    private final ObjectProvider<PetitionProcess> process;
    private final CitizenRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CitizenActs(
            PetitionRows rows,
            SheetRows sheets,
            Attachments attachments,
            Cleaning cleaning,
            Handling handling,
            Deadlines deadlines,
            Standstill standstill,
            Acceptance acceptance,
            Chronicle chronicle,
            ObjectProvider<PetitionProcess> process,
            PetitionSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.sheets = sheets;
        this.attachments = attachments;
        this.cleaning = cleaning;
        this.handling = handling;
        this.deadlines = deadlines;
        this.standstill = standstill;
        this.acceptance = acceptance;
        this.chronicle = chronicle;
        this.process = process;
        this.rules = settings.citizenRules(clock);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes more words, more pictures, or both. They answer the question that is open, object to a refusal, or are simply
     * added.
     *
     * <p>The pictures are cleaned before the transaction begins, so that no connection waits for a decoder.
     */
    public void add(String number, @Nullable String text, List<Upload> photos, Actor actor) {
        try (CleanedFiles cleaned = cleaning.all(photos, AttachmentType.PICTURES)) {
            transaction.executeWithoutResult(begun -> added(number, text, cleaned.files(), null, actor));
        }
    }

    /**
     * Takes words that came in by a channel, in the caller's transaction; they stand where they were said.
     *
     * @param saidAt the platform's own time, which may lie before what came in meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hear(String number, String text, Instant saidAt, Actor actor) {
        added(number, text, List.of(), saidAt, actor);
    }

    private void added(
            String number, @Nullable String text, List<CleanedFile> photos, @Nullable Instant saidAt, Actor actor) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        TimelineEvent how = rules.add(petition, sheets.questionOpen(number, now), now);
        boolean silent = how == TimelineEvent.MESSAGE_FROM_CITIZEN && !photos.isEmpty();
        // Nobody can be asked to say it shorter by a channel.
        int most = actor.door() == Door.CHANNEL ? PetitionCommand.TEXT : PetitionCommand.NOTE;
        String words = silent ? Limits.optional("text", text, most) : Limits.required("text", text, most);
        if (how == TimelineEvent.OBJECTION) {
            rows.update(petition);
        }
        attachments.keepOfCitizen(number, photos, actor, now);
        PetitionStatus before = petition.status;
        supplement(petition, now, actor);
        tell(
                petition,
                before,
                new Happening(how)
                        .citizenReads(words)
                        .saidAt(how == TimelineEvent.MESSAGE_FROM_CITIZEN ? saidAt : null)
                        .fact("photos", photos.isEmpty() ? null : photos.size()),
                how,
                now,
                actor);
        standstill.petitionerSpoke(petition, now, actor);
    }

    /**
     * Takes the words of a later petition of the same person, in the caller's transaction; they count as if he had added them
     * here, and may be as long as a petition.
     */
    void join(String number, String text, Actor actor) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        TimelineEvent how = rules.add(petition, sheets.questionOpen(number, now), now);
        PetitionStatus before = petition.status;
        supplement(petition, now, actor);
        tell(petition, before, new Happening(how).citizenReads(text), how, now, actor);
        standstill.petitionerSpoke(petition, now, actor);
    }

    /**
     * Takes what the centre has learnt from him on the telephone: it counts as if he had answered on his page.
     *
     * @param text what he has said, which he reads there
     */
    @Transactional
    public void saidByTelephone(String number, @Nullable String text, Actor actor) {
        String words = Limits.required("text", text, PetitionCommand.NOTE);
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        if (!petition.waitsForPetitioner() || petition.isWithheld(now)) {
            throw Refusal.conflict("petitioner-not-awaited", number);
        }
        PetitionStatus before = petition.status;
        supplement(petition, now, actor);
        TimelineEvent how = TimelineEvent.ANSWER;
        tell(petition, before, new Happening(how).citizenReads(words), how, now, actor);
    }

    /** Whatever he says ends the wait for what was missing, once he has been asked for it. */
    private void supplement(Petition petition, Instant now, Actor actor) {
        if (petition.waitsForPetitioner() && !petition.isWithheld(now)) {
            acceptance.supplemented(petition, now, actor);
            process.getObject().supplemented(petition.number);
        }
    }

    /** Reminds whoever holds the petition, once a day at most. */
    @Transactional
    public void urge(String number, Actor actor) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        rules.urge(petition, now);
        rows.update(petition);
        TimelineEvent how = TimelineEvent.PETITIONER_URGE;
        tell(petition, new Happening(how).citizenSees(), how, now, actor);
    }

    /** Takes the petitioner's own verdict, which stands beside what the call-back hears. */
    @Transactional
    public void rate(String number, Rating rating, Actor actor) {
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        rules.rate(petition, rating, now);
        rows.update(petition);
        TimelineEvent how = TimelineEvent.RATED;
        Happening rated = new Happening(how)
                .citizenReads(rating.text())
                .fact("solved", rating.solved())
                .fact("satisfaction", rating.satisfaction().code());
        tell(petition, rated, how, now, actor);
    }

    /** Takes the petition back. */
    @Transactional
    public void withdraw(String number, @Nullable String reason, Actor actor) {
        String why = Limits.optional("reason", reason, PetitionCommand.NOTE);
        Petition petition = rows.petition(number);
        Instant now = clock.instant();
        PetitionStatus before = petition.status;
        boolean withheld = petition.isWithheld(now);
        rules.withdraw(petition, now);
        rows.update(petition);
        handling.drop(number, now);
        rows.forgetDrafts(number);
        deadlines.endAll(number, now);
        chronicle.tell(petition, before, new Happening(TimelineEvent.WITHDRAWN).citizenReads(why), now, actor);
        process.getObject().withdraw(number);
        if (withheld) {
            rows.hideUntold(number, now);
            chronicle.announce(new PetitionEvent.NeverTold(number, now));
        }
        chronicle.announce(petition, new PetitionEvent.Withdrawn(number, now));
    }

    private void tell(Petition petition, Happening what, TimelineEvent how, Instant now, Actor actor) {
        tell(petition, petition.status, what, how, now, actor);
    }

    private void tell(
            Petition petition, PetitionStatus before, Happening what, TimelineEvent how, Instant now, Actor actor) {
        chronicle.tell(petition, before, what, now, actor);
        chronicle.announce(petition, new PetitionEvent.CitizenSpoke(petition.number, how, now));
    }
}
