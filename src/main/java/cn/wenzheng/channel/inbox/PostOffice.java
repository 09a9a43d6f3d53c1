package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.channel.inbox.InboundRows.Earlier;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import cn.wenzheng.channel.inbox.InboundRows.Sameness;
import cn.wenzheng.channel.inbox.Newcomers.Sorted;
import cn.wenzheng.channel.inbox.SourceRows.Said;
import cn.wenzheng.channel.inbox.Threads.Place;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.FollowUp;
import cn.wenzheng.petition.Intake;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
    private final Newcomers newcomers;
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
            Newcomers newcomers,
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
        this.newcomers = newcomers;
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
        OTHER_WORDS;

        static Taken of(Collection<Taken> pieces) {
            return pieces.contains(OTHER_WORDS) ? OTHER_WORDS : ALL;
        }
    }

    /**
     * Takes items of one account in: all of them, or none and an exception.
     *
     * @param raw the request as it came in; null when the items were not pushed
     * @param beside what is to be kept in the same transaction
     */
    Taken take(Account account, List<Inbound> items, byte @Nullable [] raw, Runnable beside) {
        List<Piece> pieces =
                items.stream().map(item -> new Piece(account, item, raw)).toList();
        return Taken.of(take(pieces, beside));
    }

    /** As above, whichever accounts they came in by; the answer is in their order. */
    List<Taken> take(List<Piece> pieces, Runnable beside) {
        for (int left = TRIES; ; left--) {
            try {
                return Objects.requireNonNull(transaction.execute(begun -> {
                    List<Taken> taken = all(pieces.stream().map(this::withTaker).toList());
                    beside.run();
                    return taken;
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException overtaken) {
                // Somebody else changed the same rows in the same moment; his change is committed now.
                if (left == 1) {
                    throw overtaken;
                }
            }
        }
    }

    /** What comes alone is looked at alone; of many, only those that may be more than a stranger's first words. */
    private List<Taken> all(List<Piece> pieces) {
        Instant now = clock.instant();
        Sorted sorted = pieces.size() == 1 ? Sorted.nothing() : newcomers.take(pieces, CITIZEN, now);
        List<Taken> taken = new ArrayList<>();
        for (Piece piece : pieces) {
            Kept kept = sorted.kept().remove(piece);
            if (kept != null) {
                settle(piece, kept, now);
            }
            taken.add(kept != null || sorted.done().contains(piece) ? Taken.ALL : one(piece, now));
        }
        return taken;
    }

    private Taken one(Piece piece, Instant now) {
        Account account = piece.account();
        Inbound item = piece.item();
        Sameness same = Sameness.of(item);
        Optional<Kept> kept = rows.keep(account, item, same, now);
        if (kept.isEmpty()) {
            Optional<Taken> known = known(piece, same, now);
            if (known.isPresent()) {
                return known.get();
            }
            kept = rows.keep(account, item, same.alone(), now);
        }
        settle(piece, kept.orElseThrow(() -> new ConcurrencyFailureException("an item came in twice at once")), now);
        return Taken.ALL;
    }

    /** Empty when what stood in the way is no reason to leave the item out. */
    private Optional<Taken> known(Piece piece, Sameness same, Instant now) {
        Account account = piece.account();
        Inbound item = piece.item();
        Optional<Earlier> earlier = rows.earlier(account, item.externalId());
        if (earlier.isPresent()) {
            if (!piece.pushed()) {
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

    private void settle(Piece piece, Kept kept, Instant now) {
        Account account = piece.account();
        Inbound item = piece.item();
        byte[] sealed = piece.sealed(sealing, kept);
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
                : receive(piece, kept, place, now);
        media.keep(kept.message(), petition, account, item.media(), now);
        rows.settle(kept, petition, place.how() == null ? Fate.ADDED : Fate.PETITION, sealed);
    }

    private String add(String petition, Inbound item) {
        acts.hear(petition, ItemWords.textOf(item), item.submittedAt(), CITIZEN);
        return petition;
    }

    private String receive(Piece piece, Kept kept, Place place, Instant now) {
        FollowUp how = place.how() == null ? FollowUp.POSSIBLE : place.how();
        Intake intake = ItemWords.intake(piece.account(), piece.item());
        String petition =
                arrivals.receive(intake, place.petition(), how, CITIZEN).number();
        sources.keep(List.of(new Said(petition, kept, piece.item(), !piece.pushed())), now);
        return petition;
    }

    /** What is said to several accounts is taken by the one that stands highest, whichever hears of it first. */
    private Piece withTaker(Piece piece) {
        Set<String> names = piece.item().mentioned();
        return piece.item().publicSource() && names.size() > 1
                ? accounts.highest(piece.account().channel(), List.copyOf(names))
                        .map(account -> new Piece(account, piece.item(), piece.raw()))
                        .orElse(piece)
                : piece;
    }
}
