package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.DeliveryVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what a try came to and says how its process goes on. */
@Component
class Recorder {

    private final ReplyRows rows;
    private final AttemptRows attempts;
    private final Turns turns;
    private final Ways ways;
    private final AnswerTexts texts;
    private final DeliveryJournal journal;
    private final Clock clock;

    Recorder(
            ReplyRows rows,
            AttemptRows attempts,
            Turns turns,
            Ways ways,
            AnswerTexts texts,
            DeliveryJournal journal,
            Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.turns = turns;
        this.ways = ways;
        this.texts = texts;
        this.journal = journal;
        this.clock = clock;
    }

    DeliveryVerdict record(Tried made) {
        OutboundReply reply =
                rows.hold(Long.parseLong(made.attempt().delivery())).orElseThrow();
        long attempt = made.attempt().attempt();
        if (made instanceof Tried.Called called) {
            Outcome outcome = called.outcome();
            attempts.end(attempt, called.means().name(), Codes.word(outcome), Codes.code(outcome), clock.instant());
            rows.wentBy(reply.id(), called.means().name(), called.parts());
            return reply.state().isOver() ? new DeliveryVerdict.Over() : after(called, reply);
        }
        attempts.drop(attempt);
        return reply.state().isOver() ? new DeliveryVerdict.Over() : notCalled(made, reply);
    }

    private DeliveryVerdict notCalled(Tried made, OutboundReply reply) {
        if (made instanceof Tried.Held held) {
            rows.toState(reply.id(), DeliveryState.HELD, held.reason(), held.until());
            return new DeliveryVerdict.Later(true);
        }
        if (made instanceof Tried.NotClear) {
            return toBeCleared(reply);
        }
        if (made instanceof Tried.NoWay none) {
            return undeliverable(reply, none.reason());
        }
        if (made instanceof Tried.Broken broken) {
            return failed(reply, List.of(), broken.kind(), false);
        }
        return fateUnknown(reply, "unknown");
    }

    private DeliveryVerdict after(Tried.Called called, OutboundReply reply) {
        Outcome outcome = called.outcome();
        boolean arrivedBefore = outcome instanceof Outcome.Duplicate && reply.unknowns() > 0;
        if (outcome instanceof Outcome.Sent || arrivedBefore) {
            return sent(called, reply, outcome instanceof Outcome.Sent sent ? sent.providerId() : null);
        }
        note(called.account(), outcome);
        if (outcome instanceof Outcome.NotNow wait && wait.until() != null) {
            rows.toState(reply.id(), DeliveryState.HELD, wait.reason(), latest(wait.until()));
            return new DeliveryVerdict.Later(true);
        }
        if (outcome instanceof Outcome.NotNow wait) {
            return failed(reply, tries(called), wait.reason(), false);
        }
        if (outcome instanceof Outcome.TokenInvalid) {
            rows.toState(reply.id(), DeliveryState.HELD, "account-off", latest(clock.instant()));
            return new DeliveryVerdict.Later(true);
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return unknown(called, reply, unknown.reason());
        }
        return isInTheWay(outcome) && reply.partsSent() == 0
                ? otherWay(called, reply)
                : undeliverable(reply, Codes.code(outcome));
    }

    private DeliveryVerdict sent(Tried.Called called, OutboundReply reply, @Nullable String providerId) {
        Instant now = clock.instant();
        rows.pieceSent(reply.id(), providerId);
        if (called.means() == Means.PRIVATE_MESSAGE && reply.conversation() != null) {
            rows.countPrivate(reply.conversation());
        }
        ways.accounts().seen(called.account(), Sign.SENT, now);
        if (reply.partsSent() + 1 < called.parts()) {
            rows.toState(reply.id(), DeliveryState.SENDING, null, now);
            return new DeliveryVerdict.Later(true);
        }
        journal.sent(reply, called.means(), called.parts());
        turns.leave(reply, DeliveryState.SENT, now);
        return new DeliveryVerdict.Sent();
    }

    /** The next means of the channel, at once; in public only with words that are clear. */
    private DeliveryVerdict otherWay(Tried.Called called, OutboundReply reply) {
        if (reply.meansNo() + 1 >= called.ways()) {
            return undeliverable(reply, Codes.code(called.outcome()));
        }
        rows.afresh(reply.id(), reply.meansNo() + 1);
        Means next = ways.means(reply, called.account()).get(reply.meansNo() + 1);
        if (next.isPublic() && !texts.isClear(reply)) {
            return toBeCleared(reply);
        }
        rows.toState(reply.id(), DeliveryState.SENDING, Codes.code(called.outcome()), clock.instant());
        return new DeliveryVerdict.Later(true);
    }

    private DeliveryVerdict unknown(Tried.Called called, OutboundReply reply, String reason) {
        AfterUnknown rule = ways.delivery(called.account()).afterUnknown(called.means());
        boolean ask = rule == AfterUnknown.ASK || rule == AfterUnknown.RETRY_ONCE && reply.unknowns() > 0;
        return ask ? fateUnknown(reply, reason) : failed(reply, tries(called), reason, true);
    }

    private DeliveryVerdict failed(OutboundReply reply, List<Duration> waits, String code, boolean unknown) {
        int failures = reply.failures() + 1;
        rows.failed(reply.id(), failures, reply.unknowns() + (unknown ? 1 : 0));
        if (failures > waits.size()) {
            rows.toState(reply.id(), DeliveryState.FAILED, code, null);
            journal.stuck(reply, DeliveryState.FAILED, code);
            return new DeliveryVerdict.Failed(code, 0, Duration.ZERO);
        }
        Duration wait = waits.get(failures - 1);
        rows.toState(reply.id(), DeliveryState.SENDING, code, clock.instant().plus(wait));
        return new DeliveryVerdict.Failed(code, waits.size() - failures + 1, wait);
    }

    private DeliveryVerdict toBeCleared(OutboundReply reply) {
        rows.toState(reply.id(), DeliveryState.TO_CLEAR, "personal-data", clock.instant());
        journal.stuck(reply, DeliveryState.TO_CLEAR, "personal-data");
        return new DeliveryVerdict.Later(false);
    }

    private DeliveryVerdict undeliverable(OutboundReply reply, @Nullable String code) {
        rows.toState(reply.id(), DeliveryState.TO_REDIRECT, code, null);
        journal.stuck(reply, DeliveryState.TO_REDIRECT, code);
        return new DeliveryVerdict.Undeliverable();
    }

    private DeliveryVerdict fateUnknown(OutboundReply reply, String code) {
        rows.toState(reply.id(), DeliveryState.TO_SETTLE, code, null);
        journal.stuck(reply, DeliveryState.TO_SETTLE, code);
        return new DeliveryVerdict.FateUnknown();
    }

    /** True when not the words are wrong but the way: another may lead to him. */
    private static boolean isInTheWay(Outcome outcome) {
        return outcome instanceof Outcome.WindowClosed
                || outcome instanceof Outcome.TargetGone
                || outcome instanceof Outcome.Refused refused
                        && refused.reason().equals(Outcome.Refused.RECIPIENT);
    }

    private List<Duration> tries(Tried.Called called) {
        return ways.delivery(called.account()).tries();
    }

    private void note(Account account, Outcome outcome) {
        ways.accounts().trouble(account, outcome, clock.instant());
    }

    private Instant latest(Instant until) {
        Instant soon = clock.instant().plusSeconds(1);
        return until.isBefore(soon) ? soon : until;
    }
}
