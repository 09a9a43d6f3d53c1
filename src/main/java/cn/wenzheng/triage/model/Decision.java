package cn.wenzheng.triage.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One decision beside its suggestion: a petition's number and codes. */
public record Decision(
        String petition,
        String category,
        @Nullable String suggested,
        @Nullable Double certainty,
        @Nullable String unit,
        @Nullable String returnedBy,
        Instant at) {

    /** True when the suggestion was followed. */
    public boolean isConfirmed() {
        return category.equals(suggested);
    }
}
