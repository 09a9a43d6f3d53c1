package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Reply.Contact;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.Precedence;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way out, as it stands in its row.
 *
 * @param account the account that says it; null when it has to be told by hand
 * @param occasion what is told, or the type of an event
 * @param means the way it goes now; null before the first try
 * @param meansNo how many ways were tried before
 * @param lookedAgain how often its account was looked for and was off
 * @param toldFrom not before that: what it tells may still be taken back; null when it may go at once
 * @param contact whom it goes to
 * @param queryCode opens the citizen's page
 */
record OutboundReply(
        long id,
        String petition,
        Channel channel,
        @Nullable Long account,
        @Nullable Long conversation,
        String orderKey,
        String occasion,
        Precedence precedence,
        @Nullable String eventKey,
        boolean isPublic,
        @Nullable String unit,
        String textPrivate,
        String textPublic,
        boolean clear,
        DeliveryState state,
        @Nullable String instance,
        @Nullable Means means,
        int meansNo,
        int parts,
        int partsSent,
        int failures,
        int unknowns,
        int lookedAgain,
        @Nullable Instant waitUntil,
        Instant madeAt,
        @Nullable Instant toldFrom,
        Contact contact,
        String queryCode) {

    /** True while what it tells may be taken back. */
    boolean isWithheld(Instant now) {
        return toldFrom != null && toldFrom.isAfter(now);
    }

    boolean isEvent() {
        return eventKey != null;
    }

    /** What the citizen is told; null for an event. */
    @Nullable
    Occasion told() {
        return Stream.of(Occasion.values())
                .filter(each -> each.name().equals(occasion))
                .findFirst()
                .orElse(null);
    }

    /** The same over all tries of its next piece. */
    String key() {
        return eventKey == null ? "wz-" + id + "-" + (partsSent + 1) : eventKey;
    }
}
