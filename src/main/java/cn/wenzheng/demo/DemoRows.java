package cn.wenzheng.demo;

import cn.wenzheng.triage.AnswerTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo city's one row, and the few rows that no desk writes. */
@Component
@Profile("demo")
class DemoRows {

    private final JdbcClient jdbc;

    DemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration ahead() {
        return Duration.ofMillis(jdbc.sql("SELECT clock_ahead_millis FROM demo_city")
                .query(Long.class)
                .single());
    }

    /** How far the clock is ahead, read for a change: nobody else moves it until the transaction ends. */
    Duration aheadForChange() {
        return Duration.ofMillis(jdbc.sql("SELECT clock_ahead_millis FROM demo_city FOR UPDATE")
                .query(Long.class)
                .single());
    }

    void setAhead(Duration ahead) {
        jdbc.sql("UPDATE demo_city SET clock_ahead_millis = ?")
                .param(ahead.toMillis())
                .update();
    }

    boolean isSettled() {
        return jdbc.sql("SELECT settled_at IS NOT NULL FROM demo_city")
                .query(Boolean.class)
                .single();
    }

    /** Marks the city as the demo city, whose passwords everybody knows. */
    void moveIn() {
        jdbc.sql("UPDATE demo_city SET moved_in = true").update();
    }

    /** A topic with a service level of its own. */
    void giveLevel(String topic, String level, Instant at) {
        jdbc.sql("INSERT INTO service_level_of_topic (topic, level, set_at) VALUES (?, ?, ?)")
                .params(topic, level, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A prepared answer that comes with the city. */
    void keep(AnswerTemplate answer, Instant at) {
        jdbc.sql("""
                        INSERT INTO answer_template (code, kind, reason, category, title, text, source, valid_until,
                            review_on, active, set_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(answer.code(), answer.kind().name())
                .params(answer.reason() == null ? null : answer.reason().name(), answer.category())
                .params(answer.title(), answer.text(), answer.source())
                .params(answer.validUntil(), answer.reviewOn(), answer.active(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void settle(Instant at) {
        jdbc.sql("UPDATE demo_city SET settled_at = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
