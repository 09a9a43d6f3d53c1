package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.Account;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests as clients filed them, each once. */
@Component
class RequestRows {

    private static final String SELECT = "SELECT petition, external_id, token FROM open311_request ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RequestRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A request that is kept. */
    record Row(String petition, String externalId, @Nullable UUID token) {}

    /** Lets one at a time file what may be the same. */
    void lock(Account account, String sameness) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params(sameness, account.id())
                .query((row, n) -> n)
                .single();
    }

    Optional<Row> byExternalId(Account account, String externalId) {
        return jdbc.sql(SELECT + "WHERE account = ? AND external_id = ?")
                .params(account.id(), externalId)
                .query(Row.class)
                .optional();
    }

    Optional<Row> byDigest(Account account, byte[] digest, Instant since) {
        return jdbc.sql(SELECT + "WHERE account = ? AND digest = ? AND filed_at > ? ORDER BY filed_at DESC LIMIT 1")
                .params(account.id(), digest, Timestamp.from(since))
                .query(Row.class)
                .optional();
    }

    Optional<Row> byToken(UUID token) {
        return jdbc.sql(SELECT + "WHERE token = ?")
                .param(token)
                .query(Row.class)
                .optional();
    }

    /** A request of this very account. */
    Optional<Row> byNumber(Account account, String number) {
        return jdbc.sql(SELECT + "WHERE account = ? AND petition = ?")
                .params(account.id(), number)
                .query(Row.class)
                .optional();
    }

    void insert(Row row, Account account, byte[] digest, Filing filing, Instant now) {
        jdbc.sql("""
                INSERT INTO open311_request (petition, account, external_id, digest, service, token, attributes, filed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(
                        row.petition(),
                        account.id(),
                        row.externalId(),
                        digest,
                        filing.service().code(),
                        row.token(),
                        written(filing),
                        Timestamp.from(now))
                .update();
    }

    private String written(Filing filing) {
        try {
            return json.writeValueAsString(filing.answers());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
