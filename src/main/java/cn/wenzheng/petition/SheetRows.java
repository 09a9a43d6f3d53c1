package cn.wenzheng.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read side of the petition's tables, joined with the running limits of room {@code deadline}. */
@Component
class SheetRows {

    private static final String FROM = """
            FROM petition p
            JOIN petition_content c ON c.petition = p.number
            LEFT JOIN LATERAL (SELECT min(due_at) AS due FROM deadline
                               WHERE petition = p.number AND ended_at IS NULL) d ON true
            """;

    private static final String HAS_A_PART = """
            EXISTS (SELECT 1 FROM assignment a WHERE a.petition = p.number AND a.unit = ANY (?)
                    AND a.state NOT IN ('RETURNED', 'REASSIGNED'))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SheetRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The citizen's words and contact, as stored. */
    record Content(
            @Nullable String title,
            String text,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Petitioner petitioner,
            @Nullable String redactedTitle,
            String redactedText,
            @Nullable String redactedAddress) {}

    record Entry(
            Instant at,
            TimelineEvent event,
            @Nullable String unit,
            String person,
            boolean forCitizen,
            @Nullable String text,
            @Nullable String note) {}

    /** Conditions joined by AND, with their parameters in order. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Where and(@Nullable Object given, String condition, Object... values) {
            if (given != null) {
                conditions.add(condition);
                parameters.addAll(List.of(values));
            }
            return this;
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + "\n";
        }
    }

    private Where where(PetitionFilter filter, List<String> categories, Reader reader) {
        Timestamp now = Timestamp.from(clock.instant());
        Where where = new Where();
        where.and(reader.all() ? null : reader, HAS_A_PART, (Object)
                reader.units().toArray(String[]::new));
        where.and(filter.status(), "p.status = ?", name(filter.status()));
        where.and(filter.unit(), HAS_A_PART, (Object) new String[] {String.valueOf(filter.unit())});
        where.and(filter.category(), "p.category = ANY (?)", (Object) categories.toArray(String[]::new));
        where.and(filter.channel(), "p.channel = ?", name(filter.channel()));
        where.and(Boolean.TRUE.equals(filter.overdue()) ? true : null, "d.due < ?", now);
        where.and(Boolean.FALSE.equals(filter.overdue()) ? true : null, "(d.due IS NULL OR d.due >= ?)", now);
        where.and(filter.from(), "p.received_at >= ?", timestamp(filter.from()));
        where.and(filter.to(), "p.received_at < ?", timestamp(filter.to()));
        String words = "%" + String.valueOf(filter.q()).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String copy = reader.original() ? "" : "redacted_";
        where.and(
                filter.q(),
                "(p.number ILIKE ? OR c.%1$stitle ILIKE ? OR c.%1$stext ILIKE ? OR c.%1$saddress ILIKE ?)"
                        .formatted(copy),
                words,
                words,
                words,
                words);
        return where;
    }

    long count(PetitionFilter filter, List<String> categories, Reader reader) {
        Where where = where(filter, categories, reader);
        return jdbc.sql("SELECT count(*) " + FROM + where)
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    List<PetitionLine> lines(PetitionFilter filter, List<String> categories, Reader reader, int limit, int offset) {
        Where where = where(filter, categories, reader);
        return jdbc.sql("SELECT p.*, c.*, d.due " + FROM + where
                        + "ORDER BY p.received_at DESC, p.number DESC LIMIT ? OFFSET ?")
                .params(where.parameters)
                .params(limit, offset)
                .query((row, n) -> line(row, reader))
                .list();
    }

    private PetitionLine line(ResultSet row, Reader reader) throws SQLException {
        String copy = reader.original() ? "" : "redacted_";
        String title = row.getString(copy + "title");
        Instant due = instant(row, "due");
        return new PetitionLine(
                row.getString("number"),
                PetitionStatus.valueOf(row.getString("status")),
                title == null ? beginning(row.getString(copy + "text")) : title,
                row.getString(copy + "address"),
                constant(PetitionKind.class, row.getString("kind")),
                row.getString("category"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("lead_unit"),
                Channel.valueOf(row.getString("channel")),
                reader.original() ? row.getString("account") : null,
                reader.original() ? row.getString("external_id") : null,
                row.getTimestamp("received_at").toInstant(),
                instant(row, "promised_by"),
                due,
                due != null && due.isBefore(clock.instant()));
    }

    private static String beginning(String text) {
        int length = 60;
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }

    boolean exists(String number, Reader reader) {
        Where where = new Where().and(number, "p.number = ?", number);
        where.and(reader.all() ? null : reader, HAS_A_PART, (Object)
                reader.units().toArray(String[]::new));
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM petition p " + where + ")")
                .params(where.parameters)
                .query(Boolean.class)
                .single();
    }

    Optional<Content> content(String number) {
        return jdbc.sql("SELECT * FROM petition_content WHERE petition = ?")
                .param(number)
                .query((row, n) -> new Content(
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("address"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class),
                        new Petitioner(
                                row.getString("petitioner_name"),
                                row.getString("petitioner_phone"),
                                row.getString("petitioner_email")),
                        row.getString("redacted_title"),
                        row.getString("redacted_text"),
                        row.getString("redacted_address")))
                .optional();
    }

    List<Entry> timeline(String number) {
        return jdbc.sql("SELECT * FROM timeline_entry WHERE petition = ? ORDER BY id")
                .param(number)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        TimelineEvent.valueOf(row.getString("event")),
                        row.getString("unit"),
                        row.getString("person"),
                        row.getBoolean("for_citizen"),
                        row.getString("text"),
                        row.getString("note")))
                .list();
    }

    List<Deadlines.Limit> limits(String number) {
        RowMapper<Deadlines.Limit> limit = (row, n) -> new Deadlines.Limit(
                number,
                Stage.valueOf(row.getString("stage")),
                row.getString("unit"),
                row.getInt("round"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "ended_at"));
        return jdbc.sql("SELECT * FROM deadline WHERE petition = ? ORDER BY started_at, stage, unit")
                .param(number)
                .query(limit)
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Timestamp timestamp(@Nullable Instant at) {
        return Timestamp.from(at == null ? Instant.EPOCH : at);
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
