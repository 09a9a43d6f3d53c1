package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.inbox.PostOffice.Taken;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets so many callbacks to the database at once and no more: platforms come again, and the people at work need connections,
 * too.
 */
@Component
class Counter {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    private final PostOffice office;
    private final SetAside aside;
    private final InboxSettings settings;
    private final Semaphore places;

    Counter(PostOffice office, SetAside aside, InboxSettings settings) {
        this.office = office;
        this.aside = aside;
        this.settings = settings;
        this.places = new Semaphore(settings.callbacksAtOnce(), true);
    }

    /** How a callback ended. */
    enum Served {
        ALL,
        OTHER_WORDS,
        /** Nothing was kept: the platform has to come again. */
        NOT_NOW
    }

    Served take(Account account, List<Inbound> items, byte[] raw) {
        if (!waited()) {
            LOG.warn("A callback of {} was sent away: too many at once", account);
            return Served.NOT_NOW;
        }
        try {
            return switch (kept(account, items, raw)) {
                case ALL -> Served.ALL;
                case OTHER_WORDS -> Served.OTHER_WORDS;
            };
        } catch (RuntimeException failed) {
            LOG.warn("A callback of {} could not be kept: {}", account, SetAside.kindOf(failed));
            return Served.NOT_NOW;
        } finally {
            places.release();
        }
    }

    /** What can never be taken in is not asked for again: the platform would bring it for hours and give up the account. */
    private Taken kept(Account account, List<Inbound> items, byte[] raw) {
        try {
            return office.take(account, items, raw, () -> {});
        } catch (RuntimeException failed) {
            if (SetAside.passes(failed)) {
                throw failed;
            }
            return aside.oneByOne(account, items, raw);
        }
    }

    private boolean waited() {
        try {
            return places.tryAcquire(settings.callbackPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
