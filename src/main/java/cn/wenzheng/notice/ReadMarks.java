package cn.wenzheng.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each person has read: single marks, and a watermark under which everything is read. */
@Component
class ReadMarks {

    /**
     * How long a transaction may take between the number of its notice and its commit. The watermark stays below what is
     * younger: a notice that becomes visible with a smaller number than others must not be taken for read.
     */
    static final Duration SETTLING = Duration.ofMinutes(1);

    /** One statement: what is older goes under the watermark, what is younger is marked one by one. */
    private static final String ALL =
            "WITH unread AS (SELECT mine.audience, notice.id, notice.at " + Mine.UNREAD_ONES + """
            ), marked AS (
                INSERT INTO notice_mark (person, notice) SELECT :person, id FROM unread WHERE at > :settled
                ON CONFLICT DO NOTHING)
            INSERT INTO notice_watermark (person, audience, up_to)
            SELECT :person, audience, max(id) FROM unread WHERE at <= :settled GROUP BY audience
            ON CONFLICT (person, audience) DO UPDATE SET up_to = greatest(notice_watermark.up_to, excluded.up_to)
            """;

    private static final String OF_BUNDLE = "INSERT INTO notice_mark (person, notice) SELECT :person, notice.id "
            + Mine.UNREAD_ONES + "WHERE" + Mine.TO_ROLE + """
            AND notice.kind = :kind AND (:about::text IS NULL OR notice.about = :about)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    ReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void read(String person, long notice) {
        jdbc.sql("INSERT INTO notice_mark (person, notice) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person, notice)
                .update();
    }

    /** Marks what stands behind one line of the list. */
    void readBundle(String person, List<Audience> audiences, NoticeKind kind, @Nullable String about, Instant now) {
        jdbc.sql(OF_BUNDLE)
                .param("person", person)
                .param("audiences", Mine.keys(audiences))
                .param("kind", kind.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("about", about)
                .update();
    }

    /** Marks everything the person can see now. */
    void readAll(String person, List<Audience> audiences, Instant now) {
        jdbc.sql(ALL)
                .param("person", person)
                .param("audiences", Mine.keys(audiences))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("settled", now.minus(SETTLING).atOffset(ZoneOffset.UTC))
                .update();
    }
}
