package cn.wenzheng.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of absences. */
@Component
class AbsenceRows {

    private final JdbcClient jdbc;

    AbsenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in which the person is away or stands in, the newest first. */
    List<Absence> around(String person, int most) {
        return jdbc.sql(
                        "SELECT * FROM absence WHERE person = :id OR deputy = :id ORDER BY from_at DESC, id DESC LIMIT :most")
                .param("id", person)
                .param("most", most)
                .query(AbsenceRows::toAbsence)
                .list();
    }

    /** The open ones in which one of the two has a part. */
    List<Absence> openOf(String person, String deputy) {
        return jdbc.sql("""
                SELECT * FROM absence
                WHERE ended_at IS NULL AND (person IN (:person, :deputy) OR deputy IN (:person, :deputy)) ORDER BY id""")
                .param("person", person)
                .param("deputy", deputy)
                .query(AbsenceRows::toAbsence)
                .list();
    }

    List<Absence> over(Instant now) {
        return jdbc.sql("SELECT * FROM absence WHERE ended_at IS NULL AND to_at <= ? ORDER BY id")
                .param(PersonRows.utc(now))
                .query(AbsenceRows::toAbsence)
                .list();
    }

    Optional<Absence> one(long id) {
        return jdbc.sql("SELECT * FROM absence WHERE id = ?")
                .param(id)
                .query(AbsenceRows::toAbsence)
                .optional();
    }

    long insert(String person, String deputy, Instant from, Instant to) {
        return jdbc.sql("INSERT INTO absence (person, deputy, from_at, to_at) VALUES (?, ?, ?, ?) RETURNING id")
                .params(person, deputy, PersonRows.utc(from), PersonRows.utc(to))
                .query(Long.class)
                .single();
    }

    void end(long id, Instant at) {
        jdbc.sql("UPDATE absence SET ended_at = ? WHERE id = ?")
                .params(PersonRows.utc(at), id)
                .update();
    }

    private static Absence toAbsence(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("person"),
                row.getString("deputy"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                UnitRows.instant(row.getTimestamp("ended_at")));
    }
}
