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
            rows.hold(id).filter(reply -> !reply.state().isOver()).ifPresent(reply -> cancel(reply, undone.at()));
        }
    }

    /** Its time may have come while this one waited for the conversation. */
    private void cancel(OutboundReply reply, Instant at) {
        if (attempts.isCalled(reply.id(), reply.madeAt()) || reply.partsSent() > 0) {
            throw Refusal.conflict("undo-overtaken");
        }
        if (reply.instance() != null) {
            process.getObject().cancel(reply.instance());
        }
        turns.leave(reply, DeliveryState.CANCELLED, at);
        journal.done("delivery-cancelled", reply, Map.of(), Actor.system(Door.ENGINE));
    }
}
