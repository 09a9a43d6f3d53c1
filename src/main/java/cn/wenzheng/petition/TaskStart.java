package cn.wenzheng.petition;

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
import cn.wenzheng.petition.PetitionProcess.Due;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.PetitionProcess.Today;
import cn.wenzheng.petition.PetitionProcess.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits for a person in Tasklist: the first thing on the start page of everybody who has tasks. */
@Component
class TaskStart implements StartBlocks {

    private static final String ALL = "tasks";
    private static final String LATE = "tasks-late";
    private static final String TODAY = "tasks-today";

    private final ObjectProvider<PetitionProcess> process;
    private final StartRows rows;
    private final OrganizationDesk organization;
    private final Clock clock;

    TaskStart(ObjectProvider<PetitionProcess> process, StartRows rows, OrganizationDesk organization, Clock clock) {
        this.process = process;
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        if (!actor.hasAny(Role.OPERATOR, Role.DISPATCHER, Role.HANDLER, Role.HEAD, Role.REVIEWER, Role.SUPERVISOR)) {
            return List.of();
        }
        return List.of(
                new Offer(ALL, 10, 2, window -> block(actor, Due.ANY, window)),
                Offer.list(LATE, window -> block(actor, Due.LATE, window)),
                Offer.list(TODAY, window -> block(actor, Due.TODAY, window)));
    }

    private StartBlock block(Actor actor, Due due, Window window) {
        Waiting waiting = process.getObject().waitingFor(actor, due, today(), window.page(), window.size());
        Reader reader = Reader.of(actor, organization);
        Map<String, String> gists = rows.gists(
                waiting.items().stream().map(OpenTask::petition).distinct().toList(), reader);
        List<Item> items =
                waiting.items().stream().map(task -> item(task, gists)).toList();
        return StartBlock.work(
                items,
                total(due, waiting),
                new Figure("waiting", waiting.total(), StartBlocks.listOf(ALL), Tone.OPEN),
                new Figure("late", waiting.late(), StartBlocks.listOf(LATE), Tone.LATE),
                new Figure("today", waiting.today(), StartBlocks.listOf(TODAY), Tone.NEAR));
    }

    private Today today() {
        return new Today(
                clock.instant(),
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private static Total total(Due due, Waiting waiting) {
        return switch (due) {
            case ANY -> new Total(waiting.total(), StartBlocks.listOf(ALL));
            case LATE -> new Total(waiting.late(), StartBlocks.listOf(LATE));
            case TODAY -> new Total(waiting.today(), StartBlocks.listOf(TODAY));
        };
    }

    private static Item item(OpenTask task, Map<String, String> gists) {
        Phrase word = Phrase.of("page.task." + task.task());
        Phrase number = Phrase.verbatim(task.petition());
        String gist = gists.get(task.petition());
        String address = "/camunda/app/tasklist/default/#/?task=" + task.id();
        return gist == null
                ? Item.due(word, address, task.due(), number)
                : Item.due(Phrase.of("page.start.task", word, gist), address, task.due(), number);
    }
}
