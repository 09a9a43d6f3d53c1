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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Reads one page of one kind of contact: its items and the place it has come to are one transaction, so that after any
 * interruption nothing is missed. No more than a page is ever in memory.
 */
@Component
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** After a call that failed. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /** After an answer that will not change by itself. */
    private static final Duration LATER = Duration.ofMinutes(15);

    private final CursorRows rows;
    private final PostOffice office;
    private final Accounts accounts;
    private final Clock clock;

    Reading(CursorRows rows, PostOffice office, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.office = office;
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
            LOG.warn("Reading {} failed and will be tried again: {}", account, kindOf(failed));
            return new Page(List.of(), held.cursor(), false, 1, new Outcome.NotNow(null, "failed"));
        }
    }

    /** What fails together is tried one by one, so that one item cannot hold up the others. */
    private void take(Account account, Page page, Runnable beside) {
        try {
            office.take(account, page.items(), null, beside);
        } catch (TakenOver elsewhere) {
            throw elsewhere;
        } catch (RuntimeException failed) {
            if (page.items().isEmpty()) {
                throw failed;
            }
            page.items().forEach(item -> takeAlone(account, item));
            office.take(account, List.of(), null, beside);
        }
    }

    private void takeAlone(Account account, Inbound item) {
        try {
            office.take(account, List.of(item), null, () -> {});
        } catch (RuntimeException failed) {
            LOG.error("An item of {} could not be taken in: {}", account, kindOf(failed));
            giveUp(account, item);
        }
    }

    /** When the database itself is away, the place of the reading cannot be kept either, and all of it comes again. */
    private void giveUp(Account account, Inbound item) {
        try {
            office.giveUp(account, item);
        } catch (RuntimeException failed) {
            LOG.error("It could not even be noted: {}", kindOf(failed));
        }
    }

    /** A database's message may repeat the row, and rows hold personal data. */
    private static String kindOf(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getName();
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
