package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.PublicText;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.outbox.Targets.Target;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AnswerDelivery;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what a citizen is to hear to where he spoke. */
@Component
class Telling implements AnswerDelivery {

    private final Targets targets;
    private final Turns turns;
    private final Ways ways;
    private final DeliveryJournal journal;
    private final OrganizationDesk organization;
    private final OutboxSettings settings;
    private final DeliveryLines lines;

    Telling(
            Targets targets,
            Turns turns,
            Ways ways,
            DeliveryJournal journal,
            OrganizationDesk organization,
            OutboxSettings settings,
            DeliveryLines lines) {
        this.lines = lines;
        this.targets = targets;
        this.turns = turns;
        this.ways = ways;
        this.journal = journal;
        this.organization = organization;
        this.settings = settings;
    }

    @Override
    public void tell(Message message) {
        targets.of(message)
                .filter(target -> message.occasion() != Occasion.DISPATCHED || isInTheOpen(target, message))
                .filter(target -> !isSilent(target, message))
                .map(target -> reply(message, target))
                .ifPresent(reply -> turns.enter(reply).ifPresent(id -> journal.queued(id, reply)));
    }

    @Override
    public Optional<Preview> preview(String petition, String text) {
        return targets.there(petition).filter(Target::isPublic).map(target -> {
            String open = PublicText.masked(text, target.hidden());
            return new Preview(open, !open.equals(text));
        });
    }

    @Override
    public Optional<String> nameThere(String petition) {
        return targets.nameThere(petition);
    }

    @Override
    public List<Carried> carried(String petition, Actor actor) {
        return lines.of(petition).stream().map(line -> line.carried(actor)).toList();
    }

    /** A unit is spoken to where it reads and everybody reads along, nowhere else. */
    private static boolean isInTheOpen(Target target, Message message) {
        return target.isPublic() && message.channel() == Channel.WEIBO && message.unit() != null;
    }

    /** Where a channel has no answer of its own the citizen finds it on his page, and nobody has to do anything. */
    private boolean isSilent(Target target, Message message) {
        return target.account() != null
                && ways.account(target.account())
                        .filter(account -> ways.all(
                                        account,
                                        target.isPublic(),
                                        message.occasion().name(),
                                        target.item())
                                .isEmpty())
                        .isPresent();
    }

    private NewReply reply(Message message, Target target) {
        String text = message.occasion() == Occasion.DISPATCHED ? dispatched(message) : message.text();
        String open = PublicText.masked(text, target.hidden());
        return new NewReply(
                message.petition(),
                message.channel(),
                target.account(),
                target.conversation(),
                target.orderKey(message.petition()),
                message.occasion().name(),
                message.precedence(),
                null,
                target.isPublic(),
                message.unit(),
                text,
                open,
                open.equals(text),
                message.at());
    }

    /** The unit's own account is called by its name; one without an account is only named. */
    private String dispatched(Message message) {
        String unit = String.valueOf(message.unit());
        Optional<Account> itsOwn = ways.accounts().ofUnit(message.channel(), unit);
        String called = itsOwn.map(account -> " @" + account.name() + " ").orElseGet(() -> organization.unitName(unit));
        return MessageFormat.format(settings.dispatchedNote(), message.petition(), called);
    }
}
