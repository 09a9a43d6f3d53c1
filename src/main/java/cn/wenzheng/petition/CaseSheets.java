package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            OrganizationDesk organization,
            Clock clock) {
        this.petitions = petitions;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.times = times;
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
        List<SheetRows.Entry> timeline = rows.timeline(number);
        List<CaseSheet.Extension> extensions = times.asked(petition, parts, timeline).stream()
                .map(request -> extension(request, reader, petitioner))
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
                parts.stream().map(part -> part(part, reader, petitioner)).toList(),
                timeline.stream().map(entry -> entry(entry, reader, petitioner)).toList(),
                limits,
                actions(petition, parts, limits, !extensions.isEmpty(), actor),
                Contacts.revealable(petitioner, reader, petition.hideIdentity),
                petition.cameBy,
                petition.ruledAt,
                question(Questions.open(timeline), reader, petitioner),
                Questions.rated(petition),
                attachments.forStaff(number, reader, petitioner),
                CitizenView.Paused.of(petition),
                ledger.entries(number),
                explained.stream()
                        .filter(limit -> !limit.why().isEmpty())
                        .toList(),
                extensions);
    }

    /** A unit that has not signed for its part can do that before anything else. */
    private static Set<String> actions(
            Petition petition,
            List<Assignment> parts,
            List<Deadlines.Limit> limits,
            boolean extensionAsked,
            Actor actor) {
        Set<String> words = new LinkedHashSet<>();
        boolean signs = actor.has(Role.HANDLER)
                && limits.stream()
                        .anyMatch(limit -> limit.stage() == Stage.SIGN_IN
                                && limit.endedAt() == null
                                && actor.worksFor(limit.unit()));
        for (String word : Stages.actions(petition, parts, extensionAsked, actor)) {
            words.add(word);
            if (signs && word.equals("handle")) {
                words.add("sign");
            }
        }
        return words;
    }

    private @Nullable String suggestedUnit(Petition petition) {
        return Optional.ofNullable(petition.category == null ? petition.suggestedCategory : petition.category)
                .flatMap(organization::category)
                .map(Category::unit)
                .orElse(null);
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

    private CaseSheet.Extension extension(ExtensionRequest request, Reader reader, Petitioner petitioner) {
        return new CaseSheet.Extension(
                request.unit(),
                organization.unitName(request.unit()),
                request.days(),
                String.valueOf(forReader(request.reason(), reader, petitioner)),
                request.askedAt());
    }

    private CitizenView.@Nullable Question question(
            SheetRows.@Nullable Entry asked, Reader reader, Petitioner petitioner) {
        return asked == null
                ? null
                : new CitizenView.Question(
                        asked.at(),
                        unitName(asked.unit()),
                        String.valueOf(forReader(asked.text(), reader, petitioner)));
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

    private @Nullable String unitName(@Nullable String code) {
        return code == null ? null : organization.unitName(code);
    }
}
