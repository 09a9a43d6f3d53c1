package cn.wenzheng.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of topics; who answers for them in the whole city today is read from the table of duties. */
@Component
class TopicRows {

    private final JdbcClient jdbc;
    private final DutyRows duties;
    private final Clock clock;

    TopicRows(JdbcClient jdbc, DutyRows duties, Clock clock) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.clock = clock;
    }

    /** All there are and ever were; what is a leaf is not told here. */
    Map<String, KeptTopic> all() {
        return all(duties.all());
    }

    /** @param directory all duties, as they were just read */
    Map<String, KeptTopic> all(List<KeptDuty> directory) {
        Map<String, KeptDuty> ofTheCity = DutyRows.ofTheCity(directory, LocalDate.now(clock));
        return OrganizationDesk.byCode(
                jdbc.sql("""
                                SELECT code, name, parent, keywords, valid_from, valid_to, closed_at FROM category
                                ORDER BY code""").query((row, n) -> toTopic(row, ofTheCity)).list(), KeptTopic::code);
    }

    private static KeptTopic toTopic(ResultSet row, Map<String, KeptDuty> ofTheCity) throws SQLException {
        KeptDuty duty = ofTheCity.get(row.getString("code"));
        Category topic = new Category(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                false,
                duty == null ? null : duty.unit(),
                PersonRows.strings(row.getArray("keywords")),
                duty == null ? null : duty.clause(),
                new Term(DutyRows.day(row.getDate("valid_from")), DutyRows.day(row.getDate("valid_to"))));
        return new KeptTopic(topic, UnitRows.instant(row.getTimestamp("closed_at")));
    }

    /** Writes a topic, and that its unit answers for it in the whole city. */
    void insert(Category topic) {
        jdbc.sql("""
                        INSERT INTO category (code, name, parent, keywords, valid_from, valid_to)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(topic.code(), topic.name(), topic.parent())
                .params(
                        topic.keywords().toArray(String[]::new),
                        topic.term().from(),
                        topic.term().to())
                .update();
        if (topic.unit() != null) {
            duties.insert(KeptDuty.cityWide(topic.code(), topic.unit(), topic.clause()));
        }
    }

    /** Writes the topic anew, its duty not with it. */
    void update(Category topic) {
        jdbc.sql("""
                        UPDATE category SET name = ?, parent = ?, keywords = ?, valid_from = ?, valid_to = ?
                        WHERE code = ?""")
                .params(topic.name(), topic.parent(), topic.keywords().toArray(String[]::new))
                .params(topic.term().from(), topic.term().to(), topic.code())
                .update();
    }

    void close(String code, Instant at) {
        jdbc.sql("UPDATE category SET closed_at = ? WHERE code = ?")
                .params(at.atOffset(ZoneOffset.UTC), code)
                .update();
    }
}
