package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings that are asked for, who works on which, and how each has ended. */
@Component
class TrainingRows {

    /** How long a node that says nothing is believed to live. */
    private static final int HOLD_SECONDS = 30;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TrainingRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Asks for a training; empty when the same is asked for already. */
    Optional<Long> ask(Origin origin, String askedBy, Instant at) {
        return jdbc.sql("""
                INSERT INTO topic_model (origin, state, asked_by, asked_at) VALUES (?, 'WAITING', ?, ?)
                ON CONFLICT DO NOTHING RETURNING version""")
                .params(origin.name(), askedBy, Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    /** Asks for the first training of all, unless there was one. */
    void askFirst(String askedBy, Instant at) {
        jdbc.sql("""
                INSERT INTO topic_model (origin, state, asked_by, asked_at)
                SELECT 'SAMPLES', 'WAITING', ?, ? WHERE NOT EXISTS (SELECT FROM topic_model WHERE state <> 'REFUSED')
                ON CONFLICT DO NOTHING""").params(askedBy, Timestamp.from(at)).update();
    }

    long askFromFile(HistoryFile file, String askedBy, Instant at) {
        long version = jdbc.sql("""
                INSERT INTO topic_model (origin, state, asked_by, asked_at, file, text_columns, label_column)
                VALUES ('FILE', 'WAITING', ?, ?, ?, ?, ?) RETURNING version""")
                .params(askedBy, Timestamp.from(at), file.name(), file.text().toArray(String[]::new), file.label())
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO topic_model_file (version, content) VALUES (?, ?)")
                .params(version, file.content())
                .update();
        return version;
    }

    /** Takes the oldest training that nobody works on, also one that a node which died has left. */
    Optional<Claim> claim(UUID holder) {
        return jdbc.sql("""
                UPDATE topic_model SET state = 'TRAINING', holder = ?, started_at = coalesce(started_at, clock_timestamp()),
                    held_until = clock_timestamp() + make_interval(secs => ?)
                WHERE version = (SELECT version FROM topic_model
                    WHERE state IN ('WAITING', 'TRAINING') AND (held_until IS NULL OR held_until < clock_timestamp())
                    ORDER BY version LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING version, holder, origin""")
                .params(holder, HOLD_SECONDS)
                .query((row, n) -> new Claim(
                        row.getLong("version"),
                        row.getObject("holder", UUID.class),
                        Origin.valueOf(row.getString("origin"))))
                .optional();
    }

    /** Says that this node lives; false when the training is another's now. */
    boolean hold(Claim claim) {
        return jdbc.sql("""
                UPDATE topic_model SET held_until = clock_timestamp() + make_interval(secs => ?)
                WHERE version = ? AND holder = ? AND state = 'TRAINING'""")
                        .params(HOLD_SECONDS, claim.version(), claim.holder())
                        .update()
                == 1;
    }

    /** Leaves the training to whoever comes first. */
    void release(Claim claim) {
        jdbc.sql("UPDATE topic_model SET held_until = NULL WHERE version = ? AND holder = ?")
                .params(claim.version(), claim.holder())
                .update();
    }

    void reach(Claim claim, TrainingStep step) {
        jdbc.sql("UPDATE topic_model SET step = ? WHERE version = ? AND holder = ?")
                .params(step.name(), claim.version(), claim.holder())
                .update();
    }

    HistoryFile file(long version) {
        return jdbc.sql("""
                SELECT file, text_columns, label_column, f.content
                FROM topic_model JOIN topic_model_file f USING (version) WHERE version = ?""")
                .param(version)
                .query((row, n) -> new HistoryFile(
                        row.getString("file"),
                        row.getBytes("content"),
                        List.of((String[]) row.getArray("text_columns").getArray()),
                        row.getString("label_column")))
                .single();
    }

    /** Keeps what was learnt as a candidate. */
    void keep(Claim claim, Learnt learnt, byte[] content, Instant at) {
        Comparison compared = learnt.comparison();
        jdbc.sql("""
                UPDATE topic_model SET state = 'CANDIDATE', content = ?, examples = ?, labels = ?, learnt_until = ?,
                    compared = ?, accuracy = ?, macro_f1 = ?, accuracy_before = ?, ended_at = ?
                WHERE version = ?""")
                .params(content, learnt.examples(), learnt.model().labels().size())
                .param(learnt.until() == null ? null : Timestamp.from(learnt.until()))
                .params(compared.rows(), compared.accuracy(), compared.macroF1(), compared.before())
                .params(Timestamp.from(at), claim.version())
                .update();
        forgetFile(claim.version());
    }

    void refuse(long version, Refusal refusal, List<String> unknownLabels, Instant at) {
        jdbc.sql("""
                UPDATE topic_model SET state = 'REFUSED', unknown_labels = ?, ended_at = ? WHERE version = ?""")
                .params(unknownLabels.toArray(String[]::new), Timestamp.from(at), version)
                .update();
        explain(version, refusal);
        forgetFile(version);
    }

    /** Why it is what it is; null when nothing has to be said. */
    void explain(long version, @Nullable Refusal why) {
        jdbc.sql("UPDATE topic_model SET reason = ?, reason_arguments = ?::jsonb WHERE version = ?")
                .params(why == null ? null : why.slug(), why == null ? null : jsonOf(why), version)
                .update();
    }

    private void forgetFile(long version) {
        jdbc.sql("DELETE FROM topic_model_file WHERE version = ?")
                .param(version)
                .update();
    }

    private String jsonOf(Refusal refusal) {
        try {
            return json.writeValueAsString(refusal.arguments());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
