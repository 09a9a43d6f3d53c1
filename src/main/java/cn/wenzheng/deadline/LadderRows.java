package cn.wenzheng.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ladders; rows are only added. */
@Component
class LadderRows {

    private final JdbcClient jdbc;

    LadderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there ever were, the last one in force first. */
    List<Ladder> all() {
        return jdbc.sql("SELECT * FROM ladder ORDER BY valid_from DESC, id DESC")
                .query(LadderRows::ladder)
                .list();
    }

    void add(Ladder ladder) {
        jdbc.sql("""
                INSERT INTO ladder (valid_from, urge_percent, blue_percent, red_days, raised_days, ruling_days, set_by,
                    set_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Timestamp.from(ladder.validFrom()), ladder.urgePercent(), ladder.bluePercent())
                .params(ladder.redDays(), ladder.raisedDays(), ladder.rulingDays(), ladder.by())
                .param(Timestamp.from(ladder.setAt()))
                .update();
    }

    private static Ladder ladder(ResultSet row, int n) throws SQLException {
        return new Ladder(
                row.getTimestamp("valid_from").toInstant(),
                row.getInt("urge_percent"),
                row.getInt("blue_percent"),
                row.getInt("red_days"),
                row.getInt("raised_days"),
                row.getInt("ruling_days"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant());
    }
}
