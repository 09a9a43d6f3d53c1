package cn.wenzheng.audit;

import cn.wenzheng.access.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds lines of the journal, newest first.
 *
 * <p>Every single filter is an index that already stands in the order of the answer; what is asked beside it is looked
 * up line by line.
 */
@Component
class JournalSearchRows {

    /** Lines are counted up to here and can be turned to up to here; who needs more narrows the search or exports. */
    static final int MOST = 10_000;

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    JournalSearchRows(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FETCH);
    }

    List<AuditEntry> page(JournalFilter filter, Window window) {
        Query query = query(filter);
        return jdbc.sql("SELECT j.* " + query.from() + query.newestFirst() + " LIMIT ? OFFSET ?")
                .params(query.parameters())
                .param(window.size())
                .param(window.offset())
                .query(JournalRows::toEntry)
                .list();
    }

    /** How many there are; one more than {@link #MOST} when there are more. */
    int count(JournalFilter filter) {
        Query query = query(filter);
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 " + query.fromForCounting() + " LIMIT " + (MOST + 1)
                        + ") found")
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** All of them, in bounded memory; within a transaction, and closed by the caller. */
    Stream<AuditEntry> all(JournalFilter filter) {
        Query query = query(filter);
        return streaming.queryForStream(
                "SELECT j.* " + query.from() + query.newestFirst(),
                JournalRows::toEntry,
                query.parameters().toArray());
    }

    private static Query query(JournalFilter filter) {
        Query query = new Query();
        query.subject("person", filter.person());
        query.subject("unit", filter.unit());
        query.line("petition", filter.petition());
        query.line("kind", JournalFilter.code(filter.kind()));
        query.line("outcome", JournalFilter.code(filter.outcome()));
        query.line("door", JournalFilter.code(filter.door()));
        query.at(">=", filter.period().from());
        query.at("<", filter.period().to());
        return query;
    }

    /** Written such that the first subject, when there is one, leads: its index has the order of the answer. */
    private static final class Query {

        private final StringBuilder tables = new StringBuilder("FROM journal j");
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();
        private @Nullable String leader;
        private int subjects;
        private boolean lineIsAsked;

        void subject(String what, @Nullable String code) {
            if (code == null) {
                return;
            }
            tables.append(" JOIN journal_subject ").append(what).append(" ON ");
            if (leader == null) {
                leader = what;
                tables.append(what).append(".line = j.id");
            } else {
                tables.append("(%1$s.at, %1$s.line) = (%2$s.at, %2$s.line)".formatted(what, leader));
            }
            conditions.add("%1$s.what = '%1$s' AND %1$s.code = ?".formatted(what));
            parameters.add(code);
            subjects++;
        }

        void line(String column, @Nullable String value) {
            if (value != null) {
                conditions.add("j." + column + " = ?");
                parameters.add(value);
                lineIsAsked = true;
            }
        }

        void at(String comparison, @Nullable Instant instant) {
            if (instant != null) {
                conditions.add((leader == null ? "j" : leader) + ".at " + comparison + " ?");
                parameters.add(instant.atOffset(ZoneOffset.UTC));
            }
        }

        String from() {
            return tables + where();
        }

        /** Lines that nothing is asked of need not be read to be counted. */
        String fromForCounting() {
            return leader == null || lineIsAsked || subjects > 1 ? from() : " FROM journal_subject " + leader + where();
        }

        private String where() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        String newestFirst() {
            return leader == null
                    ? " ORDER BY j.at DESC, j.id DESC"
                    : " ORDER BY " + leader + ".at DESC, " + leader + ".line DESC";
        }

        List<Object> parameters() {
            return parameters;
        }
    }
}
