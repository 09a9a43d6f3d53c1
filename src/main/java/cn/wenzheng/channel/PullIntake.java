package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a platform has to be asked for. Calls the network; keeps nothing. */
public interface PullIntake {

    Channel channel();

    /** The kinds of contact that are read one by one, each with a cursor of its own; empty when this account is not asked. */
    List<String> contacts(Account account);

    /** How often one kind of contact is asked for. */
    Duration every(Account account, String contact);

    /**
     * Reads one page.
     *
     * @param cursor where the last reading came to; null at the first
     */
    Page poll(Account account, String contact, @Nullable String cursor, Instant now);

    /** Told after a page is committed, to mark it as read on the other side. */
    default void committed(Account account, String contact, Page page) {}

    /**
     * One page and what comes after it.
     *
     * @param items the oldest first, so that what an item refers to comes before it
     * @param cursor the place to go on from, also in the middle of a long reading; kept in the transaction of the items
     * @param more true when the next page can be read at once
     * @param calls how many calls it took from the account's quota
     * @param trouble why the reading stopped; null when it did not
     */
    record Page(
            List<Inbound> items,
            @Nullable String cursor,
            boolean more,
            int calls,
            @Nullable Outcome trouble) {}
}
