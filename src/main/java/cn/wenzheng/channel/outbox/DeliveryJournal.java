package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Means;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.delivery.DeliveryEvent;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes into the journal what happens to answers on their way, and tells the house when somebody has to act. */
@Component
class DeliveryJournal {

    private static final Actor SYSTEM = Actor.system(Door.CHANNEL);

    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeliveryJournal(Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    void queued(long delivery, NewReply reply) {
        journal.done(
                SYSTEM,
                "delivery-queued",
                reply.petition(),
                Map.of(),
                Map.of(
                        "delivery",
                        delivery,
                        "occasion",
                        reply.occasion(),
                        "channel",
                        reply.channel().code()));
    }

    void sent(OutboundReply reply, Means means, int parts) {
        journal.done(
                SYSTEM,
                "delivery-sent",
                reply.petition(),
                Map.of(),
                Map.of("delivery", reply.id(), "occasion", reply.occasion(), "means", means.name(), "parts", parts));
    }

    /** Somebody has to act. */
    void stuck(OutboundReply reply, DeliveryState state, @Nullable String code) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("delivery", reply.id());
        facts.put("state", state.code());
        if (code != null) {
            facts.put("code", code);
        }
        journal.done(
                SYSTEM,
                "delivery-stuck",
                reply.petition(),
                Map.of("state", reply.state().code()),
                facts);
        events.publishEvent(
                new DeliveryEvent.Stuck(reply.petition(), Long.toString(reply.id()), state, clock.instant()));
    }

    /** A person has done something about it. */
    void done(String action, OutboundReply reply, Map<String, ?> facts, Actor actor) {
        Map<String, Object> after = new LinkedHashMap<>(facts);
        after.put("delivery", reply.id());
        journal.done(
                actor, action, reply.petition(), Map.of("state", reply.state().code()), after);
        events.publishEvent(new DeliveryEvent.Settled(reply.petition(), Long.toString(reply.id()), clock.instant()));
    }
}
