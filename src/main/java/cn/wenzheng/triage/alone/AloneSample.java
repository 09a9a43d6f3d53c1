package cn.wenzheng.triage.alone;

import cn.wenzheng.access.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sample of the system's decisions that people look at again. */
@Component
class AloneSample {

    private static final String DRAWN = " FROM alone_decision WHERE sampled AND left_why IS NULL";

    private final JdbcClient jdbc;

    AloneSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Alone> drawn(boolean open, Window window) {
        return jdbc.sql("SELECT *" + DRAWN + waiting(open)
                        + " ORDER BY verdict IS NOT NULL, at DESC, petition LIMIT ? OFFSET ?")
                .params(window.size(), window.offset())
                .query(AloneSample::alone)
                .list();
    }

    long count(boolean open) {
        return jdbc.sql("SELECT count(*)" + DRAWN + waiting(open))
                .query(Long.class)
                .single();
    }

    private static String waiting(boolean open) {
        return open ? " AND verdict IS NULL" : "";
    }

    boolean isDrawn(String petition) {
        return jdbc.sql("SELECT EXISTS (SELECT 1" + DRAWN + " AND petition = ?)")
                .param(petition)
                .query(Boolean.class)
                .single();
    }

    /** False when somebody has looked before. */
    boolean judge(String petition, Verdict verdict, String by, Instant at) {
        return jdbc.sql("""
                UPDATE alone_decision SET verdict = ?, judged_by = ?, judged_at = ?
                WHERE petition = ? AND sampled AND verdict IS NULL""")
                        .params(verdict.name(), by, Timestamp.from(at), petition)
                        .update()
                == 1;
    }

    /** What a person has found right is a lesson from now on. */
    void teaches(String petition, Instant at) {
        jdbc.sql("UPDATE learning_example SET by_person = true, decided_at = ? WHERE petition = ? AND NOT by_person")
                .params(Timestamp.from(at), petition)
                .update();
    }

    private static Alone alone(ResultSet row, int n) throws SQLException {
        String verdict = row.getString("verdict");
        Timestamp returned = row.getTimestamp("returned_at");
        return new Alone(
                row.getString("petition"),
                row.getLong("version"),
                row.getDouble("certainty"),
                row.getString("category"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("sampled"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("judged_by"),
                returned == null ? null : returned.toInstant());
    }
}
