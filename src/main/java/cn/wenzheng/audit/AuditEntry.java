package cn.wenzheng.audit;

import cn.wenzheng.organization.Door;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param id counts up with every line of the city
 * @param actor a person's account name, {@code citizen} or {@code system}
 * @param action what was done or tried, lower case with hyphens
 * @param kind what sort of thing that is
 * @param petition the petition's number; null when none is concerned
 * @param reason why it was refused, the refusal's slug; null when it was done
 * @param before the changed facts as they were, a JSON object; null when it was refused
 * @param after the changed facts as they were left, a JSON object; null when it was refused
 */
record AuditEntry(
        long id,
        Instant at,
        String actor,
        Door door,
        String action,
        JournalKind kind,
        @Nullable String petition,
        Outcome outcome,
        @Nullable String reason,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after) {}
