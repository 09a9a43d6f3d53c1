package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Sealing;
import cn.wenzheng.organization.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of secrets; what it holds is sealed, and each is bound to its account and name. */
@Component
class SecretRows {

    private static final String SELECT =
            "SELECT id, account, name, sealed, made_at, valid_until, made_by FROM channel_secret ";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SecretRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /**
     * A secret as it is kept.
     *
     * @param validUntil null for the one that signs; the end of one that is being replaced
     */
    record Row(
            long id,
            long account,
            String name,
            byte[] sealed,
            Instant madeAt,
            @Nullable Instant validUntil,
            String madeBy) {}

    /** Refuses what would end in a secret while nothing can be sealed. */
    void requireKey() {
        if (!sealing.isReady()) {
            throw Refusal.conflict("sealing-key-missing");
        }
    }

    /** All that are valid, the newest of each name first. */
    List<Row> all(Instant now) {
        return jdbc.sql(SELECT + "WHERE valid_until IS NULL OR valid_until > ? ORDER BY account, name, id DESC")
                .param(AccountRows.utc(now))
                .query((row, n) -> row(row))
                .list();
    }

    List<Row> of(long account, Instant now) {
        return jdbc.sql(SELECT
                        + "WHERE account = ? AND (valid_until IS NULL OR valid_until > ?) ORDER BY name, id DESC")
                .params(account, AccountRows.utc(now))
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new Row(
                row.getLong("id"),
                row.getLong("account"),
                row.getString("name"),
                row.getBytes("sealed"),
                row.getTimestamp("made_at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("made_by"));
    }

    /**
     * Keeps a new secret; earlier ones of its name end, and those that have ended are forgotten.
     *
     * @param earlierUntil how long the earlier ones go on proving requests
     */
    void put(long account, String name, String secret, String by, Instant now, Instant earlierUntil) {
        jdbc.sql("DELETE FROM channel_secret WHERE account = ? AND name = ? AND valid_until <= ?")
                .params(account, name, AccountRows.utc(now))
                .update();
        jdbc.sql("""
                UPDATE channel_secret SET valid_until = least(valid_until, :until)
                WHERE account = :account AND name = :name""")
                .param("until", AccountRows.utc(earlierUntil))
                .param("account", account)
                .param("name", name)
                .update();
        jdbc.sql("INSERT INTO channel_secret (account, name, sealed, made_at, made_by) VALUES (?, ?, ?, ?, ?)")
                .params(account, name, sealing.seal(secret.getBytes(StandardCharsets.UTF_8), place(account, name)))
                .params(AccountRows.utc(now), by)
                .update();
    }

    /** The secret in clear; empty when it cannot be opened. */
    Optional<String> open(Row row) {
        return sealing.open(row.sealed(), place(row.account(), row.name()))
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    /** Seals anew what another key than the present one has sealed and can still be opened. */
    int sealAnew(byte[] mark, Instant now) {
        int done = 0;
        for (Row row : all(now)) {
            if (Arrays.mismatch(mark, 0, mark.length, row.sealed(), 0, mark.length) >= 0) {
                done += open(row).map(secret -> sealAnew(row, secret)).orElse(0);
            }
        }
        return done;
    }

    private int sealAnew(Row row, String secret) {
        return jdbc.sql("UPDATE channel_secret SET sealed = ? WHERE id = ?")
                .params(
                        sealing.seal(secret.getBytes(StandardCharsets.UTF_8), place(row.account(), row.name())),
                        row.id())
                .update();
    }

    private static String place(long account, String name) {
        return "secret/" + account + "/" + name;
    }
}
