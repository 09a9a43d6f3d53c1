package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of the city and its units, as adapters and the post office ask for them. */
public interface Accounts {

    /** Quota of every call to the platform. */
    String CALLS = "calls";

    /** Quota of what everybody can read; such a call counts against {@link #CALLS} besides. */
    String POSTS = "posts";

    /**
     * The account that a push is for; empty when there is none or it is switched off. One that waits for a new token is
     * found: the platform goes on pushing, and nothing of it may be lost.
     */
    Optional<Account> find(Channel channel, String code);

    /** An account that may call its platform; empty while it is switched off or waits for a new token, and what is due waits. */
    Optional<Account> find(long id);

    /** Those of one channel that may call it. */
    List<Account> of(Channel channel);

    /** Those of one channel that are not switched off; what one that waits for a new token is to send waits with it. */
    List<Account> takingPart(Channel channel);

    /** The account of a unit on a channel; empty when the unit has none. */
    Optional<Account> ofUnit(Channel channel, String unit);

    /** Whether a sender is one of our own accounts on the channel, also one that is switched off: what it says is no petition. */
    boolean isOurs(Channel channel, String sender);

    /**
     * The account among these names that stands highest in the city, by the level of its unit and then by its id: it takes
     * what was said to several.
     */
    Optional<Account> highest(Channel channel, List<String> names);

    /**
     * Counts calls against the account's quota, in a transaction of its own; the instant to wait for when it is used up. A
     * channel without such a quota is never kept waiting.
     *
     * @param quota {@link #CALLS} or {@link #POSTS}
     * @param forReplies true for what answers a citizen: it may use the part that is kept from reading
     */
    Optional<Instant> spend(Account account, String quota, int calls, boolean forReplies);

    /**
     * The same for a call that nobody waits for: it may use only what neither answers nor reading need until the quota's window
     * ends.
     *
     * @param readingsPerHour how many calls reading makes an hour
     */
    Optional<Instant> spendSpare(Account account, String quota, int calls, double readingsPerHour);

    /**
     * How long to wait between two calls that read, so that what is left lasts to the end of the quota's window; nothing while
     * more than half is left, and where the platform does not count.
     */
    Duration pace(Account account, String quota);

    /** Notes a sign of life; gathered in memory and written every few seconds, because a callback must not wait for a row. */
    void seen(Account account, Sign sign, Instant at);

    /** Notes what went wrong; a token that is not valid any more keeps the account waiting until it has a new one. */
    void trouble(Account account, Outcome outcome, Instant at);

    enum Sign {
        PUSHED,
        POLLED,
        ITEM,
        SENT,
        /** A request whose signature was wrong. */
        FORGED
    }

    /**
     * How a platform counts.
     *
     * @param most calls within the window, which begins with its first call
     */
    record Quota(String name, int most, Duration window, int reservedForReplies) {}
}
