package cn.wenzheng.petition;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a petition that one member of the staff may see, masked already for that person.
 *
 * @param redacted true when the text is the copy without identifying words
 * @param petitioner the contact as this person may see it; null when he may not know there is one
 * @param revealable the contact fields this person may reveal with a reason
 * @param overdue true when a running limit is over
 * @param actions what this person may do now
 * @param cameBy telephone, visit or pasted in when an operator entered it; null otherwise
 * @param ruledAt when the supervision office named the lead, which may not return it since; null without a ruling
 * @param question what the petitioner was asked and has not answered; null when there is none
 * @param supplementUntil until when the petitioner may say what he was asked; null while nobody waits for him
 * @param paused why and until when the units' clocks stand still; null while they run
 * @param ledger what has moved its clocks, in the order in which it happened
 * @param explanation how each running limit comes about
 * @param extensions the requests for more time that wait for the centre
 * @param followUpOf the earlier petition that this one belongs to or may belong to, as {@code followUp} says; null for none
 * @param origin where it was said, for readers of the original; null when it came in by no account on a platform
 * @param rating the petitioner's own verdict, beside what the call-back heard; null as long as there is none
 */
public record CaseSheet(
        String number,
        PetitionStatus status,
        @Nullable Stage stage,
        Instant since,
        Channel channel,
        @Nullable String account,
        @Nullable String externalId,
        @Nullable PetitionKind kind,
        @Nullable String category,
        @Nullable String categoryPath,
        Urgency urgency,
        @Nullable String suggestedCategory,
        @Nullable String suggestedUnit,
        @Nullable String title,
        String text,
        boolean redacted,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Contact petitioner,
        boolean hideIdentity,
        boolean mayBePublic,
        boolean backlog,
        Instant receivedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant promisedBy,
        @Nullable Instant firstAnsweredAt,
        @Nullable Boolean promiseKept,
        boolean overdue,
        List<Part> units,
        List<Entry> timeline,
        List<Deadlines.Limit> limits,
        Set<String> actions,
        Set<String> revealable,
        @Nullable CameBy cameBy,
        @Nullable Instant ruledAt,
        CitizenView.@Nullable Question question,
        CitizenView.@Nullable Rated rating,
        List<Attachment> attachments,
        @Nullable Instant supplementUntil,
        CitizenView.@Nullable Paused paused,
        List<ClockLedger.Entry> ledger,
        List<Deadlines.Explained> explanation,
        List<Extension> extensions,
        @Nullable String followUpOf,
        @Nullable FollowUp followUp,
        PetitionOrigins.@Nullable Origin origin) {

    /** The petitioner's contact, masked. */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** One unit's part. */
    public record Part(
            String unit,
            String unitName,
            Duty duty,
            AssignmentState state,
            int round,
            Instant assignedAt,
            @Nullable Instant endedAt,
            @Nullable String answer,
            @Nullable String publicAnswer,
            @Nullable Boolean solved,
            @Nullable Instant contactedAt,
            @Nullable String dissent,
            @Nullable ReturnGround ground,
            @Nullable String note) {}

    /** A unit's request for more time, which waits for the centre. */
    public record Extension(String unit, String unitName, int days, String reason, Instant askedAt) {}

    /** One event, with its words. */
    public record Entry(
            Instant at,
            TimelineEvent event,
            @Nullable String unit,
            @Nullable String by,
            @Nullable String text) {}
}
