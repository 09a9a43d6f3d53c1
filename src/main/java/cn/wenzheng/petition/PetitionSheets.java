package cn.wenzheng.petition;

import cn.wenzheng.access.Masking;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The read side of room {@code petition}: every answer is cut and masked for its reader already. */
@Component
public class PetitionSheets {

    private final PetitionRows petitions;
    private final SheetRows rows;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final Clock clock;

    PetitionSheets(
            PetitionRows petitions, SheetRows rows, OrganizationDesk organization, Journal journal, Clock clock) {
        this.petitions = petitions;
        this.rows = rows;
        this.organization = organization;
        this.journal = journal;
        this.clock = clock;
    }

    /** One page of a list and how many rows there are in all. */
    public record PetitionPage(List<PetitionLine> items, long total) {}

    /** What a citizen said, for classification. */
    public record Words(@Nullable String title, String text) {}

    /** What the citizen sees; the caller has checked the query code. */
    public CitizenView citizenView(String number) {
        Petition petition = petitions.petition(number);
        SheetRows.Content content = rows.content(number).orElseThrow(Refusal::notFound);
        List<SheetRows.Entry> seen = rows.timeline(number).stream()
                .filter(SheetRows.Entry::forCitizen)
                .toList();
        Stage stage = Stages.of(petition.status);
        return new CitizenView(
                number,
                petition.status,
                stage,
                holder(petition, stage),
                petition.since,
                petition.receivedAt,
                petition.promisedBy,
                petition.firstAnsweredAt,
                promiseKept(petition),
                content.title(),
                content.text(),
                seen.stream().map(this::step).toList(),
                seen.stream()
                        .filter(entry -> entry.text() != null && entry.event() != TimelineEvent.MESSAGE_FROM_CITIZEN)
                        .map(this::reply)
                        .toList());
    }

    private CitizenView.Step step(SheetRows.Entry entry) {
        return new CitizenView.Step(
                entry.at(), entry.event(), entry.event().zh(), unitName(entry.unit()), entry.text());
    }

    private CitizenView.Reply reply(SheetRows.Entry entry) {
        return new CitizenView.Reply(entry.at(), entry.event(), unitName(entry.unit()), String.valueOf(entry.text()));
    }

    private @Nullable String holder(Petition petition, @Nullable Stage stage) {
        if (stage == null) {
            return null;
        }
        return stage == Stage.HANDLING
                ? unitName(petition.leadUnit)
                : organization.centre().name();
    }

    private @Nullable String unitName(@Nullable String code) {
        return code == null ? null : organization.unitName(code);
    }

    /** Null while it is open, when the citizen withdrew in time, and for backlog, which carries no promise. */
    private @Nullable Boolean promiseKept(Petition petition) {
        if (petition.promisedBy == null) {
            return null;
        }
        if (petition.firstAnsweredAt != null) {
            return !petition.firstAnsweredAt.isAfter(petition.promisedBy);
        }
        Instant waited = petition.isOver() ? petition.since : clock.instant();
        return waited.isAfter(petition.promisedBy) ? false : null;
    }

    /** The case sheet for this person; a petition he may not see does not exist for him. Every look is journaled. */
    @Transactional
    public CaseSheet caseSheet(String number, Actor actor) {
        Reader reader = Reader.of(actor, organization);
        if (!rows.exists(number, reader)) {
            throw Refusal.notFound();
        }
        journal.done(actor, "petition-viewed", number, Map.of(), Map.of());
        Petition petition = petitions.petition(number);
        SheetRows.Content content = rows.content(number).orElseThrow(Refusal::notFound);
        List<Assignment> parts = petitions.parts(number);
        List<Deadlines.Limit> limits = rows.limits(number);
        Instant now = clock.instant();
        boolean overdue = limits.stream()
                .anyMatch(limit -> limit.endedAt() == null && limit.dueAt().isBefore(now));
        Petitioner petitioner = content.petitioner();
        return new CaseSheet(
                number,
                petition.status,
                Stages.of(petition.status),
                petition.since,
                petition.channel,
                reader.original() ? petition.account : null,
                reader.original() ? petition.externalId : null,
                petition.kind,
                petition.category,
                petition.category == null ? null : organization.categoryPath(petition.category),
                petition.urgency,
                petition.suggestedCategory,
                suggestedUnit(petition),
                reader.original() ? content.title() : content.redactedTitle(),
                reader.original() ? content.text() : content.redactedText(),
                !reader.original(),
                reader.original() ? content.address() : content.redactedAddress(),
                reader.original() || !petition.hideIdentity ? content.latitude() : null,
                reader.original() || !petition.hideIdentity ? content.longitude() : null,
                contact(petitioner, reader, petition.hideIdentity),
                petition.hideIdentity,
                petition.mayBePublic,
                petition.backlog,
                petition.receivedAt,
                petition.submittedAt,
                petition.promisedBy,
                petition.firstAnsweredAt,
                promiseKept(petition),
                overdue,
                parts.stream().map(part -> part(part, reader, petitioner)).toList(),
                rows.timeline(number).stream()
                        .map(entry -> entry(entry, reader, petitioner))
                        .toList(),
                limits,
                Stages.actions(petition, parts, actor),
                revealable(petitioner, reader, petition.hideIdentity));
    }

    private @Nullable String suggestedUnit(Petition petition) {
        return Optional.ofNullable(petition.category == null ? petition.suggestedCategory : petition.category)
                .flatMap(organization::category)
                .map(Category::unit)
                .orElse(null);
    }

    private static CaseSheet.@Nullable Contact contact(Petitioner petitioner, Reader reader, boolean hideIdentity) {
        if (!reader.seesContact(hideIdentity)) {
            return null;
        }
        return new CaseSheet.Contact(
                Masking.name(petitioner.name()), Masking.phone(petitioner.phone()), Masking.email(petitioner.email()));
    }

    private static Set<String> revealable(Petitioner petitioner, Reader reader, boolean hideIdentity) {
        Set<String> fields = new TreeSet<>();
        if (reader.reveals(hideIdentity)) {
            ContactField.of(petitioner).forEach((field, value) -> fields.add(field.code()));
        }
        return fields;
    }

    private CaseSheet.Part part(Assignment part, Reader reader, Petitioner petitioner) {
        return new CaseSheet.Part(
                part.unit,
                organization.unitName(part.unit),
                part.duty,
                part.state,
                part.round,
                part.assignedAt,
                part.endedAt,
                forReader(part.answer, reader, petitioner),
                forReader(part.publicAnswer, reader, petitioner),
                part.solved,
                part.contactedAt,
                forReader(part.dissent, reader, petitioner),
                part.ground,
                forReader(part.note, reader, petitioner));
    }

    private CaseSheet.Entry entry(SheetRows.Entry entry, Reader reader, Petitioner petitioner) {
        String words = entry.text() == null ? entry.note() : entry.text();
        return new CaseSheet.Entry(
                entry.at(),
                entry.event(),
                unitName(entry.unit()),
                entry.person(),
                forReader(words, reader, petitioner));
    }

    /** Staff, too, write names and numbers into their texts; outside the centre nobody reads them. */
    private static @Nullable String forReader(@Nullable String words, Reader reader, Petitioner petitioner) {
        return reader.original() ? words : petitioner.hiddenIn(words);
    }

    /** The petitions this person may see, newest first; page from 0. */
    public PetitionPage list(PetitionFilter filter, Actor actor, int page, int size) {
        Reader reader = Reader.of(actor, organization);
        List<String> categories = organization.categoriesWithin(filter.category());
        return new PetitionPage(
                rows.lines(filter, categories, reader, size, page * size), rows.count(filter, categories, reader));
    }

    /** True when the person may see the petition. */
    public boolean visible(String number, Actor actor) {
        return rows.exists(number, Reader.of(actor, organization));
    }

    /**
     * Shows one contact field (name, phone, email) to the centre, which gives a reason; journaled.
     *
     * @return the field as the petitioner gave it
     */
    @Transactional
    public String reveal(String number, @Nullable String field, @Nullable String reason, Actor actor) {
        String why = Limits.required("reason", reason, PetitionCommand.NOTE);
        ContactField wanted = ContactField.named(field);
        Reader reader = Reader.of(actor, organization);
        if (!rows.exists(number, reader)) {
            throw Refusal.notFound();
        }
        if (!reader.reveals(petitions.petition(number).hideIdentity)) {
            throw Refusal.forbidden("reveal-not-allowed");
        }
        String value = rows.content(number)
                .map(content -> ContactField.of(content.petitioner()).get(wanted))
                .orElseThrow(Refusal::notFound);
        journal.done(actor, "contact-revealed", number, Map.of(), Map.of("field", wanted.code(), "reason", why));
        return value;
    }

    public Words words(String number) {
        return rows.content(number)
                .map(content -> new Words(content.title(), content.text()))
                .orElseThrow(Refusal::notFound);
    }
}
