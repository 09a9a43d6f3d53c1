package cn.wenzheng.organization;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of topics with the duties at its leaves. */
@Component
class TopicRows {

    private final JdbcClient jdbc;

    TopicRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there are and ever were; what is a leaf is not told here. */
    Map<String, KeptTopic> all() {
        return OrganizationDesk.byCode(
                jdbc.sql("SELECT code, name, parent, unit, keywords, clause, closed_at FROM category ORDER BY code")
                        .query((row, n) -> new KeptTopic(
                                new Category(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("parent"),
                                        false,
                                        row.getString("unit"),
                                        PersonRows.strings(row.getArray("keywords")),
                                        row.getString("clause")),
                                UnitRows.instant(row.getTimestamp("closed_at"))))
                        .list(),
                KeptTopic::code);
    }

    void insert(Category topic) {
        jdbc.sql("INSERT INTO category (code, name, parent, unit, keywords, clause) VALUES (?, ?, ?, ?, ?, ?)")
                .params(topic.code(), topic.name(), topic.parent(), topic.unit())
                .params(topic.keywords().toArray(String[]::new), topic.clause())
                .update();
    }

    void update(Category topic) {
        jdbc.sql("UPDATE category SET name = ?, parent = ?, unit = ?, keywords = ?, clause = ? WHERE code = ?")
                .params(topic.name(), topic.parent(), topic.unit())
                .params(topic.keywords().toArray(String[]::new), topic.clause(), topic.code())
                .update();
    }

    void close(String code, Instant at) {
        jdbc.sql("UPDATE category SET closed_at = ? WHERE code = ?")
                .params(at.atOffset(ZoneOffset.UTC), code)
                .update();
    }
}
