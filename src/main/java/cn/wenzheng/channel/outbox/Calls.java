package cn.wenzheng.channel.outbox;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryVerdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The outbox as a delivery's process knows it. */
@Component
class Calls implements DeliveryCalls {

    private final ReplyRows rows;
    private final AttemptRows attempts;
    private final Caller caller;
    private final Recorder recorder;
    private final Decisions decisions;
    private final OutboxSettings settings;
    private final Clock clock;

    Calls(
            ReplyRows rows,
            AttemptRows attempts,
            Caller caller,
            Recorder recorder,
            Decisions decisions,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.caller = caller;
        this.recorder = recorder;
        this.decisions = decisions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Attempt begin(String delivery, String node) {
        long id = Long.parseLong(delivery);
        Instant now = clock.instant();
        if (attempts.endLost(id, now)) {
            rows.oneMoreUnknown(id);
        }
        return new Attempt(delivery, attempts.begin(id, node, now));
    }

    @Override
    public DeliveryCalls.Made call(Attempt attempt) {
        return caller.call(attempt);
    }

    @Override
    public DeliveryVerdict record(DeliveryCalls.Made made) {
        return recorder.record((Tried) made);
    }

    @Override
    public Instant allowedAt(String delivery) {
        OutboundReply reply = rows.find(Long.parseLong(delivery)).orElseThrow();
        return Stream.of(reply.waitUntil(), reply.toldFrom())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    @Override
    public Instant decideBy() {
        return clock.instant().plus(settings.decideWithin());
    }

    @Override
    public boolean decide(String delivery, DeliveryCommand command, Actor actor) {
        return decisions.take(Long.parseLong(delivery), command, actor);
    }
}
