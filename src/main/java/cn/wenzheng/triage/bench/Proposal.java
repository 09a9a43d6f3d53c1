package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Enter would send: chosen beforehand where the house is sure enough, else left for the operator to choose.
 *
 * @param ask what Enter asks for first: {@code topic}, {@code unit}, {@code scope}; null when it sends
 */
record Proposal(
        PetitionKind kind,
        @Nullable String category,
        Urgency urgency,
        @Nullable String lead,
        List<String> assisting,
        @Nullable String ask) {

    private static final Set<Warning> AGAINST_ACCEPTING =
            EnumSet.of(Warning.OUT_OF_SCOPE, Warning.INSULT, Warning.EMPTY);

    /**
     * From a suggestion; nothing is chosen beforehand where one speaks against accepting at all, and no unit alone where
     * the petition is about that unit.
     */
    static Proposal of(@Nullable Suggestion suggestion, Urgency urgency, double threshold) {
        if (suggestion == null) {
            return new Proposal(PetitionKind.HELP, null, urgency, null, List.of(), "topic");
        }
        PetitionKind kind = suggestion.kind().among(PetitionKind.values(), PetitionKind.HELP);
        Urgency haste = suggestion.urgencyOr(urgency);
        String category = sure(suggestion.category(), threshold);
        boolean doubtful = speaksAgainst(suggestion) || inConflict(suggestion);
        String lead = category == null || doubtful ? null : sure(suggestion.unit(), threshold);
        List<String> assisting = lead == null ? List.of() : suggestion.assisting();
        return new Proposal(kind, category, haste, lead, assisting, ask(suggestion, category, lead));
    }

    /** True when the topic and the unit are those of the suggestion, whatever its certainty. */
    static boolean isOf(@Nullable Suggestion suggestion, @Nullable String category, @Nullable String lead) {
        return suggestion != null && same(suggestion.category(), category) && same(suggestion.unit(), lead);
    }

    private static boolean same(@Nullable Guess guess, @Nullable String value) {
        return guess != null && guess.value().equals(value);
    }

    private static boolean inConflict(Suggestion suggestion) {
        return suggestion.warnings().contains(Warning.CONFLICT_OF_INTEREST)
                && suggestion.assisting().isEmpty();
    }

    private static boolean speaksAgainst(Suggestion suggestion) {
        return suggestion.scope() != null || suggestion.warnings().stream().anyMatch(AGAINST_ACCEPTING::contains);
    }

    private static @Nullable String ask(Suggestion suggestion, @Nullable String category, @Nullable String lead) {
        if (speaksAgainst(suggestion)) {
            return "scope";
        }
        if (category == null) {
            return "topic";
        }
        return lead == null ? "unit" : null;
    }

    private static @Nullable String sure(@Nullable Guess guess, double threshold) {
        return guess == null || guess.certainty() < threshold ? null : guess.value();
    }
}
