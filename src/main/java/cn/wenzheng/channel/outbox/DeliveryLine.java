package cn.wenzheng.channel.outbox;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AnswerDelivery.Carried;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of the back office's list, masked for its reader.
 *
 * @param account the name the account shows on its platform; null when there is none
 * @param occasion what is told; null for an event
 * @param event the type of an event; null for what a citizen is told
 * @param means the way it went or goes; null before the first try
 * @param trouble a code: why it waits or did not arrive
 * @param textPrivate the citizen's copy; null for whom may not read it
 * @param textPublic what everybody reads; null for whom may not read it
 */
record DeliveryLine(
        String id,
        String petition,
        Channel channel,
        @Nullable String account,
        @Nullable Occasion occasion,
        @Nullable String event,
        boolean isPublic,
        DeliveryState state,
        @Nullable String means,
        int parts,
        int partsSent,
        int tries,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable Instant waitUntil,
        @Nullable String trouble,
        @Nullable String textPrivate,
        @Nullable String textPublic) {

    /** Operators read all, editors what may stand in public, administrators nothing. */
    DeliveryLine as(Actor reader) {
        boolean original = reader.has(Role.OPERATOR) && event == null;
        boolean open = original || reader.has(Role.PUBLICITY) && event == null;
        return new DeliveryLine(
                id,
                petition,
                channel,
                account,
                occasion,
                event,
                isPublic,
                state,
                means,
                parts,
                partsSent,
                tries,
                madeAt,
                endedAt,
                waitUntil,
                trouble,
                original ? textPrivate : null,
                open ? textPublic : null);
    }

    /** The message on its petition's sheet; only of what a citizen is told. */
    Carried carried(Actor reader) {
        DeliveryLine seen = as(reader);
        boolean decide = state.group() == DeliveryState.Group.DECIDE;
        return new Carried(
                id,
                Objects.requireNonNull(occasion),
                channel,
                state,
                means,
                tries,
                madeAt,
                waitUntil,
                trouble,
                decide ? seen.textPublic : null,
                decide ? seen.textPrivate : null);
    }
}
