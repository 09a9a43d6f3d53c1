package cn.wenzheng.channel.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of accounts that were uploaded. */
@Component
class AccountImportRows {

    private static final String ABOUT = "SELECT id, file, uploader, uploaded_at, applied_at FROM channel_import ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AccountImportRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A table of accounts that somebody has uploaded.
     *
     * @param appliedAt when it went in; null while it waits to be confirmed
     */
    record About(
            UUID id,
            String file,
            String uploader,
            Instant uploadedAt,
            @Nullable Instant appliedAt) {}

    UUID insert(String file, AccountTable table, byte[] foreseen, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO channel_import (file, rows, foreseen, uploader, uploaded_at)
                        VALUES (?, ?::jsonb, ?, ?, ?) RETURNING id""")
                .params(file, written(table), foreseen, by, AccountRows.utc(at))
                .query(UUID.class)
                .single();
    }

    List<About> recent(int most) {
        return jdbc.sql(ABOUT + "ORDER BY uploaded_at DESC, id LIMIT ?")
                .param(most)
                .query((row, n) -> about(row))
                .list();
    }

    Optional<About> one(UUID id) {
        return jdbc.sql(ABOUT + "WHERE id = ?")
                .param(id)
                .query((row, n) -> about(row))
                .optional();
    }

    AccountTable table(UUID id) {
        return jdbc.sql("SELECT rows FROM channel_import WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row.getString("rows")))
                .single();
    }

    byte[] foreseen(UUID id) {
        return jdbc.sql("SELECT foreseen FROM channel_import WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("foreseen"))
                .single();
    }

    void setForeseen(UUID id, byte[] foreseen) {
        jdbc.sql("UPDATE channel_import SET foreseen = ? WHERE id = ?")
                .params(foreseen, id)
                .update();
    }

    void applied(UUID id, Instant at) {
        jdbc.sql("UPDATE channel_import SET applied_at = ?, rows = '{}' WHERE id = ?")
                .params(AccountRows.utc(at), id)
                .update();
    }

    private String written(AccountTable table) {
        try {
            return json.writeValueAsString(table);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cells are texts", impossible);
        }
    }

    private AccountTable read(String written) {
        try {
            return json.readValue(written, AccountTable.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cells are texts", impossible);
        }
    }

    private static About about(ResultSet row) throws SQLException {
        Timestamp applied = row.getTimestamp("applied_at");
        return new About(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                applied == null ? null : applied.toInstant());
    }
}
