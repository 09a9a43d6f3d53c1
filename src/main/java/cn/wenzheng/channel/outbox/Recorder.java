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
    private final Stops stops;
    private final DeliveryJournal journal;
    private final Clock clock;

    Recorder(
            ReplyRows rows,
            AttemptRows attempts,
            Turns turns,
            Ways ways,
            AnswerTexts texts,
            Stops stops,
            DeliveryJournal journal,
            Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.turns = turns;
        this.ways = ways;
        this.texts = texts;
        this.stops = stops;
        this.journal = journal;
        this.clock = clock;
    }

    DeliveryVerdict record(Tried made) {
        OutboundReply reply =
                rows.hold(Long.parseLong(made.attempt().delivery())).orElseThrow();
        long attempt = made.attempt().attempt();
        if (made instanceof Tried.Called called) {
            Outcome outcome = called.outcome();
            attempts.end(attempt, called.means().name(), outcome, clock.instant());
            rows.wentBy(reply.id(), called.means().name(), called.parts());
            return reply.state().isOver() ? new DeliveryVerdict.Over() : after(called, reply);
        }
        attempts.drop(attempt);
        return reply.state().isOver() ? new DeliveryVerdict.Over() : notCalled(made, reply);
    }

    private DeliveryVerdict notCalled(Tried made, OutboundReply reply) {
        if (made instanceof Tried.Held held) {
            if (held.reason().equals(Tried.Held.ACCOUNT_OFF)) {
                rows.lookedInVain(reply.id());
            }
            rows.toState(reply.id(), DeliveryState.HELD, held.reason(), held.until());
            return new DeliveryVerdict.Later(true);
        }
        if (made instanceof Tried.NotClear) {
            return stops.toBeCleared(reply);
        }
        if (made instanceof Tried.NoWay none) {
            return stops.undeliverable(reply, none.reason());
        }
        if (made instanceof Tried.Broken broken) {
            return stops.failed(reply, Stops.OURS, broken.kind(), false);
        }
        if (made instanceof Tried.TooLong tooLong) {
            return reply.partsSent() == 0
                    ? otherWay(reply, tooLong.account(), tooLong.ways(), "too-long")
                    : stops.undeliverable(reply, "too-long");
        }
        Tried.Ask ask = (Tried.Ask) made;
        rows.wentBy(reply.id(), ask.means().name(), ask.parts());
        return stops.fateUnknown(reply, "unknown");
    }

    private DeliveryVerdict after(Tried.Called called, OutboundReply reply) {
        Outcome outcome = called.outcome();
        if (outcome instanceof Outcome.Sent || outcome instanceof Outcome.Duplicate && isThere(called, reply)) {
            return sent(called, reply, outcome instanceof Outcome.Sent sent ? sent.providerId() : null);
        }
        ways.accounts().trouble(called.account(), outcome, clock.instant());
        return outcome instanceof Outcome.NotNow || outcome instanceof Outcome.TokenInvalid
                ? notNow(called, reply)
                : notTaken(called, reply);
    }

    /** It has arrived before, or everybody reads there already that something waits for him. */
    private boolean isThere(Tried.Called called, OutboundReply reply) {
        return reply.unknowns() > 0 || called.means().isPublic() && texts.isForHimAlone(reply);
    }

    /** Nothing was written: it goes on later. */
    private DeliveryVerdict notNow(Tried.Called called, OutboundReply reply) {
        Outcome outcome = called.outcome();
        if (outcome instanceof Outcome.NotNow wait && wait.until() != null) {
            rows.toState(reply.id(), DeliveryState.HELD, Codes.code(outcome), latest(wait.until()));
            return new DeliveryVerdict.Later(true);
        }
        if (outcome instanceof Outcome.NotNow) {
            return stops.failed(reply, tries(called), Codes.of(outcome), false);
        }
        rows.toState(reply.id(), DeliveryState.HELD, Tried.Held.ACCOUNT_OFF, latest(clock.instant()));
        return new DeliveryVerdict.Later(true);
    }

    private DeliveryVerdict notTaken(Tried.Called called, OutboundReply reply) {
        Outcome outcome = called.outcome();
        if (outcome instanceof Outcome.Unknown) {
            return unknown(called, reply, Codes.of(outcome));
        }
        return isInTheWay(outcome) && reply.partsSent() == 0
                ? otherWay(reply, called.account(), called.ways(), Codes.code(outcome))
                : stops.undeliverable(reply, Codes.code(outcome));
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
    private DeliveryVerdict otherWay(OutboundReply reply, Account account, int open, @Nullable String why) {
        if (reply.meansNo() + 1 >= open) {
            return stops.undeliverable(reply, why);
        }
        rows.afresh(reply.id(), reply.meansNo() + 1);
        Means next = ways.means(reply, account).get(reply.meansNo() + 1);
        if (next.isPublic() && !texts.isClear(reply)) {
            return stops.toBeCleared(reply);
        }
        rows.toState(reply.id(), DeliveryState.SENDING, why, clock.instant());
        return new DeliveryVerdict.Later(true);
    }

    private DeliveryVerdict unknown(Tried.Called called, OutboundReply reply, String reason) {
        AfterUnknown rule = ways.delivery(called.account()).afterUnknown(called.means());
        boolean ask = rule == AfterUnknown.ASK || rule == AfterUnknown.RETRY_ONCE && reply.unknowns() > 0;
        return ask ? stops.fateUnknown(reply, reason) : stops.failed(reply, tries(called), reason, true);
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

    private Instant latest(Instant until) {
        Instant soon = clock.instant().plusSeconds(1);
        return until.isBefore(soon) ? soon : until;
    }
}
