package cn.wenzheng.channel.inbox;

import cn.wenzheng.petition.PetitionOrigins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a case sheet where the citizen spoke; one statement. */
@Component
class OriginRows implements PetitionOrigins {

    private final JdbcClient jdbc;

    OriginRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Origin> of(String petition) {
        return jdbc.sql("""
                SELECT a.name, s.page, s.state, e.* FROM petition_source s
                JOIN conversation c ON c.id = s.conversation JOIN channel_account a ON a.id = c.account
                LEFT JOIN source_evidence e ON e.petition = s.petition WHERE s.petition = ?""")
                .param(petition)
                .query((row, n) -> new Origin(
                        row.getString("name"),
                        webOnly(row.getString("page")),
                        "DELETED".equals(row.getString("state")) || "HIDDEN".equals(row.getString("state")),
                        evidence(row)))
                .optional();
    }

    /** The address came from outside: what is no web page is no link. */
    private static @Nullable String webOnly(@Nullable String page) {
        return page != null && page.matches("https?://.*") ? page : null;
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        return taken == null
                ? null
                : new Evidence(
                        row.getString("text"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getInt("pictures"),
                        HexFormat.of().formatHex(row.getBytes("digest")),
                        taken.toInstant());
    }
}
