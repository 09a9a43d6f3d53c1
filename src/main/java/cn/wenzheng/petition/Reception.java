package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.attachment.CleanedFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Petition petition = Petition.received(rows.nextNumbers(1).get(0), codes.next(), intake, digest, now);
        petition.cameBy = beside.cameBy();
        keep(List.of(petition), List.of(intake), now, actor);
        attachments.keepOfCitizen(petition.number, beside.photos(), actor, now);
        if (beside.later()) {
            process.getObject().beginLater(List.of(petition.number));
        } else {
            process.getObject().begin(petition.number);
        }
        chronicle.announce(new PetitionEvent.Received(petition.number, petition.channel, now));
        return petition;
    }

    /**
     * Takes in together what nobody has brought before, in the caller's transaction; their processes begin a moment later.
     *
     * @return their numbers, in the order of the intakes
     * @throws DuplicateKeyException when one of them was there
     */
    List<String> receiveNew(List<Intake> intakes, Actor actor) {
        Instant now = clock.instant();
        List<String> numbers = rows.nextNumbers(intakes.size());
        List<Petition> petitions = new ArrayList<>();
        for (int one = 0; one < intakes.size(); one++) {
            Intake intake = intakes.get(one);
            petitions.add(Petition.received(numbers.get(one), codes.next(), intake, IntakeDigest.of(intake), now));
        }
        keep(petitions, intakes, now, actor);
        process.getObject().beginLater(numbers);
        petitions.forEach(
                petition -> chronicle.announce(new PetitionEvent.Received(petition.number, petition.channel, now)));
        return numbers;
    }

    private void keep(List<Petition> petitions, List<Intake> intakes, Instant now, Actor actor) {
        String centre = organization.centre().code();
        Map<String, Instant> promises =
                deadlines
                        .start(petitions.stream()
                                .flatMap(petition -> limitsOf(petition, centre, now))
                                .toList())
                        .stream()
                        .filter(limit -> limit.stage() == Stage.PROMISE)
                        .collect(Collectors.toMap(Deadlines.Limit::petition, Deadlines.Limit::dueAt));
        petitions.forEach(petition -> petition.promisedBy = promises.get(petition.number));
        rows.insert(petitions, intakes);
        chronicle.tellReceived(petitions, now, actor);
    }

    private static Stream<Deadlines.Start> limitsOf(Petition petition, String centre, Instant now) {
        Deadlines.Start acceptance = petition.limit(Stage.ACCEPTANCE, centre, now);
        return petition.backlog
                ? Stream.of(acceptance)
                : Stream.of(petition.limit(Stage.PROMISE, centre, now), acceptance);
    }
}
