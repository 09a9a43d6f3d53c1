package cn.wenzheng.channel.open311;

import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.TimelineEvent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told to everybody about public petitions, with the moment at which everybody could know it. */
@Component
class ToldRows {

    /** With {@link #TOLD} what the index of the timeline is made of. */
    static final String EVENTS =
            "('ACCEPTED', 'REFUSED', 'ANSWERED_AT_ONCE', 'ASSIGNED', 'REASSIGNED', 'SENT_BACK', 'REVIEWED', 'CLOSED', 'WITHDRAWN')";

    /**
     * The final answer is for everybody, as the review has let it out; what else was told to a citizen who spoke in the open is
     * so when somebody has released it.
     */
    private static final String SELECT = """
            SELECT e.id, e.petition, e.event, %s AS at, p.solved, p.refusal_reason,
                   CASE WHEN e.event = 'REVIEWED' OR v.listed AND v.released_at IS NOT NULL AND e.event IN ('ACCEPTED', 'REFUSED', 'ANSWERED_AT_ONCE')
                        THEN e.text END AS text,
                   c.petitioner_name, c.petitioner_phone, c.petitioner_email
            FROM timeline_entry e JOIN public_petition v ON v.petition = e.petition JOIN petition p ON p.number = e.petition
            JOIN petition_content c ON c.petition = p.number LEFT JOIN open311_request r ON r.petition = p.number
            WHERE e.for_citizen AND (e.told_from IS NULL OR e.told_from <= :now) AND e.event IN """ + EVENTS + " AND " + PublicRows.VISIBLE;

    /** When somebody could read it for the first time. */
    static final String TOLD = "coalesce(e.told_from, e.at)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One thing that was told. */
    record Row(
            long id,
            String petition,
            TimelineEvent event,
            Instant at,
            @Nullable Boolean solved,
            @Nullable RefusalReason refusalReason,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String petitionerPhone,
            @Nullable String petitionerEmail) {}

    /** What became public in a time, the oldest first: told then, or released then and told before. */
    List<Row> within(Span span, int page, int size) {
        return jdbc.sql(SELECT.formatted(TOLD)
                        + " AND " + TOLD + " >= :start AND " + TOLD + " < :end AND (v.listed OR e.at >= v.released_at)"
                        + " UNION ALL " + SELECT.formatted("v.released_at")
                        + " AND NOT v.listed AND v.released_at >= :start AND v.released_at < :end AND e.at < v.released_at"
                        + " ORDER BY at, id LIMIT :size OFFSET :skipped")
                .param("now", Timestamp.from(clock.instant()))
                .param("start", Timestamp.from(span.start()))
                .param("end", Timestamp.from(span.end()))
                .param("size", size)
                .param("skipped", (long) (page - 1) * size)
                .query(Row.class)
                .list();
    }

    /** What was told about some petitions, the oldest first. */
    List<Row> of(List<String> petitions) {
        return jdbc.sql(SELECT.formatted("CASE WHEN v.listed THEN " + TOLD + " ELSE greatest(e.at, v.released_at) END")
                        + " AND e.petition = ANY (:petitions) ORDER BY e.id")
                .param("now", Timestamp.from(clock.instant()))
                .param("petitions", petitions.toArray(new String[0]))
                .query(Row.class)
                .list();
    }
}
