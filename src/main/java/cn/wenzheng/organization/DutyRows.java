package cn.wenzheng.organization;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of duties. */
@Component
class DutyRows {

    private static final String ONE = """
            WHERE leaf = :leaf AND area IS NOT DISTINCT FROM :area AND valid_from IS NOT DISTINCT FROM :from""";

    private final JdbcClient jdbc;

    DutyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows, those of the whole city before those of areas. */
    List<KeptDuty> all() {
        return jdbc.sql("""
                        SELECT leaf, area, unit, assisting, level, clause, valid_from, valid_to FROM duty
                        ORDER BY leaf, area NULLS FIRST, valid_from NULLS FIRST""").query(DutyRows::toDuty).list();
    }

    /** The duties of the whole city that hold on a day, by topic. */
    static Map<String, KeptDuty> ofTheCity(List<KeptDuty> all, LocalDate day) {
        return all.stream()
                .filter(duty -> duty.area() == null && duty.term().holdsOn(day))
                .collect(Collectors.toMap(
                        KeptDuty::leaf,
                        duty -> duty,
                        (one, other) -> other.term().beginsAfter(one.term()) ? other : one));
    }

    void insert(KeptDuty duty) {
        jdbc.sql("""
                        INSERT INTO duty (leaf, area, unit, assisting, level, clause, valid_from, valid_to)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(duty.leaf(), duty.area(), duty.unit())
                .params(duty.assisting().toArray(String[]::new), duty.level(), duty.clause())
                .params(duty.term().from(), duty.term().to())
                .update();
    }

    /** Writes what the row says anew; topic, area and first day tell which it is. */
    void update(KeptDuty duty) {
        one(
                        "UPDATE duty SET unit = :unit, assisting = :assisting, level = :level, clause = :clause, valid_to = :to "
                                + ONE,
                        duty)
                .param("unit", duty.unit())
                .param("assisting", duty.assisting().toArray(String[]::new))
                .param("level", duty.level())
                .param("clause", duty.clause())
                .param("to", duty.term().to(), java.sql.Types.DATE)
                .update();
    }

    void delete(KeptDuty duty) {
        one("DELETE FROM duty " + ONE, duty).update();
    }

    private JdbcClient.StatementSpec one(String sql, KeptDuty duty) {
        return jdbc.sql(sql)
                .param("leaf", duty.leaf())
                .param("area", duty.area(), java.sql.Types.VARCHAR)
                .param("from", duty.term().from(), java.sql.Types.DATE);
    }

    private static KeptDuty toDuty(ResultSet row, int n) throws SQLException {
        return new KeptDuty(
                row.getString("leaf"),
                row.getString("area"),
                row.getString("unit"),
                PersonRows.strings(row.getArray("assisting")),
                row.getString("level"),
                row.getString("clause"),
                new Term(day(row.getDate("valid_from")), day(row.getDate("valid_to"))));
    }

    static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
