package cn.wenzheng.petition;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a citizen sees of his petition. */
@Component
class CitizenViews {

    private final PetitionRows petitions;
    private final SheetRows rows;
    private final OrganizationDesk organization;
    private final Attachments attachments;
    private final PetitionSettings settings;
    private final CitizenRules rules;
    private final Clock clock;

    CitizenViews(
            PetitionRows petitions,
            SheetRows rows,
            Attachments attachments,
            OrganizationDesk organization,
            PetitionSettings settings,
            Clock clock) {
        this.petitions = petitions;
        this.rows = rows;
        this.attachments = attachments;
        this.settings = settings;
        this.rules = settings.citizenRules(clock);
        this.organization = organization;
        this.clock = clock;
    }

    CitizenView of(String number) {
        Petition petition = petitions.petition(number);
        Instant now = clock.instant();
        SheetRows.Content content = rows.content(number).orElseThrow(Refusal::notFound);
        List<SheetRows.Entry> seen = rows.timeline(number).stream()
                .filter(entry -> entry.isKnownToCitizen(now))
                .toList();
        boolean withheld = petition.isWithheld(now);
        Stage stage = withheld ? Stage.ACCEPTANCE : Stages.of(petition);
        SheetRows.Entry question = Questions.open(seen);
        return new CitizenView(
                number,
                withheld ? PetitionStatus.RECEIVED : petition.status,
                stage,
                holder(petition, stage),
                withheld ? petition.receivedAt : petition.since,
                petition.receivedAt,
                petition.promisedBy,
                withheld ? null : petition.firstAnsweredAt,
                withheld ? null : petition.promiseKept(now),
                content.title(),
                content.text(),
                seen.stream().map(this::step).toList(),
                seen.stream()
                        .filter(entry -> entry.text() != null && !entry.event().isCitizens())
                        .map(this::reply)
                        .toList(),
                question == null ? null : question(question),
                withheld ? null : refusal(petition, seen),
                Questions.rated(petition),
                attachments.forCitizen(petition),
                withheld ? CitizenRules.whileDecided(petition) : rules.allowed(petition, question != null, now),
                rules.urgeAgainAt(petition, now),
                CitizenView.Paused.of(petition),
                withheld ? null : petition.supplementUntil,
                withheld || petition.matter == null ? 0 : rows.membersOf(petition.matter) - 1);
    }

    private CitizenView.Step step(SheetRows.Entry entry) {
        return new CitizenView.Step(
                entry.at(), entry.event(), entry.event().zh(), unitName(entry.unit()), entry.text());
    }

    private CitizenView.Reply reply(SheetRows.Entry entry) {
        return new CitizenView.Reply(entry.at(), entry.event(), unitName(entry.unit()), String.valueOf(entry.text()));
    }

    private CitizenView.Question question(SheetRows.Entry entry) {
        return new CitizenView.Question(entry.at(), unitName(entry.unit()), String.valueOf(entry.text()));
    }

    private CitizenView.@Nullable Refused refusal(Petition petition, List<SheetRows.Entry> seen) {
        RefusalReason reason = petition.refusalReason;
        if (petition.status != PetitionStatus.REFUSED || reason == null) {
            return null;
        }
        String note = seen.stream()
                .filter(entry -> entry.event() == TimelineEvent.REFUSED)
                .map(SheetRows.Entry::text)
                .findFirst()
                .orElse(null);
        return new CitizenView.Refused(reason, reason.zh(), note, settings.howToObject());
    }

    private @Nullable String holder(Petition petition, @Nullable Stage stage) {
        if (stage == null) {
            return null;
        }
        String unit = stage == Stage.HANDLING ? unitInHand(petition) : null;
        return unit == null ? organization.centre().name() : organization.unitName(unit);
    }

    /** What waits for a matter is in the hands of whoever has the matter. */
    private @Nullable String unitInHand(Petition petition) {
        return petition.awaitsMatter ? rows.unitOfMatter(String.valueOf(petition.matter)) : petition.leadUnit;
    }

    private @Nullable String unitName(@Nullable String code) {
        return code == null ? null : organization.unitName(code);
    }
}
