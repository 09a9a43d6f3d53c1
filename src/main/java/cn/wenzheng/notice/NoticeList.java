package cn.wenzheng.notice;

import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The read side: one person's notices. */
@Component
class NoticeList {

    private static final String READ = "SELECT notice.*, NOT (" + Mine.UNREAD + ") AS read ";

    /** Each audience gives its newest, so that the longest history costs as much as a short one. */
    private static final String NEWEST = "SELECT newest.* " + Mine.AUDIENCES + "CROSS JOIN LATERAL (" + READ + """
            FROM notice WHERE notice.audience = mine.audience AND (notice.told_from IS NULL OR notice.told_from <= :now)
            AND (:kind::text IS NULL OR notice.kind = :kind) %s
            ORDER BY notice.id DESC LIMIT :upTo) newest
            ORDER BY newest.id DESC LIMIT :size OFFSET :offset
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which of a person's notices are asked for. */
    enum Part {
        ALL(""),
        UNREAD("AND " + Mine.UNREAD),
        /** Without the unread ones to a role, which are told in bundles. */
        BESIDE_BUNDLES("AND NOT (" + Mine.TO_ROLE + "AND " + Mine.UNREAD + ")");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /** Newest first. */
    List<Notice> page(String person, List<Audience> audiences, Part part, @Nullable NoticeKind kind, Window window) {
        return of(NEWEST.formatted(part.condition), person, audiences)
                .param("kind", kind == null ? null : kind.name())
                .param("upTo", window.offset() + window.size())
                .param("size", window.size())
                .param("offset", window.offset())
                .query(NoticeList::toNotice)
                .list();
    }

    long count(List<Audience> audiences) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE audience = ANY (?)")
                .param(Mine.keys(audiences))
                .query(Long.class)
                .single();
    }

    /** How many are unread, counted no further than wanted. */
    int unread(String person, List<Audience> audiences, int most) {
        return of("SELECT count(*) FROM (SELECT 1 " + Mine.UNREAD_ONES + " LIMIT :most) unread", person, audiences)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The unread ones to roles at the centre, by what they are. */
    List<Bundle> bundles(String person, List<Audience> audiences) {
        return of(
                        "SELECT notice.kind, CASE WHEN notice.kind = 'NEW_TASK' THEN notice.about END AS about, count(*)"
                                + Mine.UNREAD_ONES + "WHERE" + Mine.TO_ROLE
                                + "GROUP BY 1, 2 ORDER BY max(notice.id) DESC",
                        person,
                        audiences)
                .query(NoticeList::toBundle)
                .list();
    }

    Optional<Notice> one(long id, String person, List<Audience> audiences) {
        return of(
                        READ + Mine.AUDIENCES + "JOIN notice ON notice.audience = mine.audience AND notice.id = :id",
                        person,
                        audiences)
                .param("id", id)
                .query(NoticeList::toNotice)
                .optional();
    }

    private StatementSpec of(String sql, String person, List<Audience> audiences) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("audiences", Mine.keys(audiences))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    static Notice toNotice(ResultSet row, int n) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        return new Notice(
                row.getLong("id"),
                kind,
                row.getString("petition"),
                row.getString("slip"),
                toAccount(row),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("read"),
                kind.about(row.getString("about")));
    }

    private static @Nullable NoticeAccount toAccount(ResultSet row) throws SQLException {
        String channel = row.getString("account_channel");
        return channel == null
                ? null
                : new NoticeAccount(row.getLong("account"), Channel.valueOf(channel), row.getString("account_code"));
    }

    private static Bundle toBundle(ResultSet row, int n) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        return new Bundle(kind, Bundle.stageOf(kind, kind.about(row.getString("about"))), row.getLong("count"));
    }
}
