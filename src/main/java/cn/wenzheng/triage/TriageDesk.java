package cn.wenzheng.triage;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.ClockDesk;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.triage.text.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter of room {@code triage}: what a petition is about. */
@Component
public class TriageDesk {

    /** From here on the model is surer than the keywords of the category tree; below, they are asked first. */
    private static final double SURER = 0.5;

    /** Below this nothing is noted as the petition's topic: a list of wrong topics is worse than one without. */
    static final double WORTH_NOTING = 0.2;

    private static final Actor HOUSE = Actor.system(Door.ENGINE);

    private final PetitionSheets sheets;
    private final PetitionDesk desk;
    private final ClockDesk clocks;
    private final Thinking thinking;
    private final SuggestionRows rows;
    private final Journal journal;
    private final Keywords keywords;

    TriageDesk(
            OrganizationDesk organization,
            PetitionSheets sheets,
            PetitionDesk desk,
            ClockDesk clocks,
            Thinking thinking,
            SuggestionRows rows,
            Journal journal) {
        this.sheets = sheets;
        this.desk = desk;
        this.clocks = clocks;
        this.thinking = thinking;
        this.rows = rows;
        this.journal = journal;
        this.keywords = new Keywords(organization);
    }

    /**
     * Thinks about a petition that has come in, keeps what it thinks and notes the topic in the petition. While the house
     * still learns what it comes with, the keywords have to do and the thought comes later: nobody waits for it here.
     */
    @Transactional
    public void classify(String number) {
        PetitionSheets.Words words = sheets.words(number);
        if (thinking.isReady()) {
            think(number, words);
        } else {
            desk.suggest(number, noted(null, words));
        }
    }

    /** Thinks anew about one that is out of date; false when it is not, or another node does so. */
    @Transactional
    public boolean renew(String number) {
        if (!rows.takeTurn(number) || !rows.isOutdated(number, thinking.basis())) {
            return false;
        }
        think(number, sheets.words(number));
        return true;
    }

    private Suggestion think(String number, PetitionSheets.Words words) {
        Basis basis = thinking.basis();
        Suggestion suggestion = thought(number, words);
        desk.suggest(number, noted(suggestion.category(), words));
        rows.put(suggestion, basis.dutiesOf(suggestion));
        if (suggestion.warnings().contains(Warning.DANGER) && clocks.endanger(number, HOUSE)) {
            journal.done(HOUSE, "petition-endangered", number, Map.of(), Map.of("urgency", "life"));
        }
        return suggestion;
    }

    private Suggestion thought(String number, PetitionSheets.Words words) {
        return thinking.about(number, new Words(words.title(), words.text()), words.address());
    }

    private @Nullable String noted(@Nullable Guess topic, PetitionSheets.Words words) {
        if (topic != null && topic.certainty() >= SURER) {
            return topic.value();
        }
        String likely = topic == null || topic.certainty() < WORTH_NOTING ? null : topic.value();
        return keywords.propose(words.title(), words.text()).orElse(likely);
    }

    /**
     * What is thought of a petition that waits for its acceptance, with the model that speaks at this moment; of any other
     * what was thought while it waited. It holds words of the citizen, so that only who accepts, assigns and reviews may
     * read it.
     */
    @Transactional
    public Suggestion suggestion(String number, Actor actor) {
        if (!actor.hasAny(Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER)) {
            throw Refusal.forbidden("role-never-may");
        }
        if (!sheets.visible(number, actor)) {
            throw Refusal.notFound();
        }
        Suggestion suggestion = upToDate(number);
        journal.done(actor, "suggestion-viewed", number, Map.of(), Map.of("model", suggestion.model()));
        return suggestion;
    }

    private Suggestion upToDate(String number) {
        thinking.follow();
        return rows.isOutdated(number, thinking.basis())
                ? think(number, sheets.words(number))
                : rows.of(number).orElseGet(() -> thought(number, sheets.words(number)));
    }
}
