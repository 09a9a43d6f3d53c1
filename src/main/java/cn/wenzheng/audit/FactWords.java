package cn.wenzheng.audit;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Duty;
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

    private static final Map<String, ClosedList[]> LISTS = Map.of(
            "status", PetitionStatus.values(),
            "kind", PetitionKind.values(),
            "urgency", Urgency.values(),
            "channel", Channel.values(),
            "cameBy", CameBy.values(),
            "duty", Duty.values(),
            "ground", ReturnGround.values(),
            "satisfaction", Satisfaction.values(),
            "stage", Stage.values(),
            "reason", RefusalReason.values());

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
            case "category" -> organization.categoryPath(value.toString());
            case "field" -> name("petitioner." + value, locale);
            default -> word(key, value.toString(), locale);
        };
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
