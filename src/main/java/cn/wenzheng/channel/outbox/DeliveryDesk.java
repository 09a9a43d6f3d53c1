package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.channel.outbox.DeliveryLines.Decided;
import cn.wenzheng.channel.outbox.DeliveryLines.Try;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryProcess;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.DeliveryTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter for what goes out: the back office looks at it, has it tried again, decides, cancels. */
@Component
class DeliveryDesk {

    private static final Role[] DECIDING = {Role.OPERATOR, Role.PUBLICITY};
    private static final Role[] LOOKING = {Role.OPERATOR, Role.PUBLICITY, Role.ADMIN};

    /** A node that has not ended a call by then has died. */
    private static final Duration CALLED = Duration.ofSeconds(60);

    private final DeliveryLines lines;
    private final ReplyRows rows;
    private final AttemptRows attempts;
    private final Turns turns;
    private final DeliveryJournal journal;
    private final ObjectProvider<DeliveryProcess> process;
    private final Clock clock;

    DeliveryDesk(
            DeliveryLines lines,
            ReplyRows rows,
            AttemptRows attempts,
            Turns turns,
            DeliveryJournal journal,
            ObjectProvider<DeliveryProcess> process,
            Clock clock) {
        this.lines = lines;
        this.rows = rows;
        this.attempts = attempts;
        this.turns = turns;
        this.journal = journal;
        this.process = process;
        this.clock = clock;
    }

    /** One message with its tries and what people have decided about it. */
    record Sheet(DeliveryLine delivery, List<Try> tries, List<Decided> decisions) {}

    /** @param group null for what somebody has to act on */
    Listing<DeliveryLine> list(
            DeliveryState.@Nullable Group group, @Nullable Channel channel, Actor actor, Window window) {
        require(actor, LOOKING);
        List<DeliveryState.Group> groups = group == null ? DeliveryState.FOR_PEOPLE : List.of(group);
        Listing<DeliveryLine> found = lines.page(groups, channel, window);
        return new Listing<>(found.items().stream().map(line -> line.as(actor)).toList(), found.total());
    }

    Sheet sheet(String id, Actor actor) {
        require(actor, LOOKING);
        DeliveryLine line = lines.find(number(id)).orElseThrow(Refusal::notFound);
        return new Sheet(line.as(actor), lines.tries(number(id)), lines.decisions(number(id)));
    }

    /** Ends the task at which this decision is taken. */
    void decide(String id, DeliveryTask task, DeliveryCommand command, Actor actor) {
        require(actor, DECIDING);
        OutboundReply reply = rows.find(number(id)).orElseThrow(Refusal::notFound);
        boolean taken =
                reply.instance() != null && process.getObject().complete(reply.instance(), task, command, actor);
        if (!taken) {
            throw Refusal.conflict("delivery-waits-for-nobody");
        }
    }

    /** Has it tried now: after all tries have failed, or before the instant it waits for. */
    @Transactional
    public void tryNow(String id, Actor actor) {
        require(actor, LOOKING);
        OutboundReply reply = rows.hold(number(id)).orElseThrow(Refusal::notFound);
        boolean waits = reply.state() == DeliveryState.FAILED || reply.state() == DeliveryState.HELD;
        if (!waits || reply.instance() == null || reply.isWithheld(clock.instant())) {
            throw Refusal.conflict("delivery-cannot-be-tried");
        }
        rows.triesAnew(reply.id());
        rows.toState(reply.id(), DeliveryState.SENDING, null, clock.instant());
        if (!process.getObject().tryNow(reply.instance())) {
            throw Refusal.conflict("delivery-cannot-be-tried");
        }
        journal.done("delivery-tried-again", reply, Map.of(), actor);
    }

    /** Takes it back before it has left. */
    @Transactional
    public void cancel(String id, Actor actor) {
        require(actor, DECIDING);
        OutboundReply reply = rows.hold(number(id)).orElseThrow(Refusal::notFound);
        if (reply.state().isOver()) {
            throw Refusal.conflict("delivery-is-over");
        }
        if (attempts.isCalled(reply.id(), clock.instant().minus(CALLED))) {
            throw Refusal.conflict("delivery-being-sent");
        }
        if (reply.instance() != null) {
            process.getObject().cancel(reply.instance());
        }
        turns.leave(reply, DeliveryState.CANCELLED, clock.instant());
        journal.done("delivery-cancelled", reply, Map.of(), actor);
    }

    private static void require(Actor actor, Role... roles) {
        if (!actor.hasAny(roles)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(id);
    }
}
