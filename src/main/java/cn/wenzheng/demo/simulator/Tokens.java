package cn.wenzheng.demo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens and one-time codes that platforms have given out or seen. */
@Simulated("simulatedTokens")
class Tokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a token stands for.
     *
     * @param expiresAt null when it does not end by itself
     */
    record Token(String subject, @Nullable Instant expiresAt) {}

    void give(Platform platform, String token, String subject, @Nullable Duration life) {
        Instant end = life == null ? null : clock.instant().plus(life);
        jdbc.sql("""
                INSERT INTO simulated_token (platform, token, subject, expires_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (platform, token) DO NOTHING""")
                .params(platform.code(), token, subject, end == null ? null : Posts.utc(end))
                .update();
    }

    Optional<Token> find(Platform platform, String token) {
        return jdbc.sql("SELECT subject, expires_at FROM simulated_token WHERE platform = ? AND token = ?")
                .params(platform.code(), token)
                .query((row, number) -> {
                    OffsetDateTime end = row.getObject("expires_at", OffsetDateTime.class);
                    return new Token(String.valueOf(row.getString("subject")), end == null ? null : end.toInstant());
                })
                .optional();
    }

    boolean isOver(Token token) {
        return token.expiresAt() != null && !token.expiresAt().isAfter(clock.instant());
    }

    /** Uses a code up; empty when it is unknown, over or was used before. */
    Optional<String> useUp(Platform platform, String token) {
        return jdbc.sql("DELETE FROM simulated_token WHERE platform = ? AND token = ? RETURNING subject, expires_at")
                .params(platform.code(), token)
                .query((row, number) -> new Token(
                        String.valueOf(row.getString("subject")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(found -> !isOver(found))
                .map(Token::subject);
    }

    /** Ends every token that is known so far. */
    void expireAll(Platform platform) {
        jdbc.sql("UPDATE simulated_token SET expires_at = ? WHERE platform = ?")
                .params(Posts.utc(clock.instant()), platform.code())
                .update();
    }

    /** The newest token of a subject that still lasts this long. */
    Optional<String> lasting(Platform platform, String subject, Duration rest) {
        return jdbc.sql("""
                SELECT token FROM simulated_token WHERE platform = ? AND subject = ? AND expires_at > ?
                ORDER BY expires_at DESC LIMIT 1""")
                .params(platform.code(), subject, Posts.utc(clock.instant().plus(rest)))
                .query(String.class)
                .optional();
    }
}
