package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.inbox.PostOffice.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes callbacks to the post office: those that come within the same moment go in one transaction, and few transactions are
 * under way at once. Platforms come again, and the people at work need connections, too.
 */
@Component
class Counter {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    private final PostOffice office;
    private final SetAside aside;
    private final InboxSettings settings;
    private final Sacks<Letter, Served> sacks;

    Counter(PostOffice office, SetAside aside, InboxSettings settings) {
        this.office = office;
        this.aside = aside;
        this.settings = settings;
        this.sacks = new Sacks<>(settings.callbacksAtOnce(), this::carry);
    }

    /** How a callback ended. */
    enum Served {
        ALL,
        OTHER_WORDS,
        /** The platform has to come again; what was kept all the same is known then. */
        NOT_NOW;

        static Served of(Taken taken) {
            return taken == Taken.ALL ? ALL : OTHER_WORDS;
        }
    }

    /** One callback. */
    private record Letter(Account account, List<Inbound> items, byte[] raw) {

        Stream<Piece> pieces() {
            return items.stream().map(item -> new Piece(account, item, raw));
        }
    }

    Served take(Account account, List<Inbound> items, byte[] raw) {
        Served served = sacks.bring(new Letter(account, items, raw), settings.callbackPatience());
        if (served == null) {
            LOG.warn("A callback of {} was sent away: too many at once", account);
            return Served.NOT_NOW;
        }
        return served;
    }

    private List<Served> carry(List<Letter> letters) {
        if (letters.size() > 1) {
            try {
                return together(letters);
            } catch (RuntimeException failed) {
                LOG.warn("{} callbacks could not be kept together: {}", letters.size(), SetAside.kindOf(failed));
                if (SetAside.passes(failed)) {
                    return letters.stream().map(letter -> Served.NOT_NOW).toList();
                }
            }
        }
        return letters.stream().map(this::alone).toList();
    }

    private List<Served> together(List<Letter> letters) {
        List<Taken> taken = office.take(letters.stream().flatMap(Letter::pieces).toList(), () -> {});
        List<Served> served = new ArrayList<>();
        int next = 0;
        for (Letter letter : letters) {
            int end = next + letter.items().size();
            served.add(Served.of(Taken.of(taken.subList(next, end))));
            next = end;
        }
        return served;
    }

    private Served alone(Letter letter) {
        try {
            return Served.of(kept(letter));
        } catch (RuntimeException failed) {
            LOG.warn("A callback of {} could not be kept: {}", letter.account(), SetAside.kindOf(failed));
            return Served.NOT_NOW;
        }
    }

    /** What can never be taken in is not asked for again: the platform would bring it for hours and give up the account. */
    private Taken kept(Letter letter) {
        try {
            return office.take(letter.account(), letter.items(), letter.raw(), () -> {});
        } catch (RuntimeException failed) {
            if (SetAside.passes(failed)) {
                throw failed;
            }
            return aside.oneByOne(letter.account(), letter.items(), letter.raw());
        }
    }
}
