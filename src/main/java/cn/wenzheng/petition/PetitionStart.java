package cn.wenzheng.petition;

import static cn.wenzheng.access.StartBlocks.listOf;

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
import cn.wenzheng.petition.StartRows.Found;
import cn.wenzheng.petition.StartRows.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The petitions behind the start pages: what is late, where it all stands, what has been answered. */
@Component
class PetitionStart implements StartBlocks {

    private static final String ANSWERS = "answers";

    private final StartRows rows;
    private final StartCounts counts;
    private final OrganizationDesk organization;
    private final Clock clock;

    PetitionStart(StartRows rows, StartCounts counts, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        List<Offer> offers = new ArrayList<>();
        if (actor.has(Role.PUBLICITY)) {
            offers.add(new Offer(ANSWERS, 20, 1, window -> answers(actor, window)));
        }
        Set<PetitionStatus> states = states(actor);
        if (!states.isEmpty()) {
            offers.add(new Offer("states", 50, 1, window -> states(states, actor)));
        }
        if (actor.roles().stream().anyMatch(role -> role != Role.ADMIN && role != Role.AUDITOR)) {
            offers.add(new Offer("overdue", 30, 1, window -> late(actor, window)));
        }
        return offers;
    }

    private StartBlock late(Actor actor, Window window) {
        Found late = rows.late(clock.instant(), Reader.of(actor, organization), window);
        String address = "/petitions?overdue=true";
        return StartBlock.news(
                late.lines().stream()
                        .map(line -> Item.due(
                                Phrase.verbatim(line.gist()),
                                sheetOf(line),
                                line.at(),
                                Phrase.verbatim(line.number()),
                                Phrase.word(line.status())))
                        .toList(),
                new Total(late.total(), address),
                new Figure("overdue", late.total(), address, Tone.LATE));
    }

    /** The states that this person's desk waits for; the centre's people ask about the city, a unit about itself. */
    private static Set<PetitionStatus> states(Actor actor) {
        Set<PetitionStatus> states = EnumSet.noneOf(PetitionStatus.class);
        if (actor.has(Role.DISPATCHER)) {
            states.addAll(EnumSet.of(
                    PetitionStatus.ACCEPTED, PetitionStatus.ASSIGNED, PetitionStatus.REDO, PetitionStatus.PAUSED));
        }
        if (actor.has(Role.REVIEWER)) {
            states.addAll(EnumSet.of(PetitionStatus.HANDLED, PetitionStatus.REVIEWED, PetitionStatus.REDO));
        }
        if (states.isEmpty() && actor.hasAny(Role.HANDLER, Role.HEAD)) {
            states.addAll(EnumSet.of(
                    PetitionStatus.ASSIGNED, PetitionStatus.REDO, PetitionStatus.HANDLED, PetitionStatus.REVIEWED));
        }
        return states;
    }

    private StartBlock states(Set<PetitionStatus> states, Actor actor) {
        boolean city = actor.hasAny(Role.DISPATCHER, Role.REVIEWER);
        String unit = city ? null : actor.unit();
        Map<PetitionStatus, Long> found = counts.byState(states, unit);
        String narrowed = unit == null ? "" : "&unit=" + unit;
        return StartBlock.figures(states.stream()
                .map(state -> Item.count(
                        Phrase.word(state),
                        "/petitions?status=" + state.code() + narrowed,
                        found.getOrDefault(state, 0L)))
                .toList());
    }

    /** What publicity looks through: the answers that have gone out since yesterday morning. */
    private StartBlock answers(Actor actor, Window window) {
        Instant yesterday = startOf(LocalDate.now(clock).minusDays(1));
        Found found = rows.answersSince(yesterday, Reader.of(actor, organization), window);
        Total total = new Total(found.total(), listOf(ANSWERS));
        return StartBlock.work(items(found), total, new Figure(ANSWERS, total.count(), total.address(), Tone.OPEN));
    }

    /** Petitions with the instant the list is about and where they stand now. */
    static List<Item> items(Found found) {
        return found.lines().stream().map(PetitionStart::item).toList();
    }

    private static Item item(Line line) {
        return Item.at(
                Phrase.verbatim(line.gist()),
                sheetOf(line),
                line.at(),
                Phrase.verbatim(line.number()),
                Phrase.word(line.status()));
    }

    private static String sheetOf(Line line) {
        return "/petitions/" + line.number();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
