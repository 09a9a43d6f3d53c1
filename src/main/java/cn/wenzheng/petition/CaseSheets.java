package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything about a petition that one member of the staff may see. */
@Component
class CaseSheets {

    private final PetitionRows petitions;
    private final PartRows partRows;
    private final SheetRows rows;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final TimeRows times;
    private final FollowUpRows followUps;
    private final ObjectProvider<PetitionOrigins> origins;
    private final Releases releases;
    private final OrganizationDesk organization;
    private final Clock clock;

    CaseSheets(
            PetitionRows petitions,
            PartRows partRows,
            SheetRows rows,
            Attachments attachments,
            Deadlines deadlines,
            ClockLedger ledger,
            TimeRows times,
            FollowUpRows followUps,
            ObjectProvider<PetitionOrigins> origins,
            Releases releases,
            OrganizationDesk organization,
            Clock clock) {
        this.petitions = petitions;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.times = times;
        this.followUps = followUps;
        this.origins = origins;
        this.releases = releases;
        this.partRows = partRows;
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    CaseSheet of(String number, Reader reader, Actor actor) {
        Petition petition = petitions.petition(number);
        SheetRows.Content content = rows.content(number).orElseThrow(Refusal::notFound);
        List<Assignment> parts = partRows.all(number);
        List<Deadlines.Explained> explained = deadlines.explained(number);
        List<Deadlines.Limit> limits =
                explained.stream().map(Deadlines.Explained::limit).toList();
        Instant now = clock.instant();
        boolean overdue = limits.stream()
                .anyMatch(limit -> limit.stage().isActedOn()
                        && limit.endedAt() == null
                        && limit.dueAt().isBefore(now));
        Petitioner petitioner = content.petitioner();
        SheetWords words = new SheetWords(reader, petitioner, organization);
        List<SheetRows.Entry> timeline = rows.timeline(number);
        FollowUpRows.Row followUp = reader.original() ? followUpOf(petition) : null;
        List<CaseSheet.Extension> extensions = times.asked(petition, parts, timeline).stream()
                .map(words::extension)
                .toList();
        return new CaseSheet(
                number,
                petition.status,
                Stages.of(petition),
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
                Contacts.masked(petitioner, reader, petition.hideIdentity),
                petition.hideIdentity,
                petition.mayBePublic,
                petition.backlog,
                petition.receivedAt,
                petition.submittedAt,
                petition.promisedBy,
                petition.firstAnsweredAt,
                petition.promiseKept(now),
                overdue,
                parts.stream().map(words::part).toList(),
                timeline.stream().map(words::entry).toList(),
                limits,
                releases.withActions(
                        Stages.actions(petition, parts, limits, !extensions.isEmpty(), actor), petition, actor),
                Contacts.revealable(petitioner, reader, petition.hideIdentity),
                petition.cameBy,
                petition.ruledAt,
                words.question(Questions.open(timeline)),
                Questions.rated(petition),
                attachments.forStaff(number, reader, petitioner),
                petition.supplementUntil,
                CitizenView.Paused.of(petition),
                ledger.entries(number),
                explained.stream().filter(limit -> !limit.why().isEmpty()).toList(),
                extensions,
                followUp == null ? null : followUp.earlier(),
                followUp == null ? null : followUp.state(),
                reader.original() && petition.channel.isPlatform() ? origin(number) : null);
    }

    /** Platforms' items are marked as they come in; whatever else has been joined is refused as the same matter. */
    private FollowUpRows.@Nullable Row followUpOf(Petition petition) {
        return petition.channel.isPlatform() || petition.refusalReason == RefusalReason.DUPLICATE
                ? followUps.of(petition.number).orElse(null)
                : null;
    }

    private PetitionOrigins.@Nullable Origin origin(String number) {
        return origins.stream()
                .flatMap(room -> room.of(number).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String suggestedUnit(Petition petition) {
        return Optional.ofNullable(petition.category == null ? petition.suggestedCategory : petition.category)
                .flatMap(organization::category)
                .map(Category::unit)
                .orElse(null);
    }
}
