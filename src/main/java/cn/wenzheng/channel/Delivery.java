package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.util.List;

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

    /** What a text may have, counted as the platform counts. */
    TextLimit limit(Account account, Means means);

    Outcome deliver(Reply reply, Account account);

    /** What to do when nobody knows whether a call arrived. */
    AfterUnknown afterUnknown(Means means);

    /**
     * Looks on the platform for a message whose fate is unknown; only asked where {@link AfterUnknown#READ_BACK} is the rule.
     *
     * @return {@link Outcome.Sent} when it stands there, {@link Outcome.NotNow} when it does not and may be sent again,
     *     {@link Outcome.Unknown} when one could not look
     */
    default Outcome readBack(Reply reply, Account account) {
        return new Outcome.Unknown("read-back");
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
