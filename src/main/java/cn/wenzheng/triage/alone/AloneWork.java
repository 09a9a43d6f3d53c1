package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.IntakeDecisions;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.model.Models;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about one petition, in one transaction: it is accepted and given to its unit by the same hands as an operator's
 * decision, or left to people for good.
 */
@Component
class AloneWork {

    private static final Actor SYSTEM = Actor.system(Door.ENGINE);

    private final AloneRows rows;
    private final IntakeDecisions decisions;
    private final ObjectProvider<SameMatter> same;
    private final Models models;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final Clock clock;

    AloneWork(
            AloneRows rows,
            IntakeDecisions decisions,
            ObjectProvider<SameMatter> same,
            Models models,
            OrganizationDesk organization,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.same = same;
        this.models = models;
        this.organization = organization;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Decides, unless somebody else has the petition in hand or its suggestion is about to be thought anew.
     *
     * @return false when it is to be looked at again
     * @throws Refusal when a rule of the house is against it; then nothing is changed
     */
    @Transactional
    public boolean decide(Suggestion suggestion) {
        String number = suggestion.petition();
        if (cannotTell(suggestion) || !rows.hold(number)) {
            return false;
        }
        AloneRule rule = rows.rule();
        Optional<LeftWhy> left = leaves(rule, suggestion);
        if (left.isPresent()) {
            rows.leave(number, left.get(), suggestion.model(), clock.instant());
        } else if (rule.active()) {
            take(rule, suggestion);
        }
        return true;
    }

    /** While the node still reads its model, and when another one has thought, the certainty is not known yet. */
    private boolean cannotTell(Suggestion suggestion) {
        return models.speaking()
                .filter(speaking -> speaking.version() == suggestion.model())
                .isEmpty();
    }

    /** What the house has refused to the system is people's. */
    @Transactional
    public void leave(Suggestion suggestion) {
        rows.leave(suggestion.petition(), LeftWhy.REFUSED, suggestion.model(), clock.instant());
    }

    private Optional<LeftWhy> leaves(AloneRule rule, Suggestion suggestion) {
        Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        if (rows.decidedSince(today) >= rule.dailyCap()) {
            return Optional.of(LeftWhy.CAP);
        }
        double sureFrom =
                models.speaking().map(speaking -> speaking.topics().sureFrom()).orElse(Double.MAX_VALUE);
        SameMatter earlier = same.getIfAvailable();
        boolean said = earlier != null && !earlier.near(suggestion.petition()).isEmpty();
        return isOfALeaf(suggestion.category()) ? rule.leaves(suggestion, sureFrom, said) : Optional.of(LeftWhy.UNSURE);
    }

    /** A certainty that was learnt for a whole field says nothing about the topic in it. */
    private boolean isOfALeaf(@Nullable Guess category) {
        return category != null
                && organization
                        .category(category.value())
                        .filter(topic -> Stream.of(topic.code(), topic.name()).anyMatch(category.label()::equals))
                        .filter(Category::leaf)
                        .isPresent();
    }

    private void take(AloneRule rule, Suggestion suggestion) {
        String number = suggestion.petition();
        Guess category = Objects.requireNonNull(suggestion.category());
        Guess unit = Objects.requireNonNull(suggestion.unit());
        Instant now = clock.instant();
        rows.decide(new Alone(
                number,
                suggestion.model(),
                Math.min(category.certainty(), unit.certainty()),
                category.value(),
                unit.value(),
                now,
                rule.draws(number),
                null,
                null,
                null));
        decisions.dispatch(
                number,
                new PetitionCommand.Accept(Codes.kind(suggestion), category.value(), Codes.urgency(suggestion), null),
                new PetitionCommand.Assign(unit.value(), suggestion.assisting(), null, null),
                SYSTEM);
        Map<String, ?> facts =
                Map.of("version", suggestion.model(), "category", category.value(), "unit", unit.value());
        journal.done(SYSTEM, "petition-decided-alone", number, Map.of(), facts);
    }
}
