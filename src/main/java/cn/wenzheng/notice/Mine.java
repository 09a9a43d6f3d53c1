package cn.wenzheng.notice;

import java.util.List;

/** The SQL that all questions about one person's notices share. */
final class Mine {

    /** The person's audiences, each with how far he has read in it. */
    static final String AUDIENCES = """
            FROM unnest(:audiences::text[]) AS mine (audience)
            LEFT JOIN notice_watermark seen ON seen.person = :person AND seen.audience = mine.audience
            """;

    /** Of one row {@code notice} within an audience: it calls, and the person has not read it. */
    static final String UNREAD = """
             notice.settled_at IS NULL AND (notice.told_from IS NULL OR notice.told_from <= :now) AND notice.id > coalesce(seen.up_to, 0)
             AND NOT EXISTS (SELECT 1 FROM notice_mark mark WHERE mark.person = :person AND mark.notice = notice.id)
            """;

    /** Addressed to a role at the centre. */
    static final String TO_ROLE = " notice.audience LIKE 'role-%' ";

    /** The offset keeps each audience's search to itself: joined in one go, it reads all that calls in the whole city. */
    static final String UNREAD_ONES = AUDIENCES
            + "CROSS JOIN LATERAL (SELECT * FROM notice WHERE notice.audience = mine.audience AND" + UNREAD
            + "OFFSET 0) notice ";

    private Mine() {}

    static String[] keys(List<Audience> audiences) {
        return audiences.stream().map(Audience::key).toArray(String[]::new);
    }
}
