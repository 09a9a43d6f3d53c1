package cn.wenzheng.notice;

import cn.wenzheng.organization.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has been written to, how far, and which node writes to him now. */
@Component
class DigestRows {

    /** Longer than a mail server may take in all its time-outs together. */
    private static final int HOLD_SECONDS = 120;

    /** What one e-mail can tell. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    DigestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person whom this node may write to.
     *
     * @param mailedUpTo the last notice he was told of
     * @param mailedAt when; null for the first time
     * @param failures how often in a row it did not work
     */
    record Claim(
            String person,
            UUID holder,
            long mailedUpTo,
            @Nullable Instant mailedAt,
            int failures) {}

    /** Makes sure that everybody with an address has his row. */
    void enrol(List<Person> people, Instant now) {
        jdbc.sql("""
                INSERT INTO notice_digest (person, look_at) SELECT person, ? FROM unnest(?::text[]) AS person
                ON CONFLICT DO NOTHING""").params(now.atOffset(ZoneOffset.UTC), ids(people)).update();
    }

    /** Takes one of the people for whom there may be something new; committed before anything is sent. */
    Optional<Claim> claim(List<Person> people, UUID holder, Instant now) {
        return jdbc.sql("""
                UPDATE notice_digest SET holder = :holder,
                    held_until = clock_timestamp() + make_interval(secs => :seconds)
                WHERE person = (SELECT person FROM notice_digest waiting
                                WHERE look_at <= :now AND person = ANY (:people)
                                  AND (held_until IS NULL OR held_until < clock_timestamp())
                                  AND EXISTS (SELECT 1 FROM notice WHERE id > waiting.mailed_up_to AND at <= :settled)
                                ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *""")
                .param("holder", holder)
                .param("seconds", HOLD_SECONDS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("settled", now.minus(Digests.SETTLING).atOffset(ZoneOffset.UTC))
                .param("people", ids(people))
                .query(DigestRows::toClaim)
                .optional();
    }

    /** The last notice that no slower transaction can still come before. */
    long newest(Instant now) {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM notice WHERE at <= ?")
                .param(now.minus(Digests.SETTLING).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What the person has not read and was not told of, oldest first. */
    List<Notice> untold(Claim claim, List<Audience> audiences, long upTo, Instant now) {
        return jdbc.sql("SELECT notice.*, false AS read " + Mine.UNREAD_ONES
                        + "WHERE notice.id > :after AND notice.id <= :upTo ORDER BY notice.id LIMIT " + MOST)
                .param("person", claim.person())
                .param("audiences", Mine.keys(audiences))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", claim.mailedUpTo())
                .param("upTo", upTo)
                .query(NoticeList::toNotice)
                .list();
    }

    /** He has been told; or there was nothing for him. */
    void told(Claim claim, long upTo, @Nullable Instant mailedAt, Instant lookAt) {
        jdbc.sql("""
                UPDATE notice_digest SET mailed_up_to = greatest(mailed_up_to, ?), mailed_at = ?, look_at = ?,
                    failures = 0, held_until = NULL
                WHERE person = ? AND holder = ?""")
                .params(upTo, mailedAt == null ? null : mailedAt.atOffset(ZoneOffset.UTC))
                .params(lookAt.atOffset(ZoneOffset.UTC), claim.person(), claim.holder())
                .update();
    }

    /** Not yet, or not managed: he is looked at again later. */
    void later(Claim claim, int failures, Instant lookAt) {
        jdbc.sql("""
                UPDATE notice_digest SET failures = ?, look_at = ?, held_until = NULL
                WHERE person = ? AND holder = ?""")
                .params(failures, lookAt.atOffset(ZoneOffset.UTC), claim.person(), claim.holder())
                .update();
    }

    private static String[] ids(List<Person> people) {
        return people.stream().map(Person::id).toArray(String[]::new);
    }

    private static Claim toClaim(ResultSet row, int n) throws SQLException {
        Timestamp mailedAt = row.getTimestamp("mailed_at");
        return new Claim(
                row.getString("person"),
                row.getObject("holder", UUID.class),
                row.getLong("mailed_up_to"),
                mailedAt == null ? null : mailedAt.toInstant(),
                row.getInt("failures"));
    }
}
