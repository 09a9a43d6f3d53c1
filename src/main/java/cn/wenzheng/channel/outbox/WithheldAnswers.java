package cn.wenzheng.channel.outbox;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes back what nobody has been told yet, in the transaction in which the decision behind it is taken back. */
@Component
class WithheldAnswers {

    private final ReplyRows rows;
    private final AttemptRows attempts;
    private final Turns turns;
    private final DeliveryJournal journal;
    private final ObjectProvider<DeliveryProcess> process;

    WithheldAnswers(
            ReplyRows rows,
            AttemptRows attempts,
            Turns turns,
            DeliveryJournal journal,
            ObjectProvider<DeliveryProcess> process) {
        this.rows = rows;
        this.attempts = attempts;
        this.turns = turns;
        this.journal = journal;
        this.process = process;
    }

    @EventListener
    void takeBack(PetitionEvent.DecisionUndone undone) {
        for (long id : rows.withheld(undone.number(), undone.at())) {
            rows.hold(id).ifPresent(reply -> takeBack(reply, undone.at()));
        }
    }

    /** The petitioner has taken his petition back first: what he has not heard he need not hear. */
    @EventListener
    void leave(PetitionEvent.NeverTold untold) {
        for (long id : rows.withheld(untold.number(), untold.at())) {
            rows.hold(id)
                    .filter(reply -> !reply.state().isOver() && !isHeard(reply))
                    .ifPresent(reply -> cancel(reply, untold.at()));
        }
    }

    /** Its time may have come, and it may be over, while this one waited for the conversation. */
    private void takeBack(OutboundReply reply, Instant at) {
        if (isHeard(reply)) {
            throw Refusal.conflict("undo-overtaken");
        }
        if (!reply.state().isOver()) {
            cancel(reply, at);
        }
    }

    private boolean isHeard(OutboundReply reply) {
        return reply.partsSent() > 0 || attempts.isCalled(reply.id(), reply.madeAt());
    }

    private void cancel(OutboundReply reply, Instant at) {
        if (reply.instance() != null) {
            process.getObject().cancel(reply.instance());
        }
        turns.leave(reply, DeliveryState.CANCELLED, at);
        journal.done("delivery-cancelled", reply, Map.of(), Actor.system(Door.ENGINE));
    }
}
