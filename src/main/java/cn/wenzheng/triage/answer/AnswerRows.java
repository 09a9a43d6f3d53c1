package cn.wenzheng.triage.answer;

import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of prepared answers. */
@Component
class AnswerRows {

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AnswerTemplate> all() {
        return jdbc.sql("SELECT * FROM answer_template ORDER BY code")
                .query(AnswerRows::toTemplate)
                .list();
    }

    void insert(AnswerTemplate template, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO answer_template (code, kind, reason, category, title, text, source, valid_until,
                            review_on, active, set_by, set_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(template.code(), template.kind().name(), name(template.reason()), template.category())
                .params(template.title(), template.text(), template.source())
                .params(template.validUntil(), template.reviewOn(), template.active())
                .params(by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(AnswerTemplate template, String by, Instant at) {
        jdbc.sql("""
                        UPDATE answer_template SET kind = ?, reason = ?, category = ?, title = ?, text = ?, source = ?,
                            valid_until = ?, review_on = ?, active = ?, set_by = ?, set_at = ?
                        WHERE code = ?""")
                .params(template.kind().name(), name(template.reason()), template.category())
                .params(template.title(), template.text(), template.source())
                .params(template.validUntil(), template.reviewOn(), template.active())
                .params(by, at.atOffset(ZoneOffset.UTC), template.code())
                .update();
    }

    private static @Nullable String name(@Nullable RefusalReason reason) {
        return reason == null ? null : reason.name();
    }

    private static AnswerTemplate toTemplate(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        return new AnswerTemplate(
                row.getString("code"),
                AnswerKind.valueOf(row.getString("kind")),
                reason == null ? null : RefusalReason.valueOf(reason),
                row.getString("category"),
                row.getString("title"),
                row.getString("text"),
                row.getString("source"),
                day(row.getDate("valid_until")),
                day(row.getDate("review_on")),
                row.getBoolean("active"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
