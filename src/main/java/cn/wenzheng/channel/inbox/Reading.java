package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.channel.PullIntake.Page;
import cn.wenzheng.channel.inbox.CursorRows.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads one page of one kind of contact: the place it has come to is kept with the last of its items, so that after any
 * interruption nothing is missed; what comes again is known. No more than a page is ever in memory.
 */
@Component
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** After a call that failed. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /** After an answer that will not change by itself. */
    private static final Duration LATER = Duration.ofMinutes(15);

    /** Items of one transaction. */
    private static final int SLICE = 20;

    private final CursorRows rows;
    private final PostOffice office;
    private final SetAside aside;
    private final Accounts accounts;
    private final Clock clock;

    Reading(CursorRows rows, PostOffice office, SetAside aside, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.office = office;
        this.aside = aside;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Another node reads this now: what was just read must not stay. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void page(Held held, Account account, PullIntake intake) {
        Instant now = clock.instant();
        Optional<Instant> spent = accounts.spend(account, Accounts.CALLS, 1, false);
        if (spent.isPresent()) {
            rows.moved(held, held.cursor(), spent.get());
            accounts.trouble(account, new Outcome.NotNow(spent.get(), "quota"), now);
            return;
        }
        Page page = asked(held, account, intake, now);
        if (page.calls() > 1) {
            accounts.spend(account, Accounts.CALLS, page.calls() - 1, false);
        }
        Instant next = next(held, account, intake, page, now);
        take(account, page, () -> keep(held, page, next));
        intake.committed(account, held.contact(), page);
        tell(account, page, now);
    }

    private static Page asked(Held held, Account account, PullIntake intake, Instant now) {
        try {
            return intake.poll(account, held.contact(), held.cursor(), now);
        } catch (RuntimeException failed) {
            LOG.warn("Reading {} failed and will be tried again: {}", account, SetAside.kindOf(failed));
            return new Page(List.of(), held.cursor(), false, 1, new Outcome.NotNow(null, "failed"));
        }
    }

    /** Many small transactions: those at the counters wait for none of them. The last one keeps the place. */
    private void take(Account account, Page page, Runnable beside) {
        List<Inbound> items = page.items();
        int last = Math.max(0, items.size() - 1) / SLICE * SLICE;
        for (int from = 0; from < last; from += SLICE) {
            slice(account, items.subList(from, from + SLICE), () -> {});
        }
        slice(account, items.subList(last, items.size()), beside);
    }

    /** What fails together is tried one by one, so that one item cannot hold up the others. */
    private void slice(Account account, List<Inbound> items, Runnable beside) {
        try {
            office.take(account, items, null, beside);
        } catch (TakenOver elsewhere) {
            throw elsewhere;
        } catch (RuntimeException failed) {
            if (items.isEmpty()) {
                throw failed;
            }
            aside.oneByOne(account, items, null);
            office.take(account, List.of(), null, beside);
        }
    }

    private void keep(Held held, Page page, Instant next) {
        if (!rows.moved(held, page.cursor(), next)) {
            throw new TakenOver();
        }
    }

    /** An account that waits for a new token goes on as soon as it has one; until then nobody takes its reading up. */
    private Instant next(Held held, Account account, PullIntake intake, Page page, Instant now) {
        Outcome trouble = page.trouble();
        if (trouble == null) {
            return now.plus(wait(held, account, intake, page));
        }
        if (trouble instanceof Outcome.TokenInvalid) {
            return now;
        }
        return trouble instanceof Outcome.NotNow later ? until(later.until(), now) : now.plus(LATER);
    }

    /** A quota that runs low slows the reading down before it stops it. */
    private Duration wait(Held held, Account account, PullIntake intake, Page page) {
        Duration usual = page.more() ? Duration.ZERO : intake.every(account, held.contact());
        Duration pace = accounts.pace(account, Accounts.CALLS);
        return pace.compareTo(usual) > 0 ? pace : usual;
    }

    private static Instant until(@Nullable Instant until, Instant now) {
        return until == null ? now.plus(SOON) : until;
    }

    private void tell(Account account, Page page, Instant now) {
        if (page.trouble() != null) {
            accounts.trouble(account, page.trouble(), now);
        } else {
            accounts.seen(account, page.items().isEmpty() ? Sign.POLLED : Sign.ITEM, now);
        }
    }
}
