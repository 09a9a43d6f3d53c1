package cn.wenzheng.audit;

import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Duty;
import cn.wenzheng.petition.MoveCause;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.Urgency;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a fact of the journal, which is kept as an id or a code, in the reader's words. */
@Component
class FactWords {

    private static final Map<String, ClosedList[]> LISTS = Map.ofEntries(
            Map.entry("status", PetitionStatus.values()),
            Map.entry("kind", PetitionKind.values()),
            Map.entry("urgency", Urgency.values()),
            Map.entry("channel", Channel.values()),
            Map.entry("cameBy", CameBy.values()),
            Map.entry("duty", Duty.values()),
            Map.entry("ground", ReturnGround.values()),
            Map.entry("satisfaction", Satisfaction.values()),
            Map.entry("stage", Stage.values()),
            Map.entry("cause", MoveCause.values()),
            Map.entry("reason", RefusalReason.values()),
            Map.entry("sort", JournalKind.values()),
            Map.entry("outcome", Outcome.values()),
            Map.entry("door", Door.values()),
            Map.entry("format", ExportFormat.values()),
            Map.entry("roles", Role.values()));

    private final OrganizationDesk organization;
    private final MessageSource messages;

    FactWords(OrganizationDesk organization, MessageSource messages) {
        this.organization = organization;
        this.messages = messages;
    }

    /** What the fact is called; its key when it has no name on screens. */
    String name(String key, Locale locale) {
        String field = messages.getMessage("field." + key, null, key, locale);
        return String.valueOf(messages.getMessage("page.fact." + key, null, field, locale));
    }

    String value(String key, Object value, Locale locale) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> value(key, one, locale)).collect(Collectors.joining("、"));
        }
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "page.yes" : "page.no", null, locale);
        }
        return switch (key) {
            case "unit", "lead", "assisting", "from" -> organization.unitName(value.toString());
            case "person", "holder", "deputy" -> person(value.toString());
            case "category" -> organization.categoryPath(value.toString());
            case "field" -> name("petitioner." + value, locale);
            default -> word(key, value.toString(), locale);
        };
    }

    private String person(String account) {
        return organization
                .person(account)
                .map(person -> person.name() + " " + account)
                .orElse(account);
    }

    private static String word(String key, String code, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return Stream.of(LISTS.getOrDefault(key, new ClosedList[0]))
                .filter(item -> item.code().equals(code))
                .map(item -> english ? item.en() : item.zh())
                .findFirst()
                .orElse(code);
    }
}
