package cn.wenzheng.triage.model;

import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of decisions that the house learns from; the words are read from the petition each time. */
@Component
class ExampleRows {

    private final JdbcClient jdbc;

    ExampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision with the words it was about. */
    record Example(String petition, Labelled labelled, Instant at, boolean seen) {}

    /**
     * What was made of a petition, beside what had been suggested. What the system has decided by itself says nothing
     * until a person has said what is right.
     *
     * @param category null for the one that the petition has by now
     * @param suggestion null where nobody has looked before him; then the petition's own proposal counts
     */
    void decided(String number, @Nullable String category, @Nullable Suggestion suggestion, Instant at) {
        Guess guess = suggestion == null ? null : suggestion.category();
        jdbc.sql("""
                INSERT INTO learning_example (petition, category, suggested, certainty, version, decided_at, by_person)
                SELECT number, coalesce(?, category), coalesce(?, suggested_category), ?, ?, ?, NOT EXISTS (
                    SELECT FROM alone_decision d WHERE d.petition = number AND d.left_why IS NULL)
                FROM petition WHERE number = ? AND coalesce(?, category) IS NOT NULL
                ON CONFLICT (petition) DO UPDATE SET category = excluded.category, decided_at = excluded.decided_at,
                    by_person = excluded.by_person""")
                .param(category)
                .param(guess == null ? null : guess.value())
                .param(guess == null ? null : guess.certainty())
                .param(suggestion == null ? null : suggestion.model())
                .params(Timestamp.from(at), number)
                .param(category)
                .update();
    }

    void classifiedAnew(String number, String category, Instant at) {
        jdbc.sql("UPDATE learning_example SET category = ?, decided_at = ?, by_person = true WHERE petition = ?")
                .params(category, Timestamp.from(at), number)
                .update();
    }

    /** A petition that has come back is given by a person. */
    void given(String number, String unit) {
        jdbc.sql("""
                UPDATE learning_example SET unit = ?, by_person = by_person OR returned_by IS NOT NULL
                WHERE petition = ?""").params(unit, number).update();
    }

    void givenAnew(String number, String unit) {
        jdbc.sql("UPDATE learning_example SET unit = ?, by_person = true WHERE petition = ?")
                .params(unit, number)
                .update();
    }

    void returned(String number, String unit) {
        jdbc.sql("UPDATE learning_example SET returned_by = ?, unit = NULL WHERE petition = ?")
                .params(unit, number)
                .update();
    }

    /** Notes which part of the words was new to the version that spoke. */
    void strange(Map<String, Double> parts) {
        jdbc.sql("""
                UPDATE learning_example SET strange = seen.part::double precision
                FROM unnest(?::text[], ?::text[]) AS seen (petition, part)
                WHERE learning_example.petition = seen.petition""")
                .params(
                        parts.keySet().toArray(String[]::new),
                        parts.values().stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    void forget(String number) {
        jdbc.sql("DELETE FROM learning_example WHERE petition = ?")
                .param(number)
                .update();
    }

    /**
     * The latest decisions, oldest first. A petition that a unit has sent back teaches nothing until somebody has given
     * it to another.
     *
     * @param since only what was decided after that; null for all
     */
    List<Example> latest(@Nullable Instant since, int most) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT e.petition, e.category, e.decided_at, e.strange, c.redacted_title, c.redacted_text
                    FROM learning_example e JOIN petition_content c USING (petition)
                    WHERE e.by_person AND (e.returned_by IS NULL OR e.unit IS NOT NULL) AND e.decided_at > ?
                    ORDER BY e.decided_at DESC, e.petition LIMIT ?) AS newest
                ORDER BY decided_at, petition""")
                .params(Timestamp.from(since == null ? Instant.EPOCH : since), most)
                .query((row, n) -> new Example(
                        row.getString("petition"),
                        new Labelled(
                                new Words(row.getString("redacted_title"), row.getString("redacted_text")),
                                row.getString("category")),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getObject("strange") != null))
                .list();
    }
}
