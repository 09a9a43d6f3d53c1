package cn.wenzheng.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of petitions, joined with the running limits of room {@code deadline}; each page is two statements. */
@Component
class ListRows {

    private static final String FROM = """
            FROM petition p
            JOIN petition_content c ON c.petition = p.number
            LEFT JOIN LATERAL (SELECT min(due_at) AS due FROM deadline
                               WHERE petition = p.number AND ended_at IS NULL) d ON true
            """;

    static final String HAS_A_PART = """
            EXISTS (SELECT 1 FROM assignment a WHERE a.petition = p.number AND a.unit = ANY (?)
                    AND a.state NOT IN ('RETURNED', 'REASSIGNED'))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ListRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

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
        Instant due = SheetRows.instant(row, "due");
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
                SheetRows.instant(row, "promised_by"),
                due,
                due != null && due.isBefore(clock.instant()));
    }

    static String beginning(String text) {
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
