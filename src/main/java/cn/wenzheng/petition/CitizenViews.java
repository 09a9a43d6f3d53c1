package cn.wenzheng.petition;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a citizen sees of his petition. */
@Component
class CitizenViews {

    private final PetitionRows petitions;
    private final SheetRows rows;
    private final OrganizationDesk organization;
    private final Clock clock;

    CitizenViews(PetitionRows petitions, SheetRows rows, OrganizationDesk organization, Clock clock) {
        this.petitions = petitions;
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    CitizenView of(String number) {
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
                petition.promiseKept(clock.instant()),
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
}
