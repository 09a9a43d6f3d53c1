package cn.wenzheng.petition;

import cn.wenzheng.organization.OrganizationDesk;
import org.jspecify.annotations.Nullable;

/** What people have written into one case, as one reader may read it. */
final class SheetWords {

    private final Reader reader;
    private final Petitioner petitioner;
    private final OrganizationDesk organization;

    SheetWords(Reader reader, Petitioner petitioner, OrganizationDesk organization) {
        this.reader = reader;
        this.petitioner = petitioner;
        this.organization = organization;
    }

    CaseSheet.Part part(Assignment part) {
        return new CaseSheet.Part(
                part.unit,
                organization.unitName(part.unit),
                part.duty,
                part.state,
                part.round,
                part.assignedAt,
                part.endedAt,
                forReader(part.answer),
                forReader(part.publicAnswer),
                part.solved,
                part.contactedAt,
                forReader(part.dissent),
                part.ground,
                forReader(part.note));
    }

    CaseSheet.Extension extension(ExtensionRequest request) {
        return new CaseSheet.Extension(
                request.unit(),
                organization.unitName(request.unit()),
                request.days(),
                String.valueOf(forReader(request.reason())),
                request.askedAt());
    }

    CitizenView.@Nullable Question question(SheetRows.@Nullable Entry asked) {
        return asked == null
                ? null
                : new CitizenView.Question(asked.at(), unitName(asked.unit()), String.valueOf(forReader(asked.text())));
    }

    CaseSheet.Entry entry(SheetRows.Entry entry) {
        String words = entry.text() == null ? entry.note() : entry.text();
        return new CaseSheet.Entry(entry.at(), entry.event(), unitName(entry.unit()), entry.person(), forReader(words));
    }

    /** Staff, too, write names and numbers into their texts; outside the centre nobody reads them. */
    private @Nullable String forReader(@Nullable String words) {
        return reader.original() ? words : petitioner.hiddenIn(words);
    }

    private @Nullable String unitName(@Nullable String code) {
        return code == null ? null : organization.unitName(code);
    }
}
