package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.attachment.AttachmentStore;
import cn.wenzheng.petition.attachment.CleanedFile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which pictures and documents a petition has, how many it may have, and who reads of them. */
@Component
class Attachments {

    private static final int MOST_OF_CITIZEN = 9;
    private static final int MOST_OF_STAFF = 20;

    /** A unit's proof goes out with the answer, not before it was reviewed. */
    private static final Set<PetitionStatus> ANSWERED = EnumSet.of(PetitionStatus.REVIEWED, PetitionStatus.CLOSED);

    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final OrganizationDesk organization;
    private final Journal journal;

    Attachments(AttachmentRows rows, AttachmentStore store, OrganizationDesk organization, Journal journal) {
        this.rows = rows;
        this.store = store;
        this.organization = organization;
        this.journal = journal;
    }

    /** Keeps a citizen's pictures; what he calls them is forgotten. */
    void keepOfCitizen(String petition, List<CleanedFile> photos, Actor actor, Instant now) {
        if (photos.isEmpty()) {
            return;
        }
        if (rows.count(petition, true) + photos.size() > MOST_OF_CITIZEN) {
            throw Refusal.invalid("photo", "attachments-too-many", MOST_OF_CITIZEN);
        }
        photos.forEach(photo -> keep(petition, photo, null, null, true, actor, now));
    }

    /** Keeps what the staff adds. */
    void keepOfStaff(
            String petition, CleanedFile file, @Nullable String label, boolean forCitizen, Actor actor, Instant now) {
        if (rows.count(petition, false) >= MOST_OF_STAFF) {
            throw Refusal.invalid("file", "attachments-too-many", MOST_OF_STAFF);
        }
        keep(petition, file, label, actor.unit(), forCitizen, actor, now);
    }

    private void keep(
            String petition,
            CleanedFile file,
            @Nullable String label,
            @Nullable String unit,
            boolean forCitizen,
            Actor actor,
            Instant now) {
        UUID id = UUID.randomUUID();
        AttachmentRows.Row row = new AttachmentRows.Row(
                id, petition, file.type(), file.size(), label, actor.id(), unit, forCitizen, now, store.keep(id, file));
        rows.insert(row, file);
        journal.done(
                actor,
                "attachment-added",
                petition,
                Map.of(),
                Map.of("attachment", id.toString(), "type", file.type().code(), "size", row.size()));
    }

    /** As the staff reads of them; the sender's label of a document may hold a name, so the reader may not get it. */
    List<Attachment> forStaff(String petition, Reader reader, Petitioner petitioner) {
        return rows.of(petition).stream()
                .map(row -> new Attachment(
                        row.id(),
                        row.type(),
                        row.size(),
                        row.person(),
                        reader.original() ? row.label() : petitioner.hiddenIn(row.label()),
                        row.forCitizen(),
                        row.at()))
                .toList();
    }

    /** As the petitioner reads of them: his own, and the proofs that came with the answer. */
    List<Attachment> forCitizen(Petition petition) {
        return rows.of(petition.number).stream()
                .filter(row -> citizenSees(row, petition))
                .map(row -> new Attachment(
                        row.id(),
                        row.type(),
                        row.size(),
                        row.isCitizens() ? null : organization.unitName(row.unit()),
                        null,
                        true,
                        row.at()))
                .toList();
    }

    /** True when the petitioner may see this one now. */
    static boolean citizenSees(AttachmentRows.Row row, Petition petition) {
        return row.isCitizens() || row.forCitizen() && ANSWERED.contains(petition.status);
    }
}
