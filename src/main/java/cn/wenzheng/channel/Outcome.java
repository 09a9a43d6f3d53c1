package cn.wenzheng.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one call to a platform. Reasons are codes of ours or of the platform, never a text of the message. */
public sealed interface Outcome {

    /** @param providerId the platform's id of what was said; null when it tells none */
    record Sent(@Nullable String providerId) implements Outcome {}

    /**
     * Not at this time: nothing was written.
     *
     * @param until when the platform will listen again; null when it does not say, and the usual waits between tries apply
     */
    record NotNow(@Nullable Instant until, String reason) implements Outcome {}

    /** The account itself is not let in any more: everything of it waits until somebody has given it a new token. */
    record TokenInvalid(String reason) implements Outcome {}

    /** The time in which this person may be written to is over, or the allowance is used up. */
    record WindowClosed(String reason) implements Outcome {}

    /** The post, the comment or the person is not there any more. */
    record TargetGone(String reason) implements Outcome {}

    /**
     * The platform will never take this; a person has to change something.
     *
     * @param reason {@link #RECIPIENT} when not the words but the person is in the way: then the next means are tried
     */
    record Refused(String code, String reason) implements Outcome {

        /** He does not follow, has shut his door, has not subscribed. */
        public static final String RECIPIENT = "recipient";
    }

    /** The platform says that it has these words already. */
    record Duplicate(String reason) implements Outcome {}

    /** It was written, and nobody knows whether it arrived. */
    record Unknown(String reason) implements Outcome {}
}
