package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.util.List;
import org.springframework.stereotype.Component;

/** The answers that do not go out by themselves, on the start pages of those who decide about them. */
@Component
class DeliveryStart implements StartBlocks {

    private static final String KEY = "deliveries";

    private final DeliveryLines lines;

    DeliveryStart(DeliveryLines lines) {
        this.lines = lines;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.hasAny(Role.OPERATOR, Role.PUBLICITY) ? List.of(new Offer(KEY, 35, 1, this::read)) : List.of();
    }

    private StartBlock read(Window window) {
        Listing<DeliveryLine> found = lines.page(DeliveryState.FOR_PEOPLE, null, window);
        Total total = new Total(found.total(), "/deliveries");
        List<Item> items = found.items().stream().map(DeliveryStart::item).toList();
        return StartBlock.work(items, total, new Figure(KEY, total.count(), total.address(), Tone.NEAR));
    }

    private static Item item(DeliveryLine line) {
        Phrase told =
                line.occasion() == null ? Phrase.verbatim(String.valueOf(line.event())) : Phrase.word(line.occasion());
        return Item.at(
                Phrase.word(line.state()),
                "/deliveries/" + line.id(),
                line.madeAt(),
                Phrase.verbatim(line.petition()),
                told,
                Phrase.word(line.channel()));
    }
}
