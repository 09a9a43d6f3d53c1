package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.bench.BenchLeases.Tab;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, as the bench reads it: the tab's own petitions in full, the queue behind them by its beginnings. */
@Component
class BenchRows {

    /** As many lines as are looked through for repeats of one matter. */
    private static final int QUEUE = 40;

    private static final String COLUMNS = """
            p.number, p.channel, p.urgency, p.received_at, p.promised_by, p.suggested_category, p.hide_identity,
            c.title, c.address,
            """;

    private static final String ATTACHMENTS = "(SELECT count(*) FROM attachment a WHERE a.petition = p.number)";

    private final BenchLeases leases;
    private final QueueLength length;
    private final JdbcClient jdbc;

    BenchRows(BenchLeases leases, QueueLength length, JdbcClient jdbc) {
        this.leases = leases;
        this.length = length;
        this.jdbc = jdbc;
    }

    /**
     * One waiting petition.
     *
     * @param text in full for what the tab holds, else its beginning
     * @param held true when this tab holds it
     * @param shownAt since when it stands before the operator; null while it does not
     */
    record Row(
            String number,
            Channel channel,
            Urgency urgency,
            Instant receivedAt,
            @Nullable Instant promisedBy,
            @Nullable String suggestedCategory,
            boolean hidden,
            @Nullable String title,
            String text,
            @Nullable String address,
            int attachments,
            boolean held,
            @Nullable Instant shownAt) {}

    /**
     * What an open page should know.
     *
     * @param waiting how many petitions wait in all, as counted a moment ago
     * @param free true when there is something for who has nothing before him
     * @param life the dangers to life that nobody has before his eyes
     */
    record Beat(long waiting, boolean free, List<String> life) {}

    /** First what the tab holds, the shown one before the next one; then the free ones in their order. One statement. */
    List<Row> waiting(Tab tab) {
        return leases.statement("""
                SELECT * FROM (
                    SELECT %1$s c.text AS words, %2$s AS attachments, true AS held, l.shown_at,
                           row_number() OVER (ORDER BY l.shown_at IS NULL, p.urgency <> 'LIFE', l.turn) AS place
                    FROM bench_lease l JOIN petition p ON p.number = l.petition
                        JOIN petition_content c ON c.petition = p.number
                    WHERE l.tab = :tab AND l.operator = :operator AND p.status = 'RECEIVED'
                    UNION ALL
                    SELECT %1$s left(c.text, 60), 0, false, NULL, 10 + row_number() OVER (%4$s)
                    FROM (SELECT p.* FROM petition p WHERE %3$s %4$s LIMIT %5$d) p
                        JOIN petition_content c ON c.petition = p.number) found
                ORDER BY place
                """.formatted(COLUMNS, ATTACHMENTS, Queue.FREE, Queue.ORDER, QUEUE), tab)
                .query((row, n) -> row(row))
                .list();
    }

    /** The tab is still there; what it should know without anything moving on its screen. One statement. */
    Beat beat(Tab tab) {
        return leases.statement("""
                WITH mine AS (UPDATE bench_lease SET beat_at = clock_timestamp()
                              WHERE tab = :tab AND operator = :operator)
                SELECT (SELECT p.number FROM petition p WHERE %s %s LIMIT 1) IS NOT NULL AS free,
                       ARRAY(SELECT p.number FROM petition p WHERE %s %s LIMIT 9) AS life
                """.formatted(Queue.FREE, Queue.ORDER, Queue.DANGER_UNSEEN, Queue.DANGER_ORDER), tab)
                .query((row, n) -> new Beat(length.about(), row.getBoolean("free"), List.of((String[])
                        row.getArray("life").getArray())))
                .single();
    }

    /** The beginnings of other petitions, for those who see them all. */
    Map<String, String> beginnings(Collection<String> numbers) {
        Map<String, String> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("SELECT petition, coalesce(title, left(text, 40)) AS words FROM petition_content"
                            + " WHERE petition = ANY (:numbers)")
                    .param("numbers", numbers.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString("petition"), row.getString("words"));
                    });
        }
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("number"),
                Channel.valueOf(row.getString("channel")),
                Urgency.valueOf(row.getString("urgency")),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "promised_by"),
                row.getString("suggested_category"),
                row.getBoolean("hide_identity"),
                row.getString("title"),
                row.getString("words"),
                row.getString("address"),
                row.getInt("attachments"),
                row.getBoolean("held"),
                instant(row, "shown_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
