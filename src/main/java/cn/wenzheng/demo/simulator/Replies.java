package cn.wenzheng.demo.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the city has told citizens. */
@Simulated("simulatedReplies")
class Replies {

    private final JdbcClient jdbc;

    Replies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One message of the city.
     *
     * @param user what whoever posted calls the citizen
     * @param target the post, comment or message it answers
     */
    record Reply(
            long id,
            String account,
            String person,
            String user,
            String means,
            String text,
            Instant at,
            @Nullable String target) {}

    /** What is to be kept of a message. */
    record Told(
            Platform platform,
            String account,
            String person,
            String means,
            String text,
            @Nullable String target,
            @Nullable String key) {}

    /** Keeps a message; one that has the key of an earlier one is the same. */
    Optional<Long> add(Told told, Instant at) {
        return jdbc.sql("""
                INSERT INTO simulated_reply (platform, account, person, means, text, target, key, told_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (platform, key) DO NOTHING RETURNING id""")
                .params(
                        told.platform().code(),
                        told.account(),
                        told.person(),
                        told.means(),
                        told.text(),
                        told.target(),
                        told.key(),
                        Posts.utc(at))
                .query(Long.class)
                .optional();
    }

    private static final String ROWS = """
            SELECT r.*, coalesce((SELECT p.label FROM simulated_post p WHERE p.platform = r.platform
                    AND p.account = r.account AND p.person = r.person ORDER BY p.said_at DESC LIMIT 1), r.person) AS label
            FROM simulated_reply r\s""";

    List<Reply> newest(Platform platform, int most) {
        return jdbc.sql(ROWS + "WHERE r.platform = ? ORDER BY r.id DESC LIMIT ?")
                .params(platform.code(), most)
                .query(Replies::row)
                .list();
    }

    /** What a citizen, or everybody, has received; the oldest first. */
    List<Reply> received(Platform platform, @Nullable String person, int skipped, int most) {
        return jdbc.sql(ROWS + """
                WHERE r.platform = :platform AND (CAST(:person AS varchar) IS NULL OR r.person = :person)
                ORDER BY r.id LIMIT :most OFFSET :skipped""")
                .param("platform", platform.code())
                .param("person", person)
                .param("most", most)
                .param("skipped", skipped)
                .query(Replies::row)
                .list();
    }

    long count(Platform platform, @Nullable String person) {
        return jdbc.sql("""
                SELECT count(*) FROM simulated_reply
                WHERE platform = :platform AND (CAST(:person AS varchar) IS NULL OR person = :person)""")
                .param("platform", platform.code())
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** The sender's own key of a message. */
    Optional<String> key(Platform platform, long id) {
        return jdbc.sql("SELECT key FROM simulated_reply WHERE platform = ? AND id = ? AND key IS NOT NULL")
                .params(platform.code(), id)
                .query(String.class)
                .optional();
    }

    int told(Platform platform, String account, String person, List<String> means, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM simulated_reply WHERE platform = :platform AND account = :account
                    AND person = :person AND means IN (:means) AND told_at >= :since""")
                .param("platform", platform.code())
                .param("account", account)
                .param("person", person)
                .param("means", means)
                .param("since", Posts.utc(since))
                .query(Integer.class)
                .single();
    }

    /** True when the account has said these very words to somebody by these means since then. */
    boolean saidBefore(Told told, Instant since) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM simulated_reply WHERE platform = ? AND person = ? AND account = ? AND text = ?
                    AND means = ? AND told_at >= ?)""")
                .params(
                        told.platform().code(),
                        told.person(),
                        told.account(),
                        told.text(),
                        told.means(),
                        Posts.utc(since))
                .query(Boolean.class)
                .single();
    }

    private static Reply row(ResultSet row, int number) throws SQLException {
        return new Reply(
                row.getLong("id"),
                row.getString("account"),
                row.getString("person"),
                row.getString("label"),
                row.getString("means"),
                row.getString("text"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getString("target"));
    }
}
