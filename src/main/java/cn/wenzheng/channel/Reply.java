package cn.wenzheng.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the city on its way out: one call, one piece.
 *
 * @param key the same over all tries of this message
 * @param petition the petition's number; every text carries it
 * @param occasion the code of what is told, as {@code petition.delivery.AnswerDelivery.Occasion}
 * @param text the words as they go out by these means, whole and within their limit: number, address of the citizen's page
 *     and count of the pieces are in it already
 * @param subject a line for mails and templates
 * @param link the citizen's own page once more, for means that have a place for it; null where everybody reads along
 * @param part which piece of a long answer, from 1
 * @param tries how often it has been tried before
 * @param afterUnknown true when nobody knows what became of the last try
 * @param now the product's time
 */
public record Reply(
        String key,
        String petition,
        String occasion,
        Means means,
        Contact contact,
        String text,
        String subject,
        @Nullable String link,
        int part,
        int tries,
        boolean afterUnknown,
        Instant now) {

    /** What is told without the number, for a field that stands beside the number's. */
    public String state() {
        return subject.replace(petition, "").strip();
    }

    /**
     * Whom it goes to and what the platform still allows.
     *
     * @param conversationKey as the item brought it
     * @param person the platform's id of the person
     * @param source where he spoke, when it was public
     * @param inReplyTo external id of the item that is answered
     * @param spokeAt his last private word, follow or scan, which opens a window; null when there was none
     * @param menuAt his last click in a menu; null when there was none
     * @param mentionedAt his last mention of the account; null when there was none
     * @param privateSinceMention private messages sent since that mention
     * @param privateSinceSpoke private messages sent since he last spoke
     * @param followed false after he has unfollowed
     */
    public record Contact(
            String conversationKey,
            String person,
            @Nullable SourceRef source,
            @Nullable String inReplyTo,
            @Nullable Instant spokeAt,
            @Nullable Instant menuAt,
            @Nullable Instant mentionedAt,
            int privateSinceMention,
            int privateSinceSpoke,
            boolean followed) {}
}
