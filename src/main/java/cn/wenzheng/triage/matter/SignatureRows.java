package cn.wenzheng.triage.matter;

import cn.wenzheng.petition.PetitionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be compared, what it is compared with and what was found, as rows. */
@Component
class SignatureRows {

    /** Of those found by their keys: as many as are compared word by word. */
    private static final int COMPARED = 30;

    /** A key that more petitions share says little; of these the newest are found. */
    private static final int FOUND = 100;

    /** Of so many that share a key the newest are looked for: an index tells them without order. */
    private static final int SEEN = 1_000;

    /** What stands for a word that was taken out; it is nobody's word. */
    private static final Pattern TAKEN_OUT = Pattern.compile("〔[^〕]*〕");

    private static final String WORDS = """
            c.title, c.text, c.address, c.redacted_title, c.redacted_text, c.redacted_address""";

    /** One node compares at a time, so that two posts of one storm know of each other. */
    private static final String TURN = "SELECT pg_try_advisory_xact_lock(hashtextextended('same-matter', 0))";

    private static final String NEXT = """
            SELECT p.number, p.status, p.received_at, w.tries, w.repeats, w.of_before, %s FROM matter_waiting w
            JOIN petition p ON p.number = w.petition JOIN petition_content c ON c.petition = p.number
            WHERE w.due_at <= ? ORDER BY w.of_before, w.due_at, w.petition LIMIT 1""".formatted(WORDS);

    /** Each key is asked for by itself, so that a key that thousands share costs no more than one that few have. */
    private static final String CANDIDATES = """
            SELECT p.number, p.status, p.received_at, near.storm, %s
            FROM (SELECT found.petition, found.storm
                  FROM unnest(?) AS wanted (key) CROSS JOIN LATERAL
                       (SELECT petition, storm
                        FROM (SELECT petition, storm, received_at FROM matter_signature
                              WHERE keys @> ARRAY [wanted.key] LIMIT %d) seen
                        ORDER BY received_at DESC, petition DESC LIMIT %d) found
                  GROUP BY found.petition, found.storm ORDER BY count(*) DESC, found.petition DESC LIMIT %d) near
            JOIN petition p ON p.number = near.petition JOIN petition_content c ON c.petition = p.number
            WHERE p.number <> ? AND (p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN') OR p.since >= ?)""".formatted(WORDS, SEEN, FOUND, COMPARED);

    /** What a node is taking away at this moment is left to it. */
    private static final String FORGET = """
            DELETE FROM matter_signature WHERE petition IN (
                SELECT s.petition FROM matter_signature s JOIN petition p ON p.number = s.petition
                WHERE p.status IN ('CLOSED', 'REFUSED', 'WITHDRAWN') AND p.since < ?
                LIMIT ? FOR UPDATE OF s SKIP LOCKED)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SignatureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
    }

    /** A petition's words, the copy without identifying ones beside them. */
    record Spoken(String number, PetitionStatus status, Said said, String redacted) {

        boolean isOver() {
            return isOver(status);
        }

        static boolean isOver(PetitionStatus status) {
            return status == PetitionStatus.CLOSED
                    || status == PetitionStatus.REFUSED
                    || status == PetitionStatus.WITHDRAWN;
        }
    }

    /**
     * A petition whose turn has come.
     *
     * @param tries how often it was put off
     * @param repeats the earlier petition it is to join; null when it has not been compared
     * @param ofBefore true when it came in before the house compared at all
     */
    record Waiting(Spoken spoken, int tries, @Nullable String repeats, boolean ofBefore) {

        String number() {
            return spoken.number();
        }
    }

    /** A petition found by its keys, and the storm it belongs to. */
    record Candidate(Spoken spoken, String storm) {}

    record Found(String nearest, double certainty, List<String> reasons) {}

    /** Asks for the turn until the transaction ends. */
    boolean takeTurn() {
        return jdbc.sql(TURN).query(Boolean.class).single();
    }

    /** Has petitions wait to be compared, each from an instant on. */
    void put(Map<String, Instant> due) {
        jdbc.sql("""
                INSERT INTO matter_waiting (petition, due_at) SELECT petition, due_at::timestamptz
                FROM unnest(?::text[], ?::text[]) AS came (petition, due_at) ON CONFLICT DO NOTHING""")
                .params(
                        due.keySet().toArray(String[]::new),
                        due.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    Optional<Waiting> next(Instant now) {
        return jdbc.sql(NEXT)
                .param(Timestamp.from(now))
                .query((row, n) -> new Waiting(
                        spoken(row), row.getInt("tries"), row.getString("repeats"), row.getBoolean("of_before")))
                .optional();
    }

    void later(String petition, Instant due) {
        jdbc.sql("UPDATE matter_waiting SET due_at = ?, tries = tries + 1 WHERE petition = ?")
                .params(Timestamp.from(due), petition)
                .update();
    }

    /** It has been compared and is to join an earlier one. */
    void joins(String petition, String earlier) {
        jdbc.sql("UPDATE matter_waiting SET repeats = ?, tries = 0 WHERE petition = ?")
                .params(earlier, petition)
                .update();
    }

    void done(String petition) {
        jdbc.sql("DELETE FROM matter_waiting WHERE petition = ?")
                .param(petition)
                .update();
    }

    /** Open petitions, and those that were over no longer ago, that share the most keys. */
    List<Candidate> candidates(String petition, int[] keys, Instant closedSince) {
        return jdbc.sql(CANDIDATES)
                .params(boxed(keys), petition, Timestamp.from(closedSince))
                .query((row, n) -> new Candidate(spoken(row), row.getString("storm")))
                .list();
    }

    void keep(Spoken petition, int[] keys, String storm, List<Found> nearest) {
        jdbc.sql("""
                INSERT INTO matter_signature (petition, received_at, keys, storm) VALUES (?, ?, ?, ?)
                ON CONFLICT (petition) DO NOTHING""")
                .params(petition.number(), Timestamp.from(petition.said().at()), boxed(keys), storm)
                .update();
        if (!nearest.isEmpty()) {
            batches.batchUpdate(
                    "INSERT INTO nearest_petition VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    nearest.stream()
                            .map(found -> new Object[] {
                                petition.number(),
                                found.nearest(),
                                found.certainty(),
                                found.reasons().toArray(String[]::new)
                            })
                            .toList());
        }
    }

    /**
     * What is over for so long that nothing is compared with it any more need not be found again; what was found near it
     * stays.
     */
    int forget(Instant closedBefore, int most) {
        return jdbc.sql(FORGET).params(Timestamp.from(closedBefore), most).update();
    }

    /** The words of the newest petitions, plain. */
    List<String> newest(int texts) {
        return jdbc.sql("""
                        SELECT c.title, c.text FROM (SELECT number FROM petition ORDER BY received_at DESC, number DESC LIMIT ?) p
                        JOIN petition_content c ON c.petition = p.number""")
                .param(texts)
                .query((row, n) -> Everyday.plain(row.getString("title"), row.getString("text")))
                .list();
    }

    private static Spoken spoken(ResultSet row) throws SQLException {
        Instant receivedAt = row.getTimestamp("received_at").toInstant();
        String redacted = row.getString("redacted_text");
        for (String beside : new String[] {row.getString("redacted_address"), row.getString("redacted_title")}) {
            redacted = beside == null ? redacted : beside + " " + redacted;
        }
        return new Spoken(
                row.getString("number"),
                PetitionStatus.valueOf(row.getString("status")),
                new Said(row.getString("title"), row.getString("text"), row.getString("address"), receivedAt),
                PlainWords.of(TAKEN_OUT.matcher(redacted).replaceAll(" ")));
    }

    private static Integer[] boxed(int[] keys) {
        return Arrays.stream(keys).boxed().toArray(Integer[]::new);
    }
}
