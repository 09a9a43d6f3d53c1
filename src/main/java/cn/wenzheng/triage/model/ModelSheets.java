package cn.wenzheng.triage.model;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.access.Window;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read side of the table of versions, in the reader's language. */
@Component
class ModelSheets {

    private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {};

    private static final String VERSIONS = """
            SELECT version, origin, state, step, asked_by, asked_at, ended_at, activated_at, file, examples, labels,
                compared, accuracy, macro_f1, accuracy_before, unknown_labels, reason, reason_arguments,
                content IS NOT NULL AS usable
            FROM topic_model""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Sentences sentences;

    ModelSheets(JdbcClient jdbc, ObjectMapper json, Sentences sentences) {
        this.jdbc = jdbc;
        this.json = json;
        this.sentences = sentences;
    }

    Optional<ModelVersion> one(long version, Locale locale) {
        return jdbc.sql(VERSIONS + " WHERE version = ?")
                .param(version)
                .query((row, n) -> version(row, locale))
                .optional();
    }

    /** Newest first. */
    List<ModelVersion> latest(Window window, Locale locale) {
        return jdbc.sql(VERSIONS + " ORDER BY version DESC LIMIT ? OFFSET ?")
                .params(window.size(), window.offset())
                .query((row, n) -> version(row, locale))
                .list();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM topic_model").query(Long.class).single();
    }

    /** The version that spoke before the one that does. */
    Optional<Long> before() {
        return jdbc.sql("""
                SELECT version FROM topic_model before WHERE state = 'RETIRED' AND content IS NOT NULL AND NOT EXISTS (
                    SELECT FROM topic_model WHERE state = 'ACTIVE' AND version < before.version)
                ORDER BY activated_at DESC, version DESC LIMIT 1""").query(Long.class).optional();
    }

    private ModelVersion version(ResultSet row, Locale locale) throws SQLException {
        String step = row.getString("step");
        ModelState state = ModelState.valueOf(row.getString("state"));
        return new ModelVersion(
                row.getLong("version"),
                Origin.valueOf(row.getString("origin")),
                state,
                step == null || state != ModelState.TRAINING ? null : TrainingStep.valueOf(step),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("activated_at")),
                row.getString("file"),
                row.getObject("examples", Integer.class),
                row.getObject("labels", Integer.class),
                row.getInt("compared"),
                row.getObject("accuracy", Double.class),
                row.getObject("macro_f1", Double.class),
                row.getObject("accuracy_before", Double.class),
                List.of((String[]) row.getArray("unknown_labels").getArray()),
                sentence(row.getString("reason"), row.getString("reason_arguments"), locale),
                row.getBoolean("usable"));
    }

    private @Nullable String sentence(@Nullable String slug, @Nullable String arguments, Locale locale) {
        if (slug == null || arguments == null) {
            return null;
        }
        try {
            return sentences.of(slug, json.readValue(arguments, ARGUMENTS).toArray(), locale);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
