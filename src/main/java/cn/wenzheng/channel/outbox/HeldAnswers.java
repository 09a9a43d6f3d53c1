package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends on what waited for an account that is back, in whatever way it came back and at whatever node: the messages
 * themselves look for it more and more seldom.
 */
@Component
class HeldAnswers extends OneHand {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** So that a city's whole queue does not wake in one breath. */
    private static final int AT_ONCE = 50;

    private final ReplyRows rows;
    private final Ways ways;
    private final ObjectProvider<DeliveryProcess> process;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HeldAnswers(
            ReplyRows rows,
            Ways ways,
            ObjectProvider<DeliveryProcess> process,
            TransactionTemplate transaction,
            Clock clock) {
        super("answers that are held", LOOK);
        this.rows = rows;
        this.ways = ways;
        this.process = process;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        boolean woken = false;
        for (long account : rows.accountsAwaited()) {
            if (ways.account(account).isPresent()) {
                List<Long> held = rows.awaiting(account, AT_ONCE);
                woken |= held.stream().filter(id -> took(() -> wake(id))).count() > 0;
            }
        }
        return woken;
    }

    private boolean wake(long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rows.hold(id)
                .filter(reply -> reply.state() == DeliveryState.HELD && reply.instance() != null)
                .map(this::goesOn)
                .orElse(false)));
    }

    private boolean goesOn(OutboundReply reply) {
        rows.triesAnew(reply.id());
        rows.toState(reply.id(), DeliveryState.SENDING, null, clock.instant());
        return process.getObject().tryNow(String.valueOf(reply.instance()));
    }
}
