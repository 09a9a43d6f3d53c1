package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.delivery.DeliveryCalls.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Makes the one call of a try, outside any transaction. */
@Component
class Caller {

    private static final String QUOTA = "quota";
    private static final Duration LONGEST_LOOK = Duration.ofHours(2);

    private final ReplyRows rows;
    private final Ways ways;
    private final AnswerTexts texts;
    private final HardTime time;
    private final OutboxSettings settings;
    private final Clock clock;

    Caller(ReplyRows rows, Ways ways, AnswerTexts texts, HardTime time, OutboxSettings settings, Clock clock) {
        this.rows = rows;
        this.ways = ways;
        this.texts = texts;
        this.time = time;
        this.settings = settings;
        this.clock = clock;
    }

    Tried call(Attempt attempt) {
        try {
            OutboundReply reply = rows.find(Long.parseLong(attempt.delivery())).orElseThrow();
            if (reply.account() == null) {
                return new Tried.NoWay(attempt, "by-hand");
            }
            Optional<Account> account = ways.account(reply.account());
            return account.isEmpty()
                    ? new Tried.Held(attempt, clock.instant().plus(look(reply.lookedAgain())), Tried.Held.ACCOUNT_OFF)
                    : call(attempt, reply, account.get());
        } catch (RuntimeException broken) {
            return new Tried.Broken(attempt, kindOf(broken));
        }
    }

    /** Twice as long each time: an account may be off for weeks. */
    private Duration look(int before) {
        Duration next = settings.lookAgain().multipliedBy(1L << Math.min(before, 10));
        return next.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : next;
    }

    private Tried call(Attempt attempt, OutboundReply reply, Account account) {
        List<Means> open = ways.means(reply, account);
        if (reply.meansNo() >= open.size()) {
            return new Tried.NoWay(attempt, "no-way");
        }
        Means means = open.get(reply.meansNo());
        if (means.isPublic() && !texts.isClear(reply)) {
            return new Tried.NotClear(attempt);
        }
        return call(attempt, reply, account, means, open.size());
    }

    private Tried call(Attempt attempt, OutboundReply reply, Account account, Means means, int open) {
        Delivery delivery = ways.delivery(account);
        List<String> pieces = texts.pieces(reply, means, delivery.limit(account, means));
        if (mustAsk(reply, delivery.afterUnknown(means))) {
            return new Tried.Ask(attempt, means, pieces.size());
        }
        if (pieces.isEmpty() || isMoreThanAllowed(pieces.size(), reply, account, means)) {
            return new Tried.TooLong(attempt, account, open);
        }
        if (reply.partsSent() >= pieces.size()) {
            return new Tried.NoWay(attempt, "shorter-now");
        }
        Reply out = reply(reply, means, pieces.get(reply.partsSent()));
        boolean look = out.afterUnknown() && delivery.afterUnknown(means) == AfterUnknown.READ_BACK;
        Optional<Instant> wait =
                look ? spend(account, delivery.readBackCalls(), Accounts.CALLS) : spend(account, means);
        if (wait.isPresent()) {
            return new Tried.Held(attempt, wait.get(), QUOTA);
        }
        Outcome outcome = time.within(
                settings.callWithin(),
                () -> look ? lookFirst(delivery, out, account, means) : delivery.deliver(out, account));
        return new Tried.Called(attempt, account, means, pieces.size(), open, outcome);
    }

    /** What cannot be said whole this way is not begun. */
    private boolean isMoreThanAllowed(int pieces, OutboundReply reply, Account account, Means means) {
        return pieces > 1
                && reply.partsSent() == 0
                && pieces > ways.delivery(account).allowance(account, reply.contact(), means, clock.instant());
    }

    /** A second unknown fate is one too many where the platform cannot tell us. */
    private static boolean mustAsk(OutboundReply reply, AfterUnknown rule) {
        return rule == AfterUnknown.ASK && reply.unknowns() > 0
                || rule == AfterUnknown.RETRY_ONCE && reply.unknowns() > 1;
    }

    /** What may be said in public is scarcer: when it is used up no call is counted. */
    private Optional<Instant> spend(Account account, Means means) {
        return means.isPublic() ? spend(account, 1, Accounts.POSTS, Accounts.CALLS) : spend(account, 1, Accounts.CALLS);
    }

    private Optional<Instant> spend(Account account, int calls, String... quotas) {
        Instant now = clock.instant();
        return Stream.of(quotas)
                .flatMap(quota -> ways.accounts().spend(account, quota, calls, true).stream())
                .map(until -> until.isAfter(now) ? until : now.plus(Duration.ofSeconds(1)))
                .findFirst();
    }

    /** What may have arrived already is looked for first, where one can look. */
    private Outcome lookFirst(Delivery delivery, Reply reply, Account account, Means means) {
        Outcome found = delivery.readBack(reply, account);
        boolean isNotThere = found instanceof Outcome.NotNow wait && wait.until() == null;
        if (!isNotThere) {
            return found;
        }
        return spend(account, means)
                .<Outcome>map(until -> new Outcome.NotNow(until, QUOTA))
                .orElseGet(() -> delivery.deliver(reply, account));
    }

    private Reply reply(OutboundReply reply, Means means, String text) {
        return new Reply(
                reply.key(),
                reply.petition(),
                reply.occasion(),
                means,
                reply.contact(),
                text,
                texts.subject(reply),
                texts.link(reply, means),
                reply.partsSent() + 1,
                reply.failures(),
                reply.unknowns() > 0,
                clock.instant());
    }

    private static String kindOf(RuntimeException broken) {
        return NestedExceptionUtils.getMostSpecificCause(broken).getClass().getSimpleName();
    }
}
