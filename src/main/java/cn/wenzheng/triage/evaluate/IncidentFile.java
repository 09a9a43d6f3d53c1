package cn.wenzheng.triage.evaluate;

import cn.wenzheng.access.table.SmallTable;
import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.triage.matter.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of petitions of which somebody has said to which incident they belong. */
final class IncidentFile {

    static final String INCIDENT = "incident_id";

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-M-d[ H:m[:s]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);

    private IncidentFile() {}

    /** The rows that have an incident, each with the number of its record; the first one below the header is 1. */
    static List<Evaluation.Judged> read(String file) {
        try {
            return judged(SmallTable.rows(Files.readAllBytes(Path.of(file))));
        } catch (IOException | InvalidPathException unreadable) {
            throw new BadCall("Cannot read " + file);
        } catch (Refusal refusal) {
            throw new BadCall("Cannot use " + file + ": " + refusal.slug() + " " + refusal.arguments());
        }
    }

    private static List<Evaluation.Judged> judged(List<Table.Row> rows) {
        int incidents = columnOf(rows, INCIDENT);
        int titles = columnOf(rows, "title");
        int texts = columnOf(rows, "text");
        int times = columnOf(rows, "time");
        if (incidents < 0 || texts < 0) {
            throw Refusal.invalid("file", "column-missing", incidents < 0 ? INCIDENT : "text");
        }
        List<Evaluation.Judged> judged = new ArrayList<>();
        for (int at = 1; at < rows.size(); at++) {
            Table.Row row = rows.get(at);
            String incident = row.cell(incidents);
            if (incident != null) {
                String text = Objects.requireNonNullElse(row.cell(texts), "");
                judged.add(
                        new Evaluation.Judged(at, row.cell(titles), text, instant(row.cell(times)), incident.strip()));
            }
        }
        return judged;
    }

    private static int columnOf(List<Table.Row> rows, String name) {
        List<@Nullable String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        for (int at = 0; at < header.size(); at++) {
            String cell = Objects.requireNonNullElse(header.get(at), "");
            if (cell.replace("\uFEFF", "").strip().equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /** The same instant for all whose time nobody can read: then time speaks neither for nor against. */
    private static Instant instant(@Nullable String time) {
        try {
            return time == null
                    ? Instant.EPOCH
                    : LocalDateTime.parse(time.strip().replace('T', ' ').replace('/', '-'), TIME)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }
}
