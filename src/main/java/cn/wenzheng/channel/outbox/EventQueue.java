package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Outbox;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.Precedence;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Takes events for other systems on their way, each once and in the order of its petition: one that is refused holds up no
 * other petition's, and petitions that come in at the same time do not wait for each other.
 */
@Component
class EventQueue implements Outbox {

    private final Turns turns;

    EventQueue(Turns turns) {
        this.turns = turns;
    }

    @Override
    public void event(long account, String petition, String key, String type, String body, Instant at) {
        turns.enter(new NewReply(
                petition,
                Channel.WEBHOOK,
                account,
                null,
                "event:" + account + ":" + petition,
                type,
                Precedence.USUAL,
                key,
                false,
                null,
                body,
                "",
                true,
                at));
    }
}
