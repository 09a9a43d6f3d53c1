package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.TableFormat;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The write side of the import's table: who works on what, and how far it has come. */
@Component
class ImportRows {

    /** How long a node that says nothing is believed to live; a batch takes a second. */
    private static final int HOLD_SECONDS = 15;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID insert(String uploader, String file, boolean backlog, Instant now) {
        return jdbc.sql("""
                INSERT INTO import (uploader, file, digest, backlog, state, uploaded_at)
                VALUES (?, ?, '', ?, 'RUNNING', ?) RETURNING id""")
                .params(uploader, file, backlog, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void setDigest(UUID id, byte[] digest) {
        jdbc.sql("UPDATE import SET digest = ? WHERE id = ?").params(digest, id).update();
    }

    /** Takes the oldest import that nobody works on. */
    Optional<Claim> claim(UUID holder) {
        return jdbc.sql("""
                UPDATE import SET holder = ?, held_until = clock_timestamp() + make_interval(secs => ?)
                WHERE id = (SELECT id FROM import
                            WHERE state = 'RUNNING' AND (held_until IS NULL OR held_until < clock_timestamp())
                            ORDER BY uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, holder, uploader, digest, backlog, format, created + duplicates + rejected AS done""")
                .params(holder, HOLD_SECONDS)
                .query(ImportRows::toClaim)
                .optional();
    }

    /**
     * Says that this node lives and keeps others away until the transaction ends.
     *
     * @return false when the import is another's now
     */
    boolean hold(Claim claim) {
        return jdbc.sql("""
                UPDATE import SET held_until = clock_timestamp() + make_interval(secs => ?)
                WHERE id = ? AND holder = ? AND state = 'RUNNING'""").params(HOLD_SECONDS, claim.id(), claim.holder()).update() == 1;
    }

    /** Leaves the import to whoever comes first. */
    void release(Claim claim) {
        jdbc.sql("UPDATE import SET held_until = NULL WHERE id = ? AND holder = ?")
                .params(claim.id(), claim.holder())
                .update();
    }

    void prepared(UUID id, TableFormat format, int total) {
        jdbc.sql("UPDATE import SET format = ?, total = ? WHERE id = ?")
                .params(format.name(), total, id)
                .update();
    }

    void progress(UUID id, int created, int duplicates, int rejected) {
        jdbc.sql("""
                UPDATE import SET created = created + ?, duplicates = duplicates + ?, rejected = rejected + ?
                WHERE id = ?""").params(created, duplicates, rejected, id).update();
    }

    /** Notes why rows did not go in, by the line on which each begins. */
    void reject(UUID id, Map<Integer, Refusal> reasons) {
        jdbc.sql("""
                INSERT INTO import_rejection (import, line, reason, arguments)
                SELECT ?, row.line, row.reason, row.arguments::jsonb
                FROM unnest(?::integer[], ?::text[], ?::text[]) AS row (line, reason, arguments)""")
                .params(
                        id,
                        reasons.keySet().toArray(Integer[]::new),
                        reasons.values().stream().map(Refusal::slug).toArray(String[]::new),
                        reasons.values().stream().map(this::jsonOf).toArray(String[]::new))
                .update();
    }

    void done(UUID id, Instant now) {
        jdbc.sql("UPDATE import SET state = 'DONE', ended_at = ? WHERE id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void failed(UUID id, Refusal refusal, Instant now) {
        jdbc.sql("""
                UPDATE import SET state = 'FAILED', ended_at = ?, failure = ?, failure_arguments = ?::jsonb
                WHERE id = ?""")
                .params(now.atOffset(ZoneOffset.UTC), refusal.slug(), jsonOf(refusal), id)
                .update();
    }

    private String jsonOf(Refusal refusal) {
        try {
            return json.writeValueAsString(refusal.arguments());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Claim toClaim(ResultSet row, int n) throws SQLException {
        String format = row.getString("format");
        return new Claim(
                row.getObject("id", UUID.class),
                row.getObject("holder", UUID.class),
                row.getString("uploader"),
                row.getBytes("digest"),
                row.getBoolean("backlog"),
                format == null ? null : TableFormat.valueOf(format),
                row.getInt("done"));
    }
}
