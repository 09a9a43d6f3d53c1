package cn.wenzheng.demo.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What citizens have said on the platforms. */
@Simulated("simulatedPosts")
class Posts {

    private static final String COLUMNS = """
            SELECT id, platform, account, person, label, kind, text, parent, reply_to, media, latitude, longitude, remote, \
            said_at, deleted FROM simulated_post p\s""";

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextId() {
        return jdbc.sql("SELECT nextval('simulated_id')").query(Long.class).single();
    }

    void add(Post post, Instant shownAt, Collection<String> mentioned) {
        jdbc.sql("""
                INSERT INTO simulated_post (id, platform, account, person, label, kind, text, parent, reply_to, media,
                    latitude, longitude, said_at, shown_at)
                VALUES (:id, :platform, :account, :person, :label, :kind, :text, :parent, :reply, :media,
                    :latitude, :longitude, :said, :shown)""")
                .param("id", post.id())
                .param("platform", post.platform().code())
                .param("account", post.account())
                .param("person", post.person())
                .param("label", post.label())
                .param("kind", post.kind())
                .param("text", post.text())
                .param("parent", post.parent())
                .param("reply", post.replyTo())
                .param("media", post.media())
                .param("latitude", post.latitude())
                .param("longitude", post.longitude())
                .param("said", utc(post.saidAt()))
                .param("shown", utc(shownAt))
                .update();
        mentioned.forEach(account -> jdbc.sql("INSERT INTO simulated_mention (account, post) VALUES (?, ?)")
                .params(account, post.id())
                .update());
    }

    Optional<Post> find(Platform platform, long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ? AND platform = ?")
                .params(id, platform.code())
                .query(Posts::row)
                .optional();
    }

    List<Post> newest(Platform platform, int most) {
        return jdbc.sql(COLUMNS + "WHERE platform = ? ORDER BY id DESC LIMIT ?")
                .params(platform.code(), most)
                .query(Posts::row)
                .list();
    }

    /** What was said after another post, the oldest first. */
    List<Post> after(Platform platform, long id, int most) {
        return jdbc.sql(COLUMNS + "WHERE platform = ? AND id > ? ORDER BY id LIMIT ?")
                .params(platform.code(), id, most)
                .query(Posts::row)
                .list();
    }

    /** What speaks to an account, newest first; comments, or posts and reposts. */
    List<Post> mentions(String account, Cursors cursors, boolean comments, Instant now) {
        return jdbc.sql(COLUMNS + """
                WHERE p.id IN (SELECT post FROM simulated_mention WHERE account = :account) AND p.platform = 'weibo' AND NOT p.deleted AND p.shown_at <= :now
                    AND (p.kind = 'comment') = :comments AND p.id > :since AND p.id <= :most
                ORDER BY p.id DESC LIMIT :count OFFSET :skipped""")
                .param("account", account)
                .param("now", utc(now))
                .param("comments", comments)
                .param("since", cursors.since())
                .param("most", cursors.most())
                .param("count", cursors.count())
                .param("skipped", cursors.skipped())
                .query(Posts::row)
                .list();
    }

    int mentioned(String account, boolean comments) {
        return jdbc.sql("""
                SELECT count(*) FROM simulated_mention m JOIN simulated_post p ON p.id = m.post
                WHERE m.account = ? AND (p.kind = 'comment') = ?""").params(account, comments).query(Integer.class).single();
    }

    /** Since when and how far a reader asks, as the platform's lists are read. */
    record Cursors(long since, long most, int count, int page) {
        int skipped() {
            return (page - 1) * count;
        }
    }

    void give(Post post, String remote) {
        jdbc.sql("UPDATE simulated_post SET remote = ? WHERE id = ?")
                .params(remote, post.id())
                .update();
    }

    boolean delete(Platform platform, long id) {
        return jdbc.sql("UPDATE simulated_post SET deleted = true WHERE id = ? AND platform = ?")
                        .params(id, platform.code())
                        .update()
                > 0;
    }

    /** The last time a person did one of these things towards an account. */
    Optional<Instant> last(Platform platform, String account, String person, List<String> kinds) {
        return jdbc.sql("""
                SELECT max(said_at) FROM simulated_post
                WHERE platform = :platform AND account = :account AND person = :person AND kind IN (:kinds)""")
                .param("platform", platform.code())
                .param("account", account)
                .param("person", person)
                .param("kinds", kinds)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Post row(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getLong("id"),
                Platform.of(row.getString("platform")),
                row.getString("account"),
                row.getString("person"),
                row.getString("label"),
                row.getString("kind"),
                row.getString("text"),
                row.getObject("parent", Long.class),
                row.getString("reply_to"),
                row.getObject("media", Long.class),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("remote"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("deleted"));
    }
}
