package cn.wenzheng.petition;

import cn.wenzheng.petition.PetitionSheets.EarlierPetition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case sheet is made of, read for one petition. */
@Component
class SheetRows {

    private static final String SAME_PERSON = """
            p.number <> ?
            AND (%s = (SELECT %s FROM petition_content mine WHERE petition = ?)
                 OR %s = (SELECT %s FROM petition_content mine WHERE petition = ?))""".formatted(
                    SameContact.phoneOf("c"),
                    SameContact.phoneOf("mine"),
                    SameContact.emailOf("c"),
                    SameContact.emailOf("mine"));

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Optional<PetitionSheets.Whereabouts> whereabouts(String number) {
        return jdbc.sql("""
                        SELECT status, ARRAY(SELECT unit FROM assignment
                                             WHERE petition = number AND state = 'IN_HAND') AS units
                        FROM petition WHERE number = ?""")
                .param(number)
                .query((row, n) -> new PetitionSheets.Whereabouts(
                        PetitionStatus.valueOf(row.getString("status")),
                        List.of((String[]) row.getArray("units").getArray())))
                .optional();
    }

    List<EarlierPetition> ofSamePerson(String number, Reader reader) {
        ListConditions conditions = ListConditions.readableBy(reader)
                .and(number, SAME_PERSON, number, number, number)
                .and(reader.seesContact(true) ? null : reader, "NOT p.hide_identity");
        return jdbc.sql("SELECT p.number, p.status, p.received_at, c.title, c.text, c.redacted_title, c.redacted_text"
                        + " FROM petition p JOIN petition_content c ON c.petition = p.number" + conditions.where()
                        + " ORDER BY p.received_at DESC LIMIT 7")
                .params(conditions.parameters())
                .query((row, n) -> new EarlierPetition(
                        row.getString("number"),
                        PetitionStatus.valueOf(row.getString("status")),
                        LineRow.gist(row, reader),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** True when a question to the citizen waits for his answer. */
    boolean questionOpen(String number) {
        return jdbc.sql("""
                SELECT coalesce(max(id) FILTER (WHERE event = ?), 0) > coalesce(max(id) FILTER (WHERE event = ?), 0)
                FROM timeline_entry WHERE petition = ?""")
                .params(TimelineEvent.QUESTION.name(), TimelineEvent.ANSWER.name(), number)
                .query(Boolean.class)
                .single();
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

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
