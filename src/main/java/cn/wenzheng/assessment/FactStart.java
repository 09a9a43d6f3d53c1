package cn.wenzheng.assessment;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the week has brought for the assessor: new facts, and who was late for how long. */
@Component
class FactStart implements StartBlocks {

    private static final int DAYS = 7;
    private static final String UNITS = "late-units";

    private final FactFigures figures;
    private final OrganizationDesk organization;
    private final Clock clock;

    FactStart(FactFigures figures, OrganizationDesk organization, Clock clock) {
        this.figures = figures;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.has(Role.ASSESSOR)
                ? List.of(new Offer("facts", 20, 1, this::facts), new Offer(UNITS, 25, 1, this::units))
                : List.of();
    }

    private LocalDate since() {
        return LocalDate.now(clock).minusDays(DAYS);
    }

    private Instant start() {
        return since().atStartOfDay(clock.getZone()).toInstant();
    }

    private StartBlock facts(Window window) {
        FactFigures.Glance glance = figures.glance(start(), window);
        Total total = new Total(glance.total(), "/assessment?counting=true&since=" + since());
        return StartBlock.work(
                glance.breaches().stream().map(this::item).toList(),
                total,
                new Figure("facts", total.count(), total.address(), Tone.OPEN));
    }

    private Item item(FactRows.Breach breach) {
        return Item.at(
                Phrase.of("page.start.fact", organization.unitName(breach.unit()), breach.stage(), breach.rule()),
                "/petitions/" + breach.petition(),
                breach.at(),
                Phrase.verbatim(breach.petition()));
    }

    private StartBlock units(Window window) {
        List<FactFigures.LateUnit> units = figures.lateUnits(start(), clock.instant(), window);
        long total = units.isEmpty() ? 0 : units.get(0).units();
        return StartBlock.news(units.stream().map(this::item).toList(), new Total(total, StartBlocks.listOf(UNITS)));
    }

    private Item item(FactFigures.LateUnit late) {
        return Item.count(
                Phrase.verbatim(organization.unitName(late.unit())),
                "/assessment?unit=" + late.unit() + "&counting=true&since=" + since(),
                late.facts(),
                Phrase.of("page.start.late", Duration.ofMinutes(late.minutes())));
    }
}
