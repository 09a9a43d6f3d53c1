package cn.wenzheng.access.city;

import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells a cell of a table that a city moves in with as its reader knows it: roles and levels by their words, units and
 * topics by their names. What the same table brings first has no name yet and keeps its code.
 */
@Component
class PlanWords {

    private static final String BETWEEN = "\\|";

    private final OrganizationDesk organization;
    private final MessageSource messages;

    PlanWords(OrganizationDesk organization, MessageSource messages) {
        this.organization = organization;
        this.messages = messages;
    }

    /** @param cell as the preview keeps it; empty where the table says that there is none */
    public String of(CityKind kind, String column, String cell, Locale locale) {
        if (cell.isEmpty()) {
            return say("page.city.email.none", locale);
        }
        return switch (column) {
            case "roles" -> each(cell, role -> role(role, locale), locale);
            case "assisting" -> each(cell, unit -> named(organization.unitName(unit), unit), locale);
            case "keywords" -> each(cell, keyword -> keyword, locale);
            case "level" -> kind == CityKind.UNITS ? say("page.city.level." + cell, locale) : cell;
            case "unit" -> named(organization.unitName(cell), cell);
            case "parent" ->
                named(kind == CityKind.UNITS ? organization.unitName(cell) : organization.categoryPath(cell), cell);
            default -> cell;
        };
    }

    private String each(String cell, UnaryOperator<String> words, Locale locale) {
        return Stream.of(cell.split(BETWEEN)).map(words).collect(Collectors.joining(say("page.city.comma", locale)));
    }

    private static String role(String code, Locale locale) {
        return Stream.of(Role.values())
                .filter(role -> role.code().equals(code))
                .map(role -> "en".equals(locale.getLanguage()) ? role.en() : role.zh())
                .findFirst()
                .orElse(code);
    }

    /** The name with its code beside it: two units may be called alike. */
    private static String named(String name, String code) {
        return name.isEmpty() || name.equals(code) ? code : name + " " + code;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
