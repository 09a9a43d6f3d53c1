package cn.wenzheng.supervision;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The slips on the start page: the city's for the supervisor with the reports to examine, the unit's for its head. */
@Component
class SlipStart implements StartBlocks {

    private static final String REPORTED = "slips-reported";

    private final SlipList list;

    SlipStart(SlipList list) {
        this.list = list;
    }

    @Override
    public List<Offer> of(Actor actor) {
        if (actor.has(Role.SUPERVISOR)) {
            return List.of(new Offer("slips", 20, 1, this::ofCity), Offer.list(REPORTED, this::reported));
        }
        return actor.has(Role.HEAD)
                ? List.of(new Offer("slips", 20, 1, window -> ofUnit(actor.unit(), window)))
                : List.of();
    }

    /** The reports to examine are a figure of the same statement: the page has none to spare. */
    private StartBlock ofCity(Window window) {
        SlipList.Glance glance = list.glance(null, null, window);
        Figure reported = new Figure(REPORTED, glance.reported(), StartBlocks.listOf(REPORTED), Tone.OPEN);
        return StartBlock.work(items(glance), total(glance), open(glance), reported);
    }

    private StartBlock ofUnit(@Nullable String unit, Window window) {
        SlipList.Glance glance = list.glance(unit, null, window);
        return StartBlock.work(items(glance), total(glance), open(glance));
    }

    private static Total total(SlipList.Glance glance) {
        return new Total(glance.total(), "/supervision");
    }

    private static Figure open(SlipList.Glance glance) {
        return new Figure("slips", glance.total(), "/supervision", Tone.NEAR);
    }

    private StartBlock reported(Window window) {
        SlipList.Glance glance = list.glance(null, SlipState.REPORTED, window);
        return StartBlock.work(items(glance), new Total(glance.total(), StartBlocks.listOf(REPORTED)));
    }

    private static List<Item> items(SlipList.Glance glance) {
        return glance.slips().stream().map(SlipStart::item).toList();
    }

    private static Item item(Slip slip) {
        return Item.due(
                Phrase.of("page.start.slip", slip.rung(), slip.unitName(), slip.stage()),
                "/petitions/" + slip.petition(),
                slip.dueAt(),
                Phrase.verbatim(slip.id()),
                Phrase.word(slip.state()));
    }
}
