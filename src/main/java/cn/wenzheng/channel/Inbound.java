package cn.wenzheng.channel;

import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Petitioner;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came in on a channel, in the city's words.
 *
 * @param externalId the item's id on its channel: once per account; by push and by poll the same
 * @param conversationKey what an answer goes back to, and one person's alone: {@code dm:<uid>}, {@code s:<status id>},
 *     {@code s:<status id>:<uid>} for who comments below another's post, an openid, a mail thread's root
 * @param text what was said, as it was said; empty for an event
 * @param inReplyTo the platform's own reference to what this replies to (an id of ours or of an earlier item); null
 *     when there is none
 * @param repostOf the external id of the post that this one passes on; null when it is no repost
 * @param twinKey the same for the two halves of one act of one person (a comment, and the post that passes on what it comments
 *     on); two comments or two posts of one key are two; null when it cannot be a half
 * @param mentioned names of the accounts that a public post speaks to, without the @; the city takes it once
 * @param form what only forms tell; null for free messages
 * @param submittedAt the platform's own time
 * @param publicSource true when everybody can read it where it was said
 */
public record Inbound(
        String externalId,
        String conversationKey,
        Sender sender,
        Kind kind,
        String text,
        List<MediaRef> media,
        @Nullable GeoPoint place,
        @Nullable SourceRef source,
        @Nullable String inReplyTo,
        @Nullable String repostOf,
        @Nullable String twinKey,
        Set<String> mentioned,
        @Nullable Form form,
        Instant submittedAt,
        boolean publicSource) {

    public enum Kind {
        /** A private message, a mail, a form. */
        MESSAGE,
        /** A public post or comment that speaks to the account. */
        MENTION,
        /** Follows, unfollows, opens a menu: it moves a reply window and is no petition. */
        EVENT
    }

    /**
     * Who said it, as the platform knows him.
     *
     * @param id the platform's id of the person for this account; personal data, never logged
     * @param name the name he shows there; null when the platform does not tell
     */
    public record Sender(String id, @Nullable String name) {}

    /** What somebody has filled in. */
    public record Form(
            @Nullable PetitionKind kind,
            @Nullable String title,
            @Nullable String address,
            Petitioner petitioner,
            boolean hideIdentity,
            boolean mayBePublic) {}

    /**
     * An event's meaning for the reply window; the text of an {@link Kind#EVENT} is one of these names, or empty when it
     * moves nothing.
     */
    public enum Event {
        FOLLOW,
        UNFOLLOW,
        MENU
    }
}
