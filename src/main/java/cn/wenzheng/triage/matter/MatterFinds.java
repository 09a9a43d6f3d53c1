package cn.wenzheng.triage.matter;

import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Similar;
import cn.wenzheng.triage.Storm;
import cn.wenzheng.triage.Storms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found when petitions came in, read again: it holds for both of two that are alike. */
@Component
class MatterFinds implements SameMatter, Storms {

    /**
     * The greater of two numbers came in later; both are shown on the sheet of the other. Each is asked for by itself, so
     * that one that thousands of a storm are near costs no more than any other.
     */
    private static final String NEAR = """
            SELECT wanted.mine, near.other, near.certainty, near.reasons, p.status, p.matter
            FROM unnest(?) AS wanted (mine) CROSS JOIN LATERAL (
                SELECT * FROM (
                    (SELECT nearest AS other, certainty, reasons FROM nearest_petition
                     WHERE petition = wanted.mine ORDER BY certainty DESC, nearest DESC LIMIT 5)
                    UNION ALL
                    (SELECT petition, certainty, reasons FROM nearest_petition
                     WHERE nearest = wanted.mine ORDER BY certainty DESC, petition DESC LIMIT 5)) both_ways
                ORDER BY certainty DESC, other DESC LIMIT 5) near
            JOIN petition p ON p.number = near.other
            ORDER BY wanted.mine, near.certainty DESC, near.other DESC""";

    private static final String STORMS = """
            SELECT s.storm, min(p.number) AS next, count(*) AS waiting, min(p.received_at) AS since
            FROM petition p JOIN matter_signature s ON s.petition = p.number
            WHERE p.status = 'RECEIVED' GROUP BY s.storm HAVING count(*) > 1 ORDER BY count(*) DESC, s.storm""";

    /** Each storm is counted once, however many of its petitions are asked for. */
    private static final String STORMS_OF = """
            WITH mine AS MATERIALIZED (
                SELECT petition, storm FROM matter_signature WHERE petition = ANY (?)),
            counted AS MATERIALIZED (
                SELECT s.storm, min(p.number) AS next, count(*) AS waiting, min(p.received_at) AS since
                FROM matter_signature s JOIN petition p ON p.number = s.petition
                WHERE s.storm IN (SELECT storm FROM mine) AND p.status = 'RECEIVED'
                GROUP BY s.storm HAVING count(*) > 1)
            SELECT mine.petition, counted.* FROM mine JOIN counted ON counted.storm = mine.storm""";

    private static final String MEMBERS = """
            SELECT p.number FROM matter_signature s JOIN petition p ON p.number = s.petition
            WHERE s.storm = ? AND p.status = 'RECEIVED' ORDER BY p.received_at, p.number""";

    private final JdbcClient jdbc;

    MatterFinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Similar> near(String petition) {
        return near(List.of(petition)).getOrDefault(petition, List.of());
    }

    @Override
    public Map<String, List<Similar>> near(Collection<String> petitions) {
        String[] numbers = petitions.toArray(String[]::new);
        Map<String, List<Similar>> near = new HashMap<>();
        jdbc.sql(NEAR).param(numbers).query((ResultSet row) -> {
            near.computeIfAbsent(row.getString("mine"), first -> new ArrayList<>())
                    .add(similar(row));
        });
        return near;
    }

    private static Similar similar(ResultSet row) throws SQLException {
        return new Similar(
                row.getString("other"),
                row.getDouble("certainty"),
                List.of((String[]) row.getArray("reasons").getArray()),
                !SignatureRows.Spoken.isOver(PetitionStatus.valueOf(row.getString("status"))),
                row.getString("matter"));
    }

    @Override
    public List<Storm> waiting() {
        return jdbc.sql(STORMS).query((row, n) -> storm(row)).list();
    }

    @Override
    public Map<String, Storm> of(Collection<String> petitions) {
        Map<String, Storm> storms = new HashMap<>();
        jdbc.sql(STORMS_OF).param(petitions.toArray(String[]::new)).query((ResultSet row) -> {
            storms.put(row.getString("petition"), storm(row));
        });
        return storms;
    }

    private static Storm storm(ResultSet row) throws SQLException {
        return new Storm(
                row.getString("storm"),
                row.getString("next"),
                row.getInt("waiting"),
                row.getTimestamp("since").toInstant());
    }

    @Override
    public List<String> members(String first) {
        return jdbc.sql(MEMBERS).param(first).query(String.class).list();
    }
}
