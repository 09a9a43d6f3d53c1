package cn.wenzheng.petition;

import cn.wenzheng.access.Window;
import cn.wenzheng.petition.StartCounts.DayFigure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The petitions behind the start pages, each question one statement.
 *
 * <p>A list is counted and cut before the words are fetched, so that its length does not matter.
 */
@Component
class StartRows {

    private static final String WORDS = """
            SELECT shown.*, p.status, c.* FROM shown
            JOIN petition p ON p.number = shown.petition JOIN petition_content c ON c.petition = shown.petition
            """;

    private final JdbcClient jdbc;

    StartRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One petition, with the words its reader may see.
     *
     * @param at the instant the list is about: when it was due, answered, reviewed
     */
    record Line(String number, String gist, PetitionStatus status, Instant at) {}

    /** The first lines and how many there are in all. */
    record Found(List<Line> lines, long total) {}

    /** The petitions with a running limit that is over, the longest late first. */
    Found late(Instant now, Reader reader, Window window) {
        String sql = """
                WITH late AS (SELECT petition, min(due_at) AS instant FROM deadline
                              WHERE ended_at IS NULL AND stage NOT IN ('CASE_HANDLING', 'WHOLE')
                                AND due_at < :now GROUP BY petition),
                shown AS (SELECT late.*, count(*) OVER () AS total FROM late WHERE %s
                          ORDER BY instant, petition LIMIT :size OFFSET :offset)
                %sORDER BY instant, shown.petition""".formatted(visible("late.petition"), WORDS);
        return found(sql, "now", now, reader, window);
    }

    /** The petitions with a part whose unit has asked for more time, the one that is due first at the top. */
    Found extensionsAsked(Instant now, Reader reader, Window window) {
        String sql = """
                WITH asked AS (SELECT petition, min(due_at) AS instant
                               FROM extension_request JOIN deadline USING (petition, unit, round)
                               WHERE decided_at IS NULL AND asked_at <= :now AND stage = 'HANDLING' AND ended_at IS NULL
                               GROUP BY petition),
                shown AS (SELECT asked.*, count(*) OVER () AS total FROM asked WHERE %s
                          ORDER BY instant, petition LIMIT :size OFFSET :offset)
                %sORDER BY instant, shown.petition""".formatted(visible("asked.petition"), WORDS);
        return found(sql, "now", now, reader, window);
    }

    /** The petitions first answered since then, in one of the ways a day is told by, the latest first. */
    Found answeredSince(Instant since, DayFigure figure, Reader reader, Window window) {
        String sql = """
                WITH shown AS (SELECT number AS petition, first_answered_at AS instant, count(*) OVER () AS total
                               FROM petition WHERE first_answered_at >= :since AND %s AND %s
                               ORDER BY instant DESC, number DESC LIMIT :size OFFSET :offset)
                %sORDER BY instant DESC, shown.petition DESC""".formatted(figure.condition(), visible("number"), WORDS);
        return found(sql, "since", since, reader, window);
    }

    /**
     * The petitions whose answer has passed the review since then, the latest first. No petition is older in its state
     * than its answer, so the states' instants find the few whose timeline is worth a look.
     */
    Found answersSince(Instant since, Reader reader, Window window) {
        String sql = """
                WITH moved AS MATERIALIZED (SELECT number FROM petition WHERE petition.since >= :since),
                shown AS (SELECT e.petition, e.at AS instant, count(*) OVER () AS total
                          FROM moved JOIN timeline_entry e ON e.petition = moved.number
                          WHERE e.event = 'REVIEWED' AND e.at >= :since AND %s
                          ORDER BY e.at DESC, e.petition DESC LIMIT :size OFFSET :offset)
                %sORDER BY instant DESC, shown.petition DESC""".formatted(visible("e.petition"), WORDS);
        return found(sql, "since", since, reader, window);
    }

    private Found found(String sql, String name, Instant instant, Reader reader, Window window) {
        long[] total = {0};
        List<Line> lines = jdbc.sql(sql)
                .param(name, Timestamp.from(instant))
                .param("all", reader.all())
                .param("units", reader.units().toArray(String[]::new))
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return line(row, reader);
                })
                .list();
        return new Found(lines, total[0]);
    }

    private static Line line(ResultSet row, Reader reader) throws SQLException {
        return new Line(
                row.getString("petition"),
                LineRow.gist(row, reader),
                PetitionStatus.valueOf(row.getString("status")),
                row.getTimestamp("instant").toInstant());
    }

    static String visible(String number) {
        return """
                (:all OR EXISTS (SELECT 1 FROM assignment a WHERE a.petition = %s AND a.unit = ANY (:units)
                                 AND a.state NOT IN ('RETURNED', 'REASSIGNED')))""".formatted(number);
    }

    /** What the petitions are about, by number; without those the reader may not see. */
    Map<String, String> gists(Collection<String> numbers, Reader reader) {
        Map<String, String> gists = new HashMap<>();
        jdbc.sql("SELECT * FROM petition_content WHERE petition = ANY (:numbers) AND " + visible("petition"))
                .param("numbers", numbers.toArray(String[]::new))
                .param("all", reader.all())
                .param("units", reader.units().toArray(String[]::new))
                .query(row -> {
                    gists.put(row.getString("petition"), LineRow.gist(row, reader));
                });
        return gists;
    }
}
