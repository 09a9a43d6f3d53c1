package cn.wenzheng.channel.open311;

import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.RefusalReason;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What everybody may know: petitions that were filed through an open door, and those that were released. Nothing of a private
 * service, and nothing that its writer has deleted or hidden where he wrote it.
 */
@Component
class PublicRows {

    static final String VISIBLE = """
             (v.listed OR v.released_at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM open311_service s WHERE s.private AND s.category IN (p.category, r.service))
            AND NOT EXISTS (SELECT 1 FROM petition_source o WHERE o.petition = p.number AND o.state IN ('DELETED', 'HIDDEN'))
            """;

    private static final String SELECT = """
            SELECT p.number, CASE WHEN p.undo_until > :now THEN 'RECEIVED' ELSE p.status END AS status, p.since,
                   p.received_at, coalesce(p.category, r.service) AS service,
                   CASE WHEN p.undo_until > :now THEN NULL WHEN p.awaits_matter THEN unit_of_matter(p.matter)
                        ELSE p.lead_unit END AS lead_unit,
                   p.hide_identity, v.released_at IS NOT NULL AS released, c.redacted_text, c.redacted_address,
                   c.latitude, c.longitude, c.petitioner_name, c.petitioner_phone, c.petitioner_email,
                   CASE WHEN p.undo_until > :now THEN NULL ELSE p.refusal_reason END AS refusal_reason, told.text AS notes, whole.due_at, r.attributes
            FROM public_petition v JOIN petition p ON p.number = v.petition
            JOIN petition_content c ON c.petition = p.number
            LEFT JOIN open311_request r ON r.petition = p.number
            LEFT JOIN LATERAL (
                SELECT e.text FROM timeline_entry e WHERE e.petition = p.number AND e.for_citizen
                  AND (e.told_from IS NULL OR e.told_from <= :now)
                  AND (e.event = 'REVIEWED' OR e.event IN ('REFUSED', 'ANSWERED_AT_ONCE') AND v.listed AND v.released_at IS NOT NULL) ORDER BY e.id DESC LIMIT 1) told ON true
            LEFT JOIN LATERAL (
                SELECT d.due_at FROM deadline d WHERE d.petition = p.number AND d.stage = 'WHOLE'
                ORDER BY d.round DESC LIMIT 1) whole ON true
            WHERE""" + VISIBLE;

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A public petition. What its petitioner said about himself is here only to be kept out of every text. */
    record Row(
            String number,
            PetitionStatus status,
            Instant since,
            Instant receivedAt,
            @Nullable String service,
            @Nullable String leadUnit,
            boolean hideIdentity,
            boolean released,
            @Nullable String redactedText,
            @Nullable String redactedAddress,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String petitionerName,
            @Nullable String petitionerPhone,
            @Nullable String petitionerEmail,
            @Nullable RefusalReason refusalReason,
            @Nullable String notes,
            @Nullable Instant dueAt,
            @Nullable String attributes) {

        boolean isClosed() {
            return CLOSED.contains(status);
        }
    }

    static final Set<PetitionStatus> CLOSED =
            Set.of(PetitionStatus.CLOSED, PetitionStatus.REFUSED, PetitionStatus.WITHDRAWN);

    List<Row> numbered(List<String> numbers) {
        return jdbc.sql(SELECT + " AND v.petition = ANY (:numbers) ORDER BY v.requested_at DESC, v.petition DESC")
                .param("now", Timestamp.from(clock.instant()))
                .param("numbers", numbers.toArray(new String[0]))
                .query(Row.class)
                .list();
    }

    /**
     * Those of a time, the newest first.
     *
     * @param services all when there is none in it
     * @param closed null for both
     */
    List<Row> filed(Span span, List<String> services, @Nullable Boolean closed, int page, int size) {
        return jdbc.sql(SELECT + """
                  AND v.requested_at >= :start AND v.requested_at < :end
                  AND (:anyService OR coalesce(p.category, r.service) = ANY (:services))
                  AND (:anyState OR (p.status IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
                                     AND (p.undo_until IS NULL OR p.undo_until <= :now)) = :closed)
                ORDER BY v.requested_at DESC, v.petition DESC LIMIT :size OFFSET :skipped""")
                .param("now", Timestamp.from(clock.instant()))
                .param("start", Timestamp.from(span.start()))
                .param("end", Timestamp.from(span.end()))
                .param("anyService", services.isEmpty())
                .param("services", services.toArray(new String[0]))
                .param("anyState", closed == null)
                .param("closed", Boolean.TRUE.equals(closed))
                .param("size", size)
                .param("skipped", (long) (page - 1) * size)
                .query(Row.class)
                .list();
    }
}
