package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
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

    /** Quotas of every call and of what everybody can read. */
    private static final String CALLS = "calls";

    private static final String POSTS = "posts";

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
                    ? new Tried.Held(attempt, clock.instant().plus(settings.lookAgain()), "account-off")
                    : call(attempt, reply, account.get());
        } catch (RuntimeException broken) {
            return new Tried.Broken(attempt, kindOf(broken));
        }
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
        Delivery delivery = ways.delivery(account);
        if (mustAsk(reply, delivery.afterUnknown(means))) {
            return new Tried.Ask(attempt, means);
        }
        List<String> pieces = texts.pieces(reply, means, delivery.limit(account, means));
        if (reply.partsSent() >= pieces.size()) {
            return new Tried.NoWay(attempt, "shorter-now");
        }
        Optional<Instant> wait = spend(account, means);
        if (wait.isPresent()) {
            return new Tried.Held(attempt, wait.get(), "quota");
        }
        Reply out = reply(reply, means, pieces.get(reply.partsSent()));
        Outcome outcome = time.within(settings.callWithin(), () -> once(delivery, out, account, means));
        return new Tried.Called(attempt, account, means, pieces.size(), open.size(), outcome);
    }

    /** A second unknown fate is one too many where the platform cannot tell us. */
    private static boolean mustAsk(OutboundReply reply, AfterUnknown rule) {
        return rule == AfterUnknown.ASK && reply.unknowns() > 0
                || rule == AfterUnknown.RETRY_ONCE && reply.unknowns() > 1;
    }

    private Optional<Instant> spend(Account account, Means means) {
        Instant now = clock.instant();
        return Stream.of(CALLS, POSTS)
                .filter(quota -> quota.equals(CALLS) || means.isPublic())
                .flatMap(quota -> ways.accounts().spend(account, quota, 1, true).stream())
                .map(until -> until.isAfter(now) ? until : now.plus(Duration.ofSeconds(1)))
                .findFirst();
    }

    /** What may have arrived already is looked for first, where one can look. */
    private static Outcome once(Delivery delivery, Reply reply, Account account, Means means) {
        if (reply.afterUnknown() && delivery.afterUnknown(means) == AfterUnknown.READ_BACK) {
            Outcome found = delivery.readBack(reply, account);
            if (!(found instanceof Outcome.NotNow)) {
                return found;
            }
        }
        return delivery.deliver(reply, account);
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
