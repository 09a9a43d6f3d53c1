package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of the city and its units, as adapters and the post office ask for them. */
public interface Accounts {

    /** An account that takes part; empty when there is none or it is switched off. */
    Optional<Account> find(Channel channel, String code);

    Optional<Account> find(long id);

    /** Those of one channel that take part. */
    List<Account> of(Channel channel);

    /** The account of a unit on a channel; empty when the unit has none. */
    Optional<Account> ofUnit(Channel channel, String unit);

    /**
     * The account among these names that stands highest in the city, by the level of its unit and then by its id: it takes
     * what was said to several.
     */
    Optional<Account> highest(Channel channel, List<String> names);

    /** Counts calls against the account's quota, in a transaction of its own; the instant to wait for when it is used up. */
    Optional<Instant> spend(Account account, String quota, int calls, boolean forReplies);

    /** Notes a sign of life; gathered in memory and written every few seconds, because a callback must not wait for a row. */
    void seen(Account account, Sign sign, Instant at);

    /** Notes what went wrong; a token that is not valid any more switches the account off until it has a new one. */
    void trouble(Account account, Outcome outcome, Instant at);

    enum Sign {
        PUSHED,
        POLLED,
        ITEM,
        SENT,
        /** A request whose signature was wrong. */
        FORGED
    }

    /** How the account counts its calls; null settings take the channel's. */
    record Quota(
            String name,
            int most,
            java.time.Duration window,
            int reservedForReplies,
            @Nullable Instant resetsAt) {}
}
