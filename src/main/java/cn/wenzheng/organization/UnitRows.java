package cn.wenzheng.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of units. */
@Component
class UnitRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All there are and ever were, the tree's upper levels first. */
    Map<String, KeptUnit> all() {
        return OrganizationDesk.byCode(
                jdbc.sql("SELECT code, name, level, parent, closed_at FROM unit ORDER BY level, code")
                        .query((row, n) -> new KeptUnit(
                                new Unit(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getInt("level"),
                                        row.getString("parent")),
                                instant(row.getTimestamp("closed_at"))))
                        .list(),
                KeptUnit::code);
    }

    /** How many people work for each unit. */
    Map<String, Long> people() {
        Map<String, Long> people = new HashMap<>();
        jdbc.sql("SELECT unit, count(*) AS people FROM person WHERE disabled_at IS NULL GROUP BY unit")
                .query(row -> {
                    people.put(row.getString("unit"), row.getLong("people"));
                });
        return people;
    }

    /** What within the register itself stands against closing the unit. */
    Map<OpenWork.Kind, Long> tied(String code) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM person WHERE unit = :code AND disabled_at IS NULL) AS people,
                               (SELECT count(*) FROM unit WHERE parent = :code AND closed_at IS NULL) AS units,
                               (SELECT count(DISTINCT leaf) FROM duty d JOIN category c ON c.code = d.leaf
                                WHERE (d.unit = :code OR :code = ANY (d.assisting)) AND c.closed_at IS NULL
                                    AND (d.valid_to IS NULL OR d.valid_to >= :today)) AS topics""")
                .param("code", code)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> Map.of(
                        OpenWork.Kind.PERSON, row.getLong("people"),
                        OpenWork.Kind.UNIT, row.getLong("units"),
                        OpenWork.Kind.TOPIC, row.getLong("topics")))
                .single();
    }

    void insert(Unit unit) {
        jdbc.sql("INSERT INTO unit (code, name, level, parent) VALUES (?, ?, ?, ?)")
                .params(unit.code(), unit.name(), unit.level(), unit.parent())
                .update();
    }

    void update(Unit unit) {
        jdbc.sql("UPDATE unit SET name = ?, level = ?, parent = ? WHERE code = ?")
                .params(unit.name(), unit.level(), unit.parent(), unit.code())
                .update();
    }

    void close(String code, Instant at) {
        jdbc.sql("UPDATE unit SET closed_at = ? WHERE code = ?")
                .params(at.atOffset(ZoneOffset.UTC), code)
                .update();
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
