package cn.wenzheng.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return tree().topics();
    }

    /** All topics there ever were with all duties, as one statement reads them. */
    record Tree(Map<String, KeptTopic> topics, List<KeptDuty> duties) {}

    Tree tree() {
        List<Category> topics = new ArrayList<>();
        Map<String, @Nullable Instant> closed = new HashMap<>();
        List<KeptDuty> directory = new ArrayList<>();
        jdbc.sql("""
                        SELECT c.code, c.name, c.parent, c.keywords, c.valid_from AS offered_from,
                            c.valid_to AS offered_to, c.closed_at, d.*
                        FROM category c LEFT JOIN duty d ON d.leaf = c.code
                        ORDER BY c.code, d.area NULLS FIRST, d.valid_from NULLS FIRST""").query(row -> {
            String code = row.getString("code");
            if (topics.isEmpty() || !topics.get(topics.size() - 1).code().equals(code)) {
                topics.add(toTopic(row));
                closed.put(code, UnitRows.instant(row.getTimestamp("closed_at")));
            }
            if (row.getString("leaf") != null) {
                directory.add(DutyRows.toDuty(row, 0));
            }
        });
        Map<String, KeptDuty> ofTheCity = DutyRows.ofTheCity(directory, LocalDate.now(clock));
        List<KeptTopic> kept = topics.stream()
                .map(topic -> new KeptTopic(answeredFor(topic, ofTheCity.get(topic.code())), closed.get(topic.code())))
                .toList();
        return new Tree(OrganizationDesk.byCode(kept, KeptTopic::code), directory);
    }

    private static Category answeredFor(Category topic, @Nullable KeptDuty duty) {
        return duty == null ? topic : topic.withDuty(duty.unit(), duty.clause());
    }

    private static Category toTopic(ResultSet row) throws SQLException {
        return new Category(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                false,
                null,
                PersonRows.strings(row.getArray("keywords")),
                null,
                new Term(DutyRows.day(row.getDate("offered_from")), DutyRows.day(row.getDate("offered_to"))));
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
            duties.insert(KeptDuty.cityWide(topic.code(), topic.unit(), topic.clause()), null, clock.instant());
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
