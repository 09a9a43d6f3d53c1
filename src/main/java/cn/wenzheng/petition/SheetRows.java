package cn.wenzheng.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case sheet is made of, read for one petition. */
@Component
class SheetRows {

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
            @Nullable Instant toldFrom,
            @Nullable String text,
            @Nullable String note) {

        /** True when the citizen may know of it by now. */
        boolean isKnownToCitizen(Instant now) {
            return forCitizen && (toldFrom == null || !toldFrom.isAfter(now));
        }
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

    /** What the citizens of these petitions said, by the petition's number. */
    Map<String, PetitionSheets.Words> words(Collection<String> numbers) {
        Map<String, PetitionSheets.Words> words = new HashMap<>();
        jdbc.sql("SELECT petition, title, text, address FROM petition_content WHERE petition = ANY (?)")
                .param(numbers.toArray(String[]::new))
                .query(row -> {
                    words.put(
                            row.getString("petition"),
                            new PetitionSheets.Words(
                                    row.getString("title"), row.getString("text"), row.getString("address")));
                });
        return words;
    }

    /** What happened, in its order; what a citizen said earlier than it came in stands where he said it. */
    List<Entry> timeline(String number) {
        List<Entry> told = new ArrayList<>();
        jdbc.sql("SELECT *, said_at IS NOT NULL AS late FROM timeline_entry WHERE petition = ? ORDER BY id")
                .param(number)
                .query(row -> {
                    Entry entry = entry(row);
                    told.add(row.getBoolean("late") ? placeOf(entry, told) : told.size(), entry);
                });
        return told;
    }

    /** Never before the petition itself. */
    private static int placeOf(Entry late, List<Entry> told) {
        int place = told.size();
        while (place > 1 && told.get(place - 1).at().isAfter(late.at())) {
            place--;
        }
        return place;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Instant saidAt = instant(row, "said_at");
        return new Entry(
                saidAt == null ? row.getTimestamp("at").toInstant() : saidAt,
                TimelineEvent.valueOf(row.getString("event")),
                row.getString("unit"),
                row.getString("person"),
                row.getBoolean("for_citizen"),
                instant(row, "told_from"),
                row.getString("text"),
                row.getString("note"));
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

    /** The unit whose answer a matter's members wait for; null while nobody has it. */
    @Nullable
    String unitOfMatter(String matter) {
        return jdbc.sql("SELECT unit FROM unit_of_matter(?) AS unit WHERE unit IS NOT NULL")
                .param(matter)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** How many petitions a matter has. */
    int membersOf(String matter) {
        return jdbc.sql("SELECT count(*) FROM matter_member WHERE matter = ? AND left_at IS NULL")
                .param(matter)
                .query(Integer.class)
                .single();
    }

    /** True when a question that the citizen has been told waits for his answer. */
    boolean questionOpen(String number, Instant now) {
        return jdbc.sql("""
                SELECT coalesce(max(id) FILTER (WHERE event IN (?, ?) AND for_citizen
                                             AND (told_from IS NULL OR told_from <= ?)), 0)
                    > coalesce(max(id) FILTER (WHERE event = ?), 0)
                FROM timeline_entry WHERE petition = ?""")
                .params(TimelineEvent.QUESTION.name(), TimelineEvent.ASKED_BACK.name(), Timestamp.from(now))
                .params(TimelineEvent.ANSWER.name(), number)
                .query(Boolean.class)
                .single();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
