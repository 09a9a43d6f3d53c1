package cn.wenzheng.deadline;

import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the service levels: dated limits, and the levels of topics and units. */
@Component
class LevelRows {

    private final JdbcClient jdbc;

    LevelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row there ever was, in the order in which they come into force. */
    List<LevelLimit> limits() {
        return jdbc.sql("SELECT * FROM service_level_limit ORDER BY valid_from, id")
                .query(LevelRows::limit)
                .list();
    }

    void insert(LevelLimit limit) {
        jdbc.sql("""
                INSERT INTO service_level_limit (level, stage, valid_from, measure, parts, of_unit, next_day,
                    extensions, extension_days, reason, set_by, set_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        limit.level().name(),
                        limit.stage().name(),
                        Timestamp.from(limit.validFrom()),
                        limit.measure().name(),
                        limit.parts(),
                        limit.ofUnit(),
                        limit.nextDay(),
                        limit.extensions(),
                        limit.extensionDays(),
                        limit.reason(),
                        limit.setBy(),
                        Timestamp.from(limit.setAt()))
                .update();
    }

    Map<String, ServiceLevel> ofTopics() {
        return marks("SELECT topic AS code, level FROM service_level_of_topic ORDER BY topic");
    }

    Map<String, ServiceLevel> ofUnits() {
        return marks("SELECT unit AS code, level FROM service_level_of_unit ORDER BY unit");
    }

    private Map<String, ServiceLevel> marks(String sql) {
        Map<String, ServiceLevel> marks = new HashMap<>();
        RowCallbackHandler mark = row -> marks.put(row.getString("code"), ServiceLevel.valueOf(row.getString("level")));
        jdbc.sql(sql).query(mark);
        return Map.copyOf(marks);
    }

    /** @param level null takes the mark away */
    void markTopic(String topic, @Nullable ServiceLevel level, @Nullable String by, Instant at) {
        jdbc.sql("DELETE FROM service_level_of_topic WHERE topic = ?")
                .param(topic)
                .update();
        if (level != null) {
            jdbc.sql("INSERT INTO service_level_of_topic (topic, level, set_by, set_at) VALUES (?, ?, ?, ?)")
                    .params(topic, level.name(), by, Timestamp.from(at))
                    .update();
        }
    }

    /** @param level null takes the mark away */
    void markUnit(String unit, @Nullable ServiceLevel level, @Nullable String by, Instant at) {
        jdbc.sql("DELETE FROM service_level_of_unit WHERE unit = ?").param(unit).update();
        if (level != null) {
            jdbc.sql("INSERT INTO service_level_of_unit (unit, level, set_by, set_at) VALUES (?, ?, ?, ?)")
                    .params(unit, level.name(), by, Timestamp.from(at))
                    .update();
        }
    }

    private static LevelLimit limit(ResultSet row, int n) throws SQLException {
        return new LevelLimit(
                ServiceLevel.valueOf(row.getString("level")),
                Stage.valueOf(row.getString("stage")),
                row.getTimestamp("valid_from").toInstant(),
                Measure.valueOf(row.getString("measure")),
                row.getInt("parts"),
                row.getInt("of_unit"),
                row.getBoolean("next_day"),
                row.getInt("extensions"),
                row.getInt("extension_days"),
                row.getString("reason"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant());
    }
}
