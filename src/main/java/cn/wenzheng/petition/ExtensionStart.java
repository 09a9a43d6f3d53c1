package cn.wenzheng.petition;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.StartRows.Found;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units that wait for the dispatchers' word on more time; their clocks run on meanwhile. */
@Component
class ExtensionStart implements StartBlocks {

    private static final String EXTENSIONS = "extensions";

    private final StartRows rows;
    private final OrganizationDesk organization;
    private final Clock clock;

    ExtensionStart(StartRows rows, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.has(Role.DISPATCHER)
                ? List.of(new Offer(EXTENSIONS, 35, 1, window -> waiting(actor, window)))
                : List.of();
    }

    private StartBlock waiting(Actor actor, Window window) {
        Found asked = rows.extensionsAsked(clock.instant(), Reader.of(actor, organization), window);
        List<Item> items = asked.lines().stream()
                .map(line -> Item.due(
                        Phrase.verbatim(line.gist()),
                        "/petitions/" + line.number(),
                        line.at(),
                        Phrase.verbatim(line.number()),
                        Phrase.word(line.status())))
                .toList();
        return StartBlock.news(items, new Total(asked.total(), StartBlocks.listOf(EXTENSIONS)));
    }
}
