package cn.wenzheng.petition.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The write side of matters and their members. */
@Component
class MatterRows {

    private static final String ONE = "SELECT * FROM matter WHERE number = ?";

    /** By which a matter's number is told from a petition's. */
    static final String PREFIX = "SX-";

    private static final String WAITING = """
            SELECT m.petition FROM matter_member m JOIN petition p ON p.number = m.petition
            WHERE m.matter = ? AND m.answered_at IS NULL AND m.left_at IS NULL AND p.matter = m.matter AND p.awaits_matter""";

    private static final String IN_TURN = " ORDER BY m.failed_at NULLS FIRST, m.seq";

    private final JdbcClient jdbc;
    private final Clock clock;

    MatterRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A matter as it is kept.
     *
     * @param unit whose answer has passed; null until then
     */
    record Kept(
            String number,
            String lead,
            MatterState state,
            @Nullable String answer,
            @Nullable String unit) {

        boolean isInHand() {
            return state == MatterState.IN_HAND;
        }

        boolean isLedBy(String petition) {
            return lead.equals(petition);
        }
    }

    /** SX, the day in the city, and six or more digits that only grow. */
    String open(String lead, Instant at) {
        long next =
                jdbc.sql("SELECT nextval('matter_number')").query(Long.class).single();
        String number =
                PREFIX + "%s-%06d".formatted(LocalDate.now(clock).toString().replace("-", ""), next);
        jdbc.sql("INSERT INTO matter (number, lead, state, opened_at) VALUES (?, ?, ?, ?)")
                .params(number, lead, MatterState.IN_HAND.name(), Timestamp.from(at))
                .update();
        return number;
    }

    /** Held until the transaction ends; its leading petition is held before. */
    Optional<Kept> held(String number) {
        return jdbc.sql(ONE + " FOR NO KEY UPDATE")
                .param(number)
                .query(MatterRows::kept)
                .optional();
    }

    Kept read(String number) {
        return jdbc.sql(ONE).param(number).query(MatterRows::kept).single();
    }

    Optional<String> leadOf(String number) {
        return jdbc.sql("SELECT lead FROM matter WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getString("number"),
                row.getString("lead"),
                MatterState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getString("unit"));
    }

    void join(String matter, String petition, Instant at) {
        jdbc.sql("INSERT INTO matter_member (matter, petition, joined_at) VALUES (?, ?, ?)")
                .params(matter, petition, Timestamp.from(at))
                .update();
    }

    /** As if it had never joined. */
    void forget(String matter, String petition) {
        jdbc.sql("DELETE FROM matter_member WHERE matter = ? AND petition = ?")
                .params(matter, petition)
                .update();
    }

    /** The matter a petition belongs to now. */
    Optional<String> matterOf(String petition) {
        return jdbc.sql("SELECT matter FROM matter_member WHERE petition = ? AND left_at IS NULL")
                .param(petition)
                .query(String.class)
                .optional();
    }

    void leave(String matter, String petition, Leaving how, Instant at) {
        jdbc.sql(
                        "UPDATE matter_member SET left_at = ?, left_how = ? WHERE matter = ? AND petition = ? AND left_at IS NULL")
                .params(Timestamp.from(at), how.name(), matter, petition)
                .update();
    }

    /**
     * The next members in the order in which they joined, those with whom it has failed last; their petitions are held until
     * the transaction ends. Whether one waits is asked of its petition, which is read anew once it is held.
     */
    List<String> nextWaiting(String matter, int most) {
        return waiting(WAITING + IN_TURN + " LIMIT ? FOR NO KEY UPDATE OF p", matter, most);
    }

    /** One member, its petition held; empty when it does not wait any more. */
    List<String> stillWaiting(String matter, String petition) {
        return waiting(WAITING + " AND m.petition = ? FOR NO KEY UPDATE OF p", matter, petition);
    }

    /** The numbers of the next members, as they stand at the moment. */
    List<String> inTurn(String matter, int most) {
        return waiting(WAITING + IN_TURN + " LIMIT ?", matter, most);
    }

    private List<String> waiting(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }

    /** Its answer cannot be brought to this member: the others go first from now on. */
    void failed(String matter, String petition, Instant at) {
        jdbc.sql("UPDATE matter_member SET failed_at = ? WHERE matter = ? AND petition = ? AND answered_at IS NULL")
                .params(Timestamp.from(at), matter, petition)
                .update();
    }

    /**
     * Marks a member as answered, whose petition is held.
     *
     * @return what it alone is told beside the answer, as it stands now that nobody can write it any more; null for nothing
     */
    @Nullable
    String answered(String matter, String petition, Instant at) {
        return jdbc.sql("UPDATE matter_member SET answered_at = ? WHERE matter = ? AND petition = ? RETURNING remark")
                .params(Timestamp.from(at), matter, petition)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void remark(String matter, String petition, @Nullable String text) {
        jdbc.sql("UPDATE matter_member SET remark = ? WHERE matter = ? AND petition = ?")
                .params(text, matter, petition)
                .update();
    }

    void passed(String matter, String answer, String unit, Instant at) {
        jdbc.sql("UPDATE matter SET state = ?, answer = ?, unit = ?, passed_at = ? WHERE number = ?")
                .params(MatterState.ANSWERING.name(), answer, unit, Timestamp.from(at), matter)
                .update();
    }

    void end(String matter, MatterState how, Instant at) {
        jdbc.sql("UPDATE matter SET state = ?, ended_at = ? WHERE number = ?")
                .params(how.name(), Timestamp.from(at), matter)
                .update();
    }

    /** Whose work nobody has taken over yet stays the one whose work goes on, however many have led since. */
    void lead(Kept matter, String next) {
        jdbc.sql("UPDATE matter SET lead = ?, previous_lead = coalesce(previous_lead, ?) WHERE number = ?")
                .params(next, matter.lead(), matter.number())
                .update();
    }

    /** Counts a member that is not content, once. */
    void unhappy(String matter, String petition, Instant at) {
        int first = jdbc.sql(
                        "UPDATE matter_member SET unhappy_at = ? WHERE matter = ? AND petition = ? AND unhappy_at IS NULL")
                .params(Timestamp.from(at), matter, petition)
                .update();
        jdbc.sql("UPDATE matter SET unhappy = unhappy + ? WHERE number = ?")
                .params(first, matter)
                .update();
    }
}
