package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.attachment.CleanedFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes petitions in, each once. */
@Component
class Reception {

    private final PetitionRows rows;
    private final QueryCodes codes;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final ObjectProvider<PetitionProcess> process;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reception(
            PetitionRows rows,
            QueryCodes codes,
            Attachments attachments,
            Deadlines deadlines,
            Chronicle chronicle,
            OrganizationDesk organization,
            ObjectProvider<PetitionProcess> process,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.chronicle = chronicle;
        this.organization = organization;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What comes with the words: how the citizen came to the counter, if he did, and his pictures.
     *
     * @param later true when somebody waits who may not wait for the process
     */
    record Beside(@Nullable CameBy cameBy, List<CleanedFile> photos, boolean later) {

        Beside(@Nullable CameBy cameBy, List<CleanedFile> photos) {
            this(cameBy, photos, false);
        }

        static final Beside NOTHING = new Beside(null, List.of());
        static final Beside LATER = new Beside(null, List.of(), true);
    }

    Receipt receive(Intake intake, Beside beside, Actor actor) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return takeIn(intake, beside, actor);
        }
        try {
            return inTransaction(intake, beside, actor);
        } catch (DuplicateKeyException overtaken) {
            // The same item came in twice at the same moment; the other one is committed now.
            return inTransaction(intake, beside, actor);
        }
    }

    private Receipt inTransaction(Intake intake, Beside beside, Actor actor) {
        return transaction.execute(status -> takeIn(intake, beside, actor));
    }

    private Receipt takeIn(Intake intake, Beside beside, Actor actor) {
        byte[] digest = IntakeDigest.of(intake);
        Optional<Petition> earlier = rows.earlier(intake);
        if (earlier.isPresent()) {
            if (!earlier.get().sameAs(digest)) {
                throw Refusal.conflict("same-id-other-body");
            }
            return earlier.get().receipt(true);
        }
        return register(intake, digest, beside, actor).receipt(false);
    }

    private Petition register(Intake intake, byte[] digest, Beside beside, Actor actor) {
        Instant now = clock.instant();
        Petition petition = Petition.received(rows.nextNumber(), codes.next(), intake, digest, now);
        for (Deadlines.Limit limit : deadlines.start(limitsOf(petition, now))) {
            if (limit.stage() == Stage.PROMISE) {
                petition.promisedBy = limit.dueAt();
            }
        }
        petition.cameBy = beside.cameBy();
        rows.insert(petition, intake);
        attachments.keepOfCitizen(petition.number, beside.photos(), actor, now);
        chronicle.tell(
                petition,
                null,
                new Happening(TimelineEvent.RECEIVED)
                        .citizenSees()
                        .fact("channel", petition.channel.code())
                        .fact("cameBy", beside.cameBy())
                        .fact("backlog", petition.backlog),
                now,
                actor);
        if (beside.later()) {
            process.getObject().beginLater(petition.number);
        } else {
            process.getObject().begin(petition.number);
        }
        chronicle.announce(new PetitionEvent.Received(petition.number, petition.channel, now));
        return petition;
    }

    private List<Deadlines.Start> limitsOf(Petition petition, Instant now) {
        String centre = organization.centre().code();
        List<Deadlines.Start> limits = new ArrayList<>();
        if (!petition.backlog) {
            limits.add(petition.limit(Stage.PROMISE, centre, now));
        }
        limits.add(petition.limit(Stage.ACCEPTANCE, centre, now));
        return limits;
    }
}
