package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the city's words to a citizen: one call, no tries inside, no exception for what a platform answers. Never called in
 * a transaction.
 */
public interface Delivery {

    Channel channel();

    /**
     * The ways to a person, the wanted one first; what cannot be said there goes the next way. Empty when the channel has no
     * answer of its own.
     *
     * @param publicSource true when he spoke where everybody reads
     */
    List<Means> means(Account account, boolean publicSource, String occasion);

    /**
     * The same for an item: an account may take words in by several doors, and not every means leads back through each.
     *
     * @param item external id of what is answered; null when nothing is
     */
    default List<Means> means(Account account, boolean publicSource, String occasion, @Nullable String item) {
        return means(account, publicSource, occasion);
    }

    /**
     * How many messages the platform still allows to this person by these means; a text in more pieces goes another way
     * whole. The most there is when it does not count, or when the way is closed and {@link #deliver} says why.
     */
    default int allowance(Account account, Reply.Contact contact, Means means, Instant now) {
        return Integer.MAX_VALUE;
    }

    /** What a text may have, counted as the platform counts. */
    TextLimit limit(Account account, Means means);

    Outcome deliver(Reply reply, Account account);

    /** What to do when nobody knows whether a call arrived. */
    AfterUnknown afterUnknown(Means means);

    /**
     * Looks on the platform for a message whose fate is unknown; only asked where {@link AfterUnknown#READ_BACK} is the rule.
     *
     * @return {@link Outcome.Sent} when it stands there, {@link Outcome.NotNow} without an instant when it does not and may be
     *     sent again, with an instant when the platform lets nobody look before, {@link Outcome.Unknown} when one could not
     *     look
     */
    default Outcome readBack(Reply reply, Account account) {
        return new Outcome.Unknown("read-back");
    }

    /** The most calls that {@link #readBack} makes. */
    default int readBackCalls() {
        return 1;
    }

    /** The waits between tries after a technical failure, in order; then a person has to look. */
    default List<Duration> tries() {
        return List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    }

    enum AfterUnknown {
        /** Read back what stands there; not found, it is sent again. */
        READ_BACK,
        /** Once more; "twice the same" then means that the first has arrived. */
        RETRY_ONCE,
        /** The other side knows a message by its key. */
        RETRY,
        /** A person decides: another call costs quota and the citizen may read it twice. */
        ASK
    }

    /** The most signs of a text and how the platform counts them. */
    interface TextLimit {

        int most();

        int length(String text);
    }
}
