package cn.wenzheng.organization;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    /** Who said each row of a topic last, by its key; what came with the city is absent. */
    Map<String, DutyMark> marks(String leaf) {
        Map<String, DutyMark> marks = new HashMap<>();
        jdbc.sql("SELECT * FROM duty WHERE leaf = ? AND set_by IS NOT NULL")
                .param(leaf)
                .query(row -> {
                    Instant at = row.getTimestamp("set_at").toInstant();
                    marks.put(toDuty(row, 0).key(), new DutyMark(row.getString("set_by"), at));
                });
        return marks;
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

    /** @param by null for what comes with the city */
    void insert(KeptDuty duty, @Nullable String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO duty (leaf, area, unit, assisting, level, clause, valid_from, valid_to,
                            set_by, set_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(duty.leaf(), duty.area(), duty.unit())
                .params(duty.assisting().toArray(String[]::new), duty.level(), duty.clause())
                .params(duty.term().from(), duty.term().to(), by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes what the row says anew; topic, area and first day tell which it is. */
    void update(KeptDuty duty, String by, Instant at) {
        one("""
                        UPDATE duty SET unit = :unit, assisting = :assisting, level = :level, clause = :clause,
                            valid_to = :to, set_by = :by, set_at = :at
                        """ + ONE, duty)
                .param("unit", duty.unit())
                .param("assisting", duty.assisting().toArray(String[]::new))
                .param("level", duty.level())
                .param("clause", duty.clause())
                .param("to", duty.term().to(), Types.DATE)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(KeptDuty duty) {
        one("DELETE FROM duty " + ONE, duty).update();
    }

    private JdbcClient.StatementSpec one(String sql, KeptDuty duty) {
        return jdbc.sql(sql)
                .param("leaf", duty.leaf())
                .param("area", duty.area(), Types.VARCHAR)
                .param("from", duty.term().from(), Types.DATE);
    }

    static KeptDuty toDuty(ResultSet row, int n) throws SQLException {
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
