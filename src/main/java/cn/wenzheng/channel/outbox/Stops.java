package cn.wenzheng.channel.outbox;

import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.DeliveryVerdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a message stops on its way: for a pause, or until a person has decided. */
@Component
class Stops {

    /** The pauses after a fault of ours: a database that restarts is back by then. */
    static final List<Duration> OURS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final ReplyRows rows;
    private final DeliveryJournal journal;
    private final Clock clock;

    Stops(ReplyRows rows, DeliveryJournal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param unknown true when it may have arrived all the same */
    DeliveryVerdict failed(OutboundReply reply, List<Duration> waits, String code, boolean unknown) {
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

    DeliveryVerdict toBeCleared(OutboundReply reply) {
        rows.toState(reply.id(), DeliveryState.TO_CLEAR, "personal-data", clock.instant());
        journal.stuck(reply, DeliveryState.TO_CLEAR, "personal-data");
        return new DeliveryVerdict.Later(false);
    }

    DeliveryVerdict undeliverable(OutboundReply reply, @Nullable String code) {
        rows.toState(reply.id(), DeliveryState.TO_REDIRECT, code, null);
        journal.stuck(reply, DeliveryState.TO_REDIRECT, code);
        return new DeliveryVerdict.Undeliverable();
    }

    DeliveryVerdict fateUnknown(OutboundReply reply, String code) {
        rows.toState(reply.id(), DeliveryState.TO_SETTLE, code, null);
        journal.stuck(reply, DeliveryState.TO_SETTLE, code);
        return new DeliveryVerdict.FateUnknown();
    }
}
