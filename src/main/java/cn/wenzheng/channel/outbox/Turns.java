package cn.wenzheng.channel.outbox;

import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryProcess.Outset;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the order of a conversation: the message whose turn it is has a process, the next begins in the transaction that
 * ends it.
 */
@Component
class Turns {

    private static final String MAY_BE_UNDONE = "may-be-undone";

    private final ReplyRows rows;
    private final AnswerTexts texts;
    private final Ways ways;
    private final ObjectProvider<DeliveryProcess> process;
    private final Clock clock;

    Turns(ReplyRows rows, AnswerTexts texts, Ways ways, ObjectProvider<DeliveryProcess> process, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.ways = ways;
        this.process = process;
        this.clock = clock;
    }

    /** Takes a message in, and begins it when nothing of its conversation goes first; empty when it was taken before. */
    Optional<Long> enter(NewReply reply) {
        rows.holdOrder(reply.orderKey());
        Optional<Long> entered = rows.insert(reply);
        entered.filter(id -> rows.head(reply.orderKey()).orElseThrow().equals(id))
                .ifPresent(this::begin);
        return entered;
    }

    /** Ends a message for good; the conversation is held by the caller. */
    void leave(OutboundReply reply, DeliveryState state, Instant at) {
        rows.end(reply.id(), state, at);
        rows.head(reply.orderKey()).ifPresent(this::begin);
    }

    private void begin(long id) {
        OutboundReply reply = rows.find(id).orElseThrow();
        if (reply.instance() != null) {
            return;
        }
        boolean clear = isClear(reply);
        if (clear && reply.isWithheld(clock.instant())) {
            beginLater(reply);
            return;
        }
        String instance = process.getObject().begin(outset(reply), clear);
        rows.begun(id, instance, clear ? DeliveryState.SENDING : DeliveryState.TO_CLEAR);
    }

    /** Nobody is told of what may still be taken back. */
    private void beginLater(OutboundReply reply) {
        rows.toState(reply.id(), DeliveryState.HELD, MAY_BE_UNDONE, reply.toldFrom());
        String instance = process.getObject().beginLater(outset(reply));
        rows.begun(reply.id(), instance, DeliveryState.HELD);
    }

    private static Outset outset(OutboundReply reply) {
        return new Outset(Long.toString(reply.id()), reply.petition(), reply.channel(), reply.precedence());
    }

    /** Whether its first way needs nobody's look; with an account that is off that is asked again when it is back. */
    private boolean isClear(OutboundReply reply) {
        return texts.isClear(reply)
                || reply.account() == null
                || ways.account(reply.account())
                        .flatMap(account -> ways.means(reply, account).stream().findFirst())
                        .filter(means -> means.isPublic())
                        .isEmpty();
    }
}
