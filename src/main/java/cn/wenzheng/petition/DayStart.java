package cn.wenzheng.petition;

import static cn.wenzheng.access.StartBlocks.listOf;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.StartCounts.DayFigure;
import cn.wenzheng.petition.StartRows.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the day has brought to the operators' desk, and whether the city has kept its word. */
@Component
class DayStart implements StartBlocks {

    private static final String DAY = "day";

    private final StartRows rows;
    private final StartCounts counts;
    private final OrganizationDesk organization;
    private final Clock clock;

    DayStart(StartRows rows, StartCounts counts, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            return List.of();
        }
        Stream<Offer> lists = Arrays.stream(DayFigure.values())
                .map(figure -> Offer.list(key(figure), window -> dayList(figure, actor, window)));
        return Stream.concat(Stream.of(new Offer(DAY, 40, 1, window -> day())), lists)
                .toList();
    }

    private StartBlock day() {
        Instant today = startOf(LocalDate.now(clock));
        StartCounts.Day day = counts.day(today);
        Item received = Item.count(
                Phrase.of("page.start.day.received"), "/petitions?from=" + LocalDate.now(clock), day.received());
        Stream<Item> others = Arrays.stream(DayFigure.values())
                .map(figure -> Item.count(Phrase.of("page.start." + key(figure)), listOf(key(figure)), day.of(figure)));
        return StartBlock.figures(Stream.concat(Stream.of(received), others).toList());
    }

    private StartBlock dayList(DayFigure figure, Actor actor, Window window) {
        Instant today = startOf(LocalDate.now(clock));
        Found found = rows.answeredSince(today, figure, Reader.of(actor, organization), window);
        return StartBlock.news(PetitionStart.items(found), new Total(found.total(), listOf(key(figure))));
    }

    private static String key(DayFigure figure) {
        return DAY + "-" + figure.name().toLowerCase(Locale.ROOT);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
