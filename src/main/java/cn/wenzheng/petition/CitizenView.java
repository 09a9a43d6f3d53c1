package cn.wenzheng.petition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen sees of his petition: where it stands, who holds it, until when, what was answered.
 *
 * <p>It names units, never persons, and nothing of anybody else.
 *
 * @param stage the stage it stands in; null when it is over
 * @param unit the name of who holds it now; null when it is over
 * @param since since when it stands there
 * @param promisedBy until when the first answer is promised; null for backlog
 * @param promiseKept null while it is open whether the promise will be kept
 */
public record CitizenView(
        String number,
        PetitionStatus status,
        @Nullable Stage stage,
        @Nullable String unit,
        Instant since,
        Instant receivedAt,
        @Nullable Instant promisedBy,
        @Nullable Instant firstAnsweredAt,
        @Nullable Boolean promiseKept,
        @Nullable String title,
        String text,
        List<Step> timeline,
        List<Reply> answers) {

    /** One event the citizen may know of. */
    public record Step(
            Instant at,
            TimelineEvent event,
            String label,
            @Nullable String unit,
            @Nullable String text) {}

    /** Words the city or a unit has sent to the citizen. */
    public record Reply(
            Instant at, TimelineEvent event, @Nullable String unit, String text) {}
}
