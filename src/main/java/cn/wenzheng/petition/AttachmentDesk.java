package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.attachment.AttachmentStore;
import cn.wenzheng.petition.attachment.AttachmentType;
import cn.wenzheng.petition.attachment.CleanedFile;
import cn.wenzheng.petition.attachment.CleanedFiles;
import cn.wenzheng.petition.attachment.Cleaning;
import cn.wenzheng.petition.attachment.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the staff adds pictures and documents to a petition, and where they are handed out by right. */
@Component
public class AttachmentDesk {

    private final Cleaning cleaning;
    private final Attachments attachments;
    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final PetitionRows petitions;
    private final PartRows parts;
    private final ListRows lists;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttachmentDesk(
            Cleaning cleaning,
            Attachments attachments,
            AttachmentRows rows,
            AttachmentStore store,
            PetitionRows petitions,
            PartRows parts,
            ListRows lists,
            OrganizationDesk organization,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cleaning = cleaning;
        this.attachments = attachments;
        this.rows = rows;
        this.store = store;
        this.petitions = petitions;
        this.parts = parts;
        this.lists = lists;
        this.organization = organization;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** An attachment on its way out; whoever gets it closes the bytes. */
    public record Opened(AttachmentType type, long size, String fileName, InputStream bytes) {}

    /**
     * Adds a picture or a document; the caller has checked that the actor may see the petition.
     *
     * @param forCitizen true when the petitioner gets to see it with the answer
     */
    public void add(String number, Upload upload, boolean forCitizen, Actor actor) {
        requireMayAdd(number, actor);
        try (CleanedFiles cleaned = cleaning.all(List.of(upload), EnumSet.allOf(AttachmentType.class))) {
            CleanedFile file = cleaned.files().get(0);
            transaction.executeWithoutResult(begun -> {
                requireMayAdd(number, actor);
                attachments.keepOfStaff(number, file, file.label(), forCitizen, actor, clock.instant());
            });
        }
    }

    private void requireMayAdd(String number, Actor actor) {
        if (petitions.petition(number).status == PetitionStatus.WITHDRAWN) {
            throw Refusal.conflict("petition-over", number);
        }
        boolean centre = actor.hasAny(Role.OPERATOR, Role.REVIEWER);
        if (!centre && parts.open(number).stream().noneMatch(part -> actor.worksFor(part.unit))) {
            throw Refusal.conflict("part-not-open", number);
        }
    }

    /** Hands an attachment to a member of the staff who may see the petition; journaled. */
    @Transactional
    public Opened open(String number, String id, Actor actor) {
        if (!lists.exists(number, Reader.of(actor, organization))) {
            throw Refusal.notFound();
        }
        AttachmentRows.Row row = row(number, id);
        journal.done(actor, "attachment-viewed", number, Map.of(), Map.of("attachment", id));
        return opened(row);
    }

    /** Hands an attachment to the petitioner; the caller has checked the query code. */
    @Transactional(readOnly = true)
    public Opened openForCitizen(String number, String id) {
        AttachmentRows.Row row = row(number, id);
        if (!Attachments.citizenSees(row, petitions.petition(number))) {
            throw Refusal.notFound();
        }
        return opened(row);
    }

    private AttachmentRows.Row row(String number, String id) {
        try {
            return rows.one(number, UUID.fromString(id)).orElseThrow(Refusal::notFound);
        } catch (IllegalArgumentException noId) {
            throw Refusal.notFound();
        }
    }

    /** The name says the petition and nothing about what is to be seen. */
    private Opened opened(AttachmentRows.Row row) {
        try {
            String name = row.petition() + "-" + row.id().toString().substring(0, 8) + "."
                    + row.type().ending();
            return new Opened(row.type(), row.size(), name, store.open(row.id(), row.largeObject()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
