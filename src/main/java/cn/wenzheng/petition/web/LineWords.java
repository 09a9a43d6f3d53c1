package cn.wenzheng.petition.web;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionLine;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A list of petitions as a table in the reader's language, times as the city's clocks show them. */
@Component
class LineWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private static final List<String> COLUMNS = List.of(
            "page.list.number",
            "page.list.status",
            "page.list.gist",
            "page.list.place",
            "page.sheet.kind",
            "page.list.category",
            "page.sheet.urgency",
            "page.list.unit",
            "page.list.channel",
            "page.export.received",
            "page.export.promised",
            "page.export.answered",
            "page.export.due",
            "page.list.overdue");

    private final OrganizationDesk organization;
    private final MessageSource messages;
    private final Clock clock;

    LineWords(OrganizationDesk organization, MessageSource messages, Clock clock) {
        this.organization = organization;
        this.messages = messages;
        this.clock = clock;
    }

    List<String> header(Locale locale) {
        return COLUMNS.stream()
                .map(column -> messages.getMessage(column, null, locale))
                .toList();
    }

    List<@Nullable Object> row(PetitionLine line, Locale locale) {
        return Arrays.asList(
                line.number(),
                word(line.status(), locale),
                line.gist(),
                line.address(),
                word(line.kind(), locale),
                organization.categoryPath(line.category()),
                word(line.urgency(), locale),
                organization.unitName(line.unit()),
                word(line.channel(), locale),
                time(line.receivedAt()),
                time(line.promisedBy()),
                time(line.firstAnsweredAt()),
                time(line.due()),
                messages.getMessage(line.overdue() ? "page.yes" : "page.no", null, locale));
    }

    private static @Nullable String word(@Nullable ClosedList value, Locale locale) {
        if (value == null) {
            return null;
        }
        return "en".equals(locale.getLanguage()) ? value.en() : value.zh();
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(clock.getZone()));
    }
}
