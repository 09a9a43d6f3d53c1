package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of pasted words' origins. */
@Component
public class PastedSources {

    private final JdbcClient jdbc;

    PastedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one operator at a time enter this page, until his transaction ends. */
    void await(String link) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("pasted " + link)
                .query(row -> {});
    }

    /** The petition that this page has become; what the same form made is not asked for. */
    Optional<String> petitionOf(String link, @Nullable String key) {
        return jdbc.sql("""
                        SELECT number FROM pasted_source JOIN petition ON number = petition
                        WHERE link = ? AND (idempotency_key IS NULL OR idempotency_key IS DISTINCT FROM ?)""").params(link, key).query(String.class).optional();
    }

    void keep(String petition, Pasted pasted) {
        Instant said = pasted.saidAt();
        jdbc.sql("INSERT INTO pasted_source (petition, platform, link, author, said_at) VALUES (?, ?, ?, ?, ?)")
                .params(petition, pasted.platform().name(), pasted.link(), pasted.author())
                .param(said == null ? null : said.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where a petition was pasted from, for who may read its words. */
    public Optional<Pasted> of(String petition) {
        return jdbc.sql("SELECT platform, link, author, said_at FROM pasted_source WHERE petition = ?")
                .param(petition)
                .query((row, n) -> {
                    Timestamp said = row.getTimestamp("said_at");
                    return new Pasted(
                            PastedFrom.valueOf(row.getString("platform")),
                            row.getString("link"),
                            row.getString("author"),
                            said == null ? null : said.toInstant());
                })
                .optional();
    }
}
