package cn.wenzheng.petition;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param question what the city wants to know and has not been told yet; null when there is none
 * @param refusal why it was not accepted, and what he can do; null when it was not refused
 * @param rating his own verdict; null as long as he has given none
 * @param actions what he can do now
 * @param paused why and until when nobody can go on with it; null when somebody can
 * @param supplementUntil until when the city waits for what he was asked; null when it does not wait
 * @param urgeAgainAt when he may urge again; null when he may now, or not at all
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
        List<Reply> answers,
        @Nullable Question question,
        @Nullable Refused refusal,
        @Nullable Rated rating,
        List<Attachment> attachments,
        Set<CitizenAct> actions,
        @Nullable Instant urgeAgainAt,
        @Nullable Paused paused,
        @Nullable Instant supplementUntil) {

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

    /** What the city or a unit wants to know. */
    public record Question(Instant at, @Nullable String unit, String text) {}

    /**
     * Why a petition was not accepted.
     *
     * @param words the reason, in Chinese
     * @param note where to turn, in the operator's words
     * @param objection how to object, in the city's words
     */
    public record Refused(
            RefusalReason reason, String words, @Nullable String note, String objection) {}

    /** The petitioner's verdict. */
    public record Rated(Instant at, boolean solved, Satisfaction satisfaction) {}

    /**
     * Why nobody can go on with a petition for a while.
     *
     * @param words the reason, in Chinese
     * @param until when it goes on, at the latest
     */
    public record Paused(PauseReason reason, String words, Instant until) {

        static @Nullable Paused of(Petition petition) {
            return petition.pausedReason == null || petition.pausedUntil == null
                    ? null
                    : new Paused(petition.pausedReason, petition.pausedReason.zh(), petition.pausedUntil);
        }
    }
}
