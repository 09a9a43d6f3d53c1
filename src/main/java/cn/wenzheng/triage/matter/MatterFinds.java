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

    /** The greater of two numbers came in later; both are shown on the sheet of the other. */
    private static final String NEAR = """
            SELECT ranked.mine, ranked.other, ranked.certainty, ranked.reasons, p.status
            FROM (SELECT *, row_number() OVER (PARTITION BY mine ORDER BY certainty DESC, other DESC) AS place
                  FROM (SELECT petition AS mine, nearest AS other, certainty, reasons
                        FROM nearest_petition WHERE petition = ANY (?)
                        UNION ALL
                        SELECT nearest, petition, certainty, reasons
                        FROM nearest_petition WHERE nearest = ANY (?)) both_ways) ranked
            JOIN petition p ON p.number = ranked.other
            WHERE ranked.place <= 5 ORDER BY ranked.mine, ranked.place""";

    private static final String STORMS = """
            SELECT s.storm, min(p.number) AS next, count(*) AS waiting, min(p.received_at) AS since
            FROM petition p JOIN matter_signature s ON s.petition = p.number
            WHERE p.status = 'RECEIVED' GROUP BY s.storm HAVING count(*) > 1 ORDER BY count(*) DESC, s.storm""";

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
        jdbc.sql(NEAR).params(numbers, numbers).query((ResultSet row) -> {
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
                null);
    }

    @Override
    public List<Storm> waiting() {
        return jdbc.sql(STORMS)
                .query((row, n) -> new Storm(
                        row.getString("storm"),
                        row.getString("next"),
                        row.getInt("waiting"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    @Override
    public List<String> members(String first) {
        return jdbc.sql(MEMBERS).param(first).query(String.class).list();
    }
}
