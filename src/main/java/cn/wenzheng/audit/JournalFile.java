package cn.wenzheng.audit;

import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.access.table.TableWriter;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lines of the journal as a table in the reader's words, one line a row. */
@Component
class JournalFile {

    private static final String[] COLUMNS = {
        "when", "account", "name", "kind", "what", "outcome", "why", "petition", "door", "before", "after"
    };

    private final TrailWords words;
    private final OrganizationDesk organization;
    private final MessageSource messages;
    private final Clock clock;

    JournalFile(TrailWords words, OrganizationDesk organization, MessageSource messages, Clock clock) {
        this.words = words;
        this.organization = organization;
        this.messages = messages;
        this.clock = clock;
    }

    void write(Stream<AuditEntry> entries, ExportFormat format, OutputStream out, Locale locale) {
        try (TableWriter table = format.open(out)) {
            table.row(Arrays.stream(COLUMNS)
                    .map(column -> messages.getMessage("page.audit." + column, null, locale))
                    .toList());
            for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
                table.row(row(words.line(entry, locale), locale));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<@Nullable String> row(Trail.Line line, Locale locale) {
        AuditEntry entry = line.entry();
        return Arrays.asList(
                entry.at()
                        .atZone(clock.getZone())
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                entry.actor(),
                organization.person(entry.actor()).map(Person::name).orElse(null),
                word(entry.kind(), locale),
                line.what(),
                word(entry.outcome(), locale),
                line.reason(),
                entry.petition(),
                word(entry.door(), locale),
                facts(line.before()),
                facts(line.after()));
    }

    private static String word(ClosedList value, Locale locale) {
        return "en".equals(locale.getLanguage()) ? value.en() : value.zh();
    }

    private static String facts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; "));
    }
}
