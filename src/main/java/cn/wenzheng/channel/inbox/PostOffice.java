package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.channel.inbox.InboundRows.Earlier;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import cn.wenzheng.channel.inbox.InboundRows.Sameness;
import cn.wenzheng.channel.inbox.Threads.Place;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.FollowUp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what channels bring, each item once: it is a petition, belongs to one, or moves a reply window.
 *
 * <p>Items that come together are one short transaction, in which nobody is called and nothing is waited for.
 */
@Component
class PostOffice {

    private static final Actor CITIZEN = Actor.citizen(Door.CHANNEL);
    private static final int TRIES = 3;

    private final InboundRows rows;
    private final SourceRows sources;
    private final MediaRows media;
    private final Threads threads;
    private final Arrivals arrivals;
    private final CitizenActs acts;
    private final Accounts accounts;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostOffice(
            InboundRows rows,
            SourceRows sources,
            MediaRows media,
            Threads threads,
            Arrivals arrivals,
            CitizenActs acts,
            Accounts accounts,
            Sealing sealing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.sources = sources;
        this.media = media;
        this.threads = threads;
        this.arrivals = arrivals;
        this.acts = acts;
        this.accounts = accounts;
        this.sealing = sealing;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of items that came together. */
    enum Taken {
        ALL,
        /** One had the id of an earlier one and says something else; the earlier one stands. */
        OTHER_WORDS
    }

    /**
     * Takes items in: all of them, or none and an exception.
     *
     * @param raw the request as it came in; null when the items were not pushed
     * @param beside what is to be kept in the same transaction
     */
    Taken take(Account account, List<Inbound> items, byte @Nullable [] raw, Runnable beside) {
        for (int left = TRIES; ; left--) {
            try {
                return transaction.execute(begun -> {
                    Taken taken = Taken.ALL;
                    for (Inbound item : items) {
                        taken = one(account, item, raw) == Taken.ALL ? taken : Taken.OTHER_WORDS;
                    }
                    beside.run();
                    return taken;
                });
            } catch (DuplicateKeyException | ConcurrencyFailureException overtaken) {
                // Somebody else changed the same rows in the same moment; his change is committed now.
                if (left == 1) {
                    throw overtaken;
                }
            }
        }
    }

    private Taken one(Account spokenTo, Inbound item, byte @Nullable [] raw) {
        Account account = taker(spokenTo, item);
        Instant now = clock.instant();
        Sameness same = Sameness.of(item);
        Optional<Kept> kept = rows.keep(account, item, same, now);
        if (kept.isEmpty()) {
            Optional<Taken> known = known(account, item, same, raw != null, now);
            if (known.isPresent()) {
                return known.get();
            }
            kept = rows.keep(account, item, same.alone(), now);
        }
        Kept mine = kept.orElseThrow(() -> new ConcurrencyFailureException("an item came in twice at once"));
        settle(account, item, mine, raw, now);
        return Taken.ALL;
    }

    /** Empty when what stood in the way is no reason to leave the item out. */
    private Optional<Taken> known(Account account, Inbound item, Sameness same, boolean pushed, Instant now) {
        Optional<Earlier> earlier = rows.earlier(account, item.externalId());
        if (earlier.isPresent()) {
            if (!pushed) {
                complete(earlier.get(), account, item, now);
            }
            return Optional.of(Arrays.equals(earlier.get().digest(), Digests.of(item)) ? Taken.ALL : Taken.OTHER_WORDS);
        }
        if (account.channel() == Channel.WEBHOOK) {
            // The message is known under another name of its petition.
            return Optional.of(Taken.OTHER_WORDS);
        }
        return rows.keepShared(account, item, same, now) ? Optional.of(Taken.ALL) : Optional.empty();
    }

    /** A push tells less of a post than a reading finds; what it left out comes with the reading, once. */
    private void complete(Earlier earlier, Account account, Inbound item, Instant now) {
        String petition = earlier.petition();
        if (petition != null && item.publicSource() && sources.complete(petition, earlier.message(), item)) {
            media.keep(earlier.message(), petition, account, item.media(), now);
        }
    }

    private void settle(Account account, Inbound item, Kept kept, byte @Nullable [] raw, Instant now) {
        byte[] sealed = raw == null || !sealing.isReady() ? null : sealing.seal(raw, "inbound/" + kept.message());
        if (item.kind() == Kind.EVENT) {
            rows.settle(kept, null, Fate.EVENT, sealed);
            return;
        }
        if (accounts.isOurs(account.channel(), item.sender().id())) {
            rows.settle(kept, null, Fate.OWN, sealed);
            return;
        }
        Optional<String> passedOn =
                Optional.ofNullable(item.repostOf()).flatMap(post -> rows.petitionOf(account.channel(), post));
        if (passedOn.isPresent()) {
            rows.settle(kept, passedOn.get(), Fate.REPOST, sealed);
            return;
        }
        Place place = threads.find(account, item);
        String petition = place.how() == null && place.petition() != null
                ? add(place.petition(), item)
                : receive(account, item, kept, place, raw == null, now);
        media.keep(kept.message(), petition, account, item.media(), now);
        rows.settle(kept, petition, place.how() == null ? Fate.ADDED : Fate.PETITION, sealed);
    }

    private String add(String petition, Inbound item) {
        acts.hear(petition, ItemWords.textOf(item), item.submittedAt(), CITIZEN);
        return petition;
    }

    private String receive(Account account, Inbound item, Kept kept, Place place, boolean whole, Instant now) {
        FollowUp how = place.how() == null ? FollowUp.POSSIBLE : place.how();
        String petition = arrivals.receive(ItemWords.intake(account, item), place.petition(), how, CITIZEN)
                .number();
        sources.keep(petition, kept, item, whole, now);
        return petition;
    }

    /** What is said to several accounts is taken by the one that stands highest, whichever hears of it first. */
    private Account taker(Account spokenTo, Inbound item) {
        Set<String> names = item.mentioned();
        return item.publicSource() && names.size() > 1
                ? accounts.highest(spokenTo.channel(), List.copyOf(names)).orElse(spokenTo)
                : spokenTo;
    }
}
