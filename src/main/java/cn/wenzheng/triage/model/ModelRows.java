package cn.wenzheng.triage.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions that were trained, and which one of them speaks. */
@Component
class ModelRows {

    /** What older versions are made of is not kept: nobody goes back that far. */
    private static final int KEPT = 20;

    private final JdbcClient jdbc;

    ModelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> active() {
        return jdbc.sql("SELECT version FROM topic_model WHERE state = 'ACTIVE'")
                .query(Long.class)
                .optional();
    }

    Optional<byte[]> content(long version) {
        return jdbc.sql("SELECT content FROM topic_model WHERE version = ? AND content IS NOT NULL")
                .param(version)
                .query(byte[].class)
                .optional();
    }

    Optional<Origin> origin(long version) {
        return jdbc.sql("SELECT origin FROM topic_model WHERE version = ?")
                .param(version)
                .query((row, n) -> Origin.valueOf(row.getString("origin")))
                .optional();
    }

    /** Up to when decisions are among what a version has learnt. */
    Optional<Instant> learntUntil(long version) {
        return jdbc.sql("SELECT learnt_until FROM topic_model WHERE version = ? AND learnt_until IS NOT NULL")
                .param(version)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** How much was decided that the version which speaks has not learnt. */
    long decidedSince() {
        return jdbc.sql("""
                SELECT count(*) FROM learning_example WHERE by_person AND decided_at > coalesce(
                    (SELECT learnt_until FROM topic_model WHERE state = 'ACTIVE'), '-infinity')""").query(Long.class).single();
    }

    /** Lets this version speak instead of the one that does; false when it has nothing to say. */
    boolean activate(long version, Instant at) {
        jdbc.sql("UPDATE topic_model SET state = 'RETIRED' WHERE state = 'ACTIVE'")
                .update();
        boolean speaks = jdbc.sql("""
                UPDATE topic_model SET state = 'ACTIVE', activated_at = ?, reason = NULL, reason_arguments = NULL
                WHERE version = ? AND state IN ('CANDIDATE', 'RETIRED') AND content IS NOT NULL""").params(Timestamp.from(at), version).update() == 1;
        jdbc.sql("""
                UPDATE topic_model SET content = NULL WHERE content IS NOT NULL AND state <> 'ACTIVE' AND version NOT IN
                    (SELECT version FROM topic_model WHERE content IS NOT NULL ORDER BY version DESC LIMIT ?)""").param(KEPT).update();
        return speaks;
    }

    /** Has every other wait who wants another version to speak, until the transaction ends. */
    void takeTurn() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('model-activated', 0))")
                .query((row, n) -> true)
                .single();
    }
}
