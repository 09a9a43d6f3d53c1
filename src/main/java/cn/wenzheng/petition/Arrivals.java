package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.attachment.AttachmentType;
import cn.wenzheng.petition.attachment.CleanedFiles;
import cn.wenzheng.petition.attachment.Cleaning;
import cn.wenzheng.petition.attachment.Upload;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counter's window for what channels bring: nobody stands before it, a platform waits for a word within a second, and
 * pictures come after the words.
 */
@Component
public class Arrivals {

    /** The most megabytes of one picture or document. */
    public static final int MEGABYTES = Cleaning.MEGABYTES;

    private final Reception reception;
    private final PetitionRows rows;
    private final FollowUpRows followUps;
    private final Attachments attachments;
    private final Cleaning cleaning;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Arrivals(
            Reception reception,
            PetitionRows rows,
            FollowUpRows followUps,
            Attachments attachments,
            Cleaning cleaning,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reception = reception;
        this.rows = rows;
        this.followUps = followUps;
        this.attachments = attachments;
        this.cleaning = cleaning;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a petition in, in the caller's transaction; its process begins a moment after the commit.
     *
     * @param earlier the petition it may belong to; null when there is none
     * @param how as what it counts beside that one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt receive(Intake intake, @Nullable String earlier, FollowUp how, Actor actor) {
        Receipt receipt = reception.receive(intake, Reception.Beside.LATER, actor);
        if (earlier != null && !receipt.repeated()) {
            followUps.put(receipt.number(), earlier, how, clock.instant());
            journal.done(
                    actor,
                    "follow-up-marked",
                    receipt.number(),
                    Map.of(),
                    Map.of("earlier", earlier, "state", how.code()));
        }
        return receipt;
    }

    /**
     * What nobody has brought before.
     *
     * @param earlier a petition in hand of the same person; null when there is none
     */
    public record Fresh(Intake intake, @Nullable String earlier) {}

    /**
     * Takes new petitions in together, in the caller's transaction, with as many statements as one of them costs; their
     * processes begin a moment after the commit.
     *
     * @return their numbers, in their order
     * @throws org.springframework.dao.DuplicateKeyException when one of them was there: then none can be taken in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> receiveNew(List<Fresh> fresh, Actor actor) {
        List<String> numbers =
                reception.receiveNew(fresh.stream().map(Fresh::intake).toList(), actor);
        Map<String, String> earlier = new LinkedHashMap<>();
        for (int one = 0; one < numbers.size(); one++) {
            String before = fresh.get(one).earlier();
            if (before != null) {
                earlier.put(numbers.get(one), before);
            }
        }
        if (!earlier.isEmpty()) {
            followUps.putPossible(earlier, clock.instant());
            Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
            earlier.forEach((number, before) ->
                    facts.put(number, Map.of("earlier", before, "state", FollowUp.POSSIBLE.code())));
            journal.doneWithEach(actor, "follow-up-marked", facts);
        }
        return numbers;
    }

    /** What the sender of a form takes away, told once more when he has sent it twice. */
    @Transactional(readOnly = true)
    public Receipt receiptOf(String number, boolean repeated) {
        return rows.petition(number).receipt(repeated);
    }

    /**
     * Keeps a picture or a document of the citizen that has come after his words; what cannot be kept is refused.
     *
     * @param name what he calls it; null when he does not say
     * @param beside what is to be kept in the same transaction
     */
    public void attach(String number, @Nullable String name, byte[] bytes, Actor actor, Runnable beside) {
        Upload upload = new Upload("media", name, bytes.length, new ByteArrayResource(bytes));
        try (CleanedFiles cleaned = cleaning.all(List.of(upload), EnumSet.allOf(AttachmentType.class))) {
            transaction.executeWithoutResult(begun -> {
                attachments.keepOfCitizen(number, cleaned.files(), actor, clock.instant());
                beside.run();
            });
        }
    }

    /** Notes for the staff that something the citizen sent along could not be had. */
    @Transactional
    public void attachmentLost(String number, Actor actor) {
        noted(number, TimelineEvent.ATTACHMENT_LOST, actor);
    }

    /** Notes for the staff that the citizen sent along something of a kind that the house does not keep. */
    @Transactional
    public void attachmentNotKept(String number, Actor actor) {
        noted(number, TimelineEvent.ATTACHMENT_NOT_KEPT, actor);
    }

    private void noted(String number, TimelineEvent event, Actor actor) {
        rows.addEntry(number, clock.instant(), null, event, null, actor.id(), false, null, null);
        journal.done(actor, "petition-" + event.code(), number, Map.of(), Map.of());
    }
}
