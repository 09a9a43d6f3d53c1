package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import cn.wenzheng.channel.inbox.NewcomerRows.Sender;
import cn.wenzheng.channel.inbox.NewcomerRows.Settled;
import cn.wenzheng.channel.inbox.SourceRows.Said;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Arrivals.Fresh;
import cn.wenzheng.petition.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes in together what is a petition of its own whatever else it is: words of several people that answer nothing and name
 * no petition. Nothing of them has to be decided, and a flood of them costs few statements. Whatever may be more than that is
 * left to be looked at one by one.
 */
@Component
class Newcomers {

    private final NewcomerRows rows;
    private final SourceRows sources;
    private final MediaRows media;
    private final Arrivals arrivals;
    private final Accounts accounts;
    private final Sealing sealing;

    Newcomers(
            NewcomerRows rows,
            SourceRows sources,
            MediaRows media,
            Arrivals arrivals,
            Accounts accounts,
            Sealing sealing) {
        this.rows = rows;
        this.sources = sources;
        this.media = media;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.sealing = sealing;
    }

    /**
     * What became of items that were looked at together.
     *
     * @param done what is taken in
     * @param kept what is new, and stands where it will be settled alone
     */
    record Sorted(Set<Piece> done, Map<Piece, Kept> kept) {

        static Sorted nothing() {
            return new Sorted(Set.of(), new HashMap<>());
        }
    }

    /** In the caller's transaction; an item that is in neither part of the answer has not been touched. */
    Sorted take(List<Piece> pieces, Actor actor, Instant now) {
        List<Piece> first = firstOfEach(pieces);
        if (first.isEmpty()) {
            return Sorted.nothing();
        }
        Map<Piece, Kept> kept = rows.keep(first, now);
        if (kept.isEmpty()) {
            return Sorted.nothing();
        }
        Map<Piece, Kept> plain = new LinkedHashMap<>(kept);
        Map<Piece, Sender> senders = rows.senders(List.copyOf(kept.keySet()));
        plain.keySet().removeIf(piece -> of(senders, piece).known() && Threads.refers(piece.item()));
        kept.keySet().removeAll(plain.keySet());
        if (!plain.isEmpty()) {
            receive(plain, senders, actor, now);
        }
        return new Sorted(plain.keySet(), kept);
    }

    private static Sender of(Map<Piece, Sender> senders, Piece piece) {
        return Objects.requireNonNull(senders.get(piece));
    }

    /** What follows something of the same person, thread or act waits until that is settled. */
    private List<Piece> firstOfEach(List<Piece> pieces) {
        Set<List<Object>> met = new HashSet<>();
        List<Piece> first = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean unmet = true;
            for (List<Object> key : keys(piece)) {
                unmet &= met.add(key);
            }
            if (unmet && isPlain(piece)) {
                first.add(piece);
            }
        }
        return first;
    }

    private static List<List<Object>> keys(Piece piece) {
        Inbound item = piece.item();
        long account = piece.account().id();
        Channel channel = piece.account().channel();
        String id = InboundRows.key(item.externalId());
        return List.of(
                List.of("item", account, id),
                List.of("item", channel, id),
                List.of("thread", account, InboundRows.key(item.conversationKey())),
                List.of("person", InboundRows.key(item.sender().id())),
                List.of("act", channel, item.twinKey() == null ? id : InboundRows.key(item.twinKey())));
    }

    /** Mails are looked for by their address, too; what passes something on belongs to it. */
    private boolean isPlain(Piece piece) {
        Inbound item = piece.item();
        return item.kind() != Kind.EVENT
                && item.repostOf() == null
                && piece.account().channel() != Channel.EMAIL
                && !accounts.isOurs(piece.account().channel(), item.sender().id());
    }

    private void receive(Map<Piece, Kept> plain, Map<Piece, Sender> senders, Actor actor, Instant now) {
        List<Fresh> fresh = plain.keySet().stream()
                .map(piece -> new Fresh(
                        ItemWords.intake(piece.account(), piece.item()),
                        of(senders, piece).inHand()))
                .toList();
        Iterator<String> numbers = arrivals.receiveNew(fresh, actor).iterator();
        List<Settled> settled = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        plain.forEach((piece, kept) -> {
            String number = numbers.next();
            settled.add(new Settled(kept, number, piece.sealed(sealing, kept)));
            said.add(new Said(number, kept, piece.item(), !piece.pushed()));
            media.keep(kept.message(), number, piece.account(), piece.item().media(), now);
        });
        sources.keep(said, now);
        rows.settle(settled);
    }
}
