package cn.wenzheng.audit;

import cn.wenzheng.access.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal's last days at a glance; the index by time leaves the rest of a long journal untouched. */
@Component
class JournalGlance {

    private final JdbcClient jdbc;

    JournalGlance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked; the condition is on a journal line. */
    enum Question {
        ATTEMPTS("outcome = 'refused'"),
        CONTACTS("action = 'contact-revealed' AND outcome = 'done'"),
        FILES("(action LIKE 'import-%' OR action LIKE '%-imported' OR action LIKE '%-exported') AND outcome = 'done'");

        private final String condition;

        Question(String condition) {
            this.condition = condition;
        }
    }

    /** The latest lines and how many there are. */
    record Glance(List<AuditEntry> entries, long total) {}

    /** One statement. */
    Glance since(Instant since, Question question, Window window) {
        long[] total = {0};
        List<AuditEntry> entries = jdbc.sql("""
                        SELECT *, count(*) OVER () AS total FROM journal
                        WHERE at >= :since AND %s
                        ORDER BY at DESC, id DESC LIMIT :size OFFSET :offset""".formatted(question.condition))
                .param("since", Timestamp.from(since))
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return JournalRows.toEntry(row, n);
                })
                .list();
        return new Glance(entries, total[0]);
    }
}
