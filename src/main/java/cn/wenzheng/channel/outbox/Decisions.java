package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.PublicText;
import cn.wenzheng.channel.Means;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand.Clear;
import cn.wenzheng.petition.delivery.DeliveryCommand.Redirect;
import cn.wenzheng.petition.delivery.DeliveryCommand.Settle;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people decide about answers that do not go out by themselves; each decision ends the message or sends it on. */
@Component
class Decisions {

    private final ReplyRows rows;
    private final Turns turns;
    private final Targets targets;
    private final DeliveryJournal journal;
    private final Clock clock;

    Decisions(ReplyRows rows, Turns turns, Targets targets, DeliveryJournal journal, Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.targets = targets;
        this.journal = journal;
        this.clock = clock;
    }

    /** True when it is to be sent now. */
    boolean take(long id, DeliveryCommand command, Actor actor) {
        OutboundReply reply = rows.hold(id).orElseThrow(Refusal::notFound);
        if (reply.state().group() != DeliveryState.Group.DECIDE) {
            throw Refusal.conflict("delivery-waits-for-nobody");
        }
        if (command instanceof Clear clear) {
            requireReader(clear, actor);
            keep(reply, "delivery-cleared", clear.step(), clear.reason(), actor);
            return cleared(reply, clear);
        }
        if (command instanceof Redirect redirect) {
            keep(reply, "delivery-redirected", redirect.step(), redirect.reason(), actor);
            return redirected(reply, redirect);
        }
        Settle settle = (Settle) command;
        keep(reply, "delivery-settled", settle.step(), settle.reason(), actor);
        return settled(reply, settle);
    }

    /** Nobody lets through what he may not read. */
    private static void requireReader(Clear clear, Actor actor) {
        if (clear.step() == DeliveryCommand.ClearStep.OVERRIDE && !actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private boolean cleared(OutboundReply reply, Clear clear) {
        return switch (clear.step()) {
            case MASKED -> go(reply, reply.meansNo(), reply.textPrivate(), reply.textPublic());
            case CHANGE -> go(reply, reply.meansNo(), reply.textPrivate(), clean(reply, clear.words()));
            case OVERRIDE -> go(reply, reply.meansNo(), reply.textPrivate(), reply.textPrivate());
            case GIVE_UP -> end(reply, DeliveryState.GIVEN_UP);
        };
    }

    private boolean redirected(OutboundReply reply, Redirect redirect) {
        return switch (redirect.step()) {
            case RESEND -> go(reply, 0);
            case CHANGE -> changed(reply, redirect.words());
            case OTHER_WAY -> go(reply, reply.meansNo() + 1);
            case BY_HAND -> end(reply, DeliveryState.BY_HAND);
            case GIVE_UP -> end(reply, DeliveryState.GIVEN_UP);
        };
    }

    private boolean settled(OutboundReply reply, Settle settle) {
        return switch (settle.step()) {
            case ARRIVED -> arrived(reply);
            case RESEND -> go(reply, reply.meansNo());
            case BY_HAND -> end(reply, DeliveryState.BY_HAND);
            case GIVE_UP -> end(reply, DeliveryState.GIVEN_UP);
        };
    }

    private boolean arrived(OutboundReply reply) {
        Means means = reply.means();
        rows.pieceSent(reply.id(), null);
        if (means == Means.PRIVATE_MESSAGE && reply.conversation() != null) {
            rows.countPrivate(reply.conversation());
        }
        if (reply.partsSent() + 1 < reply.parts()) {
            return go(reply, reply.meansNo());
        }
        if (means != null) {
            journal.sent(reply, means, reply.parts());
        }
        return end(reply, DeliveryState.SENT);
    }

    /** Other words for both, by the first way again: what may stand in public may be said in private, too. */
    private boolean changed(OutboundReply reply, @Nullable String words) {
        String said = reply.isPublic() ? clean(reply, words) : String.valueOf(words);
        return go(reply, 0, said, said);
    }

    private boolean go(OutboundReply reply, int meansNo, String textPrivate, String textPublic) {
        rows.words(reply.id(), textPrivate, textPublic);
        return go(reply, meansNo);
    }

    private boolean go(OutboundReply reply, int meansNo) {
        rows.afresh(reply.id(), meansNo);
        rows.toState(reply.id(), DeliveryState.SENDING, null, clock.instant());
        return true;
    }

    private boolean end(OutboundReply reply, DeliveryState state) {
        turns.leave(reply, state, clock.instant());
        return false;
    }

    private String clean(OutboundReply reply, @Nullable String words) {
        String said = String.valueOf(words);
        @Nullable
        String[] hidden =
                targets.there(reply.petition()).map(Targets.Target::hidden).orElseGet(() -> new String[0]);
        if (PublicText.holdsPersonalData(said, hidden)) {
            throw Refusal.invalid("words", "public-text-holds-personal-data");
        }
        return said;
    }

    private void keep(OutboundReply reply, String action, ClosedList step, @Nullable String reason, Actor actor) {
        rows.decided(reply.id(), actor.id(), step.code(), reason, clock.instant());
        journal.done(action, reply, Map.of("step", step.code()), actor);
    }
}
