package cn.wenzheng.triage.duty;

import cn.wenzheng.deadline.ServiceLevel;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a row of the directory as its reader knows it: units by name, levels by their word. */
@Component
class DutyWords {

    private final OrganizationDesk organization;
    private final MessageSource messages;

    DutyWords(OrganizationDesk organization, MessageSource messages) {
        this.organization = organization;
        this.messages = messages;
    }

    /** The level's word; nothing where that of the topic holds. */
    public String level(@Nullable String code) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return Stream.of(ServiceLevel.values())
                .filter(level -> level.code().equals(code))
                .map(level -> english ? level.en() : level.zh())
                .findFirst()
                .orElse("");
    }

    public String units(Collection<String> codes) {
        return codes.stream()
                .map(organization::unitName)
                .collect(Collectors.joining(
                        messages.getMessage("page.city.comma", null, LocaleContextHolder.getLocale())));
    }

    /** A cell of an uploaded table. */
    public String cell(String column, String cell) {
        if (cell.isEmpty()) {
            return messages.getMessage("page.city.email.none", null, LocaleContextHolder.getLocale());
        }
        return switch (column) {
            case "unit" -> organization.unitName(cell);
            case "assisting" -> units(List.of(cell.split("\\|")));
            case "level" -> level(cell);
            default -> cell;
        };
    }

    /** The row as a form asks for it. */
    public DutyAsked form(KeptDuty row) {
        return new DutyAsked(
                row.leaf(),
                row.area(),
                row.unit(),
                row.assisting(),
                row.level(),
                row.clause(),
                Objects.toString(row.term().from(), null),
                Objects.toString(row.term().to(), null));
    }
}
