package cn.wenzheng.triage.alone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that the system has taken by itself.
 *
 * @param version the version of the model that had suggested it
 * @param sampled true when a person looks at it again
 * @param verdict what he has made of it; null until he has looked, or when it was not drawn
 * @param returnedAt when the unit has sent it back; null when it has not
 */
public record Alone(
        String petition,
        long version,
        double certainty,
        String category,
        String unit,
        Instant at,
        boolean sampled,
        @Nullable Verdict verdict,
        @Nullable String judgedBy,
        @Nullable Instant returnedAt) {}
