package cn.wenzheng.channel.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How topics are offered where it is not the usual way, and since when all of it is as it is. */
@Component
class ServiceRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ServiceRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(String category, boolean isPrivate, boolean batch, List<Attribute> attributes) {

        /** Of a topic that nobody has set: at once, in the open, without questions. */
        static Row usual(String category) {
            return new Row(category, false, false, List.of());
        }
    }

    Map<String, Row> all() {
        return jdbc
                .sql("SELECT category, private, batch, attributes FROM open311_service")
                .query((row, n) -> new Row(
                        row.getString("category"),
                        row.getBoolean("private"),
                        row.getBoolean("batch"),
                        read(row.getString("attributes"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::category, row -> row));
    }

    void put(Row row) {
        jdbc.sql("""
                INSERT INTO open311_service (category, private, batch, attributes) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT (category) DO UPDATE
                SET private = excluded.private, batch = excluded.batch, attributes = excluded.attributes""")
                .params(row.category(), row.isPrivate(), row.batch(), written(row.attributes()))
                .update();
    }

    Optional<Instant> changedAt(byte[] digest) {
        return jdbc.sql("SELECT changed_at FROM open311_changeset WHERE digest = ?")
                .param(digest)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void changed(byte[] digest, Instant at) {
        jdbc.sql("""
                INSERT INTO open311_changeset (digest, changed_at) VALUES (?, ?)
                ON CONFLICT (single) DO UPDATE SET digest = excluded.digest, changed_at = excluded.changed_at
                WHERE open311_changeset.digest <> excluded.digest""").params(digest, Timestamp.from(at)).update();
    }

    private List<Attribute> read(String attributes) {
        try {
            return json.readValue(attributes, new TypeReference<>() {});
        } catch (JsonProcessingException spoiled) {
            throw new IllegalStateException("attributes that nobody wrote", spoiled);
        }
    }

    private String written(List<Attribute> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
