package cn.wenzheng.channel.batch;

import cn.wenzheng.access.Sentences;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read side of the import's tables, in the reader's language. */
@Component
class ImportSheets {

    private static final int RECENT = 50;

    private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Sentences sentences;

    ImportSheets(JdbcClient jdbc, ObjectMapper json, Sentences sentences) {
        this.jdbc = jdbc;
        this.json = json;
        this.sentences = sentences;
    }

    Optional<Import> one(UUID id, Locale locale) {
        List<Import.Rejected> rejected = jdbc.sql(
                        "SELECT line, reason, arguments FROM import_rejection WHERE import = ? ORDER BY line LIMIT ?")
                .params(id, Import.SHOWN)
                .query((row, n) -> new Import.Rejected(
                        row.getInt("line"), sentence(row.getString("reason"), row.getString("arguments"), locale)))
                .list();
        return jdbc.sql("SELECT * FROM import WHERE id = ?")
                .param(id)
                .query((row, n) -> toImport(row, rejected, locale))
                .optional();
    }

    List<Import> recent(Locale locale) {
        return jdbc.sql("SELECT * FROM import ORDER BY uploaded_at DESC LIMIT ?")
                .param(RECENT)
                .query((row, n) -> toImport(row, List.of(), locale))
                .list();
    }

    private Import toImport(ResultSet row, List<Import.Rejected> rejected, Locale locale) throws SQLException {
        int created = row.getInt("created");
        int duplicates = row.getInt("duplicates");
        int rejectedCount = row.getInt("rejected");
        String failure = row.getString("failure");
        return new Import(
                row.getString("id"),
                row.getString("file"),
                row.getBoolean("backlog") ? Import.Mode.BACKLOG : Import.Mode.LIVE,
                Import.State.valueOf(row.getString("state")),
                row.getTimestamp("uploaded_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getObject("total", Integer.class),
                created + duplicates + rejectedCount,
                created,
                duplicates,
                rejectedCount,
                rejected,
                failure == null ? null : sentence(failure, row.getString("failure_arguments"), locale));
    }

    private String sentence(String slug, String arguments, Locale locale) {
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
