package cn.wenzheng.triage;

import cn.wenzheng.petition.IntakeSuggestions;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on the case sheet what the house suggests, as it was thought last. */
@Component
class SuggestionOnSheet implements IntakeSuggestions {

    private final Suggestions suggestions;

    SuggestionOnSheet(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public Optional<Suggested> of(String petition) {
        return suggestions
                .of(petition)
                .flatMap(
                        suggestion -> Optional.ofNullable(suggestion.category()).map(topic -> said(suggestion, topic)));
    }

    private static Suggested said(Suggestion suggestion, Guess topic) {
        Optional<Guess> unit = Optional.ofNullable(suggestion.unit());
        return new Suggested(
                topic.value(),
                topic.certainty(),
                topic.reasons(),
                suggestion.kind().among(PetitionKind.values(), PetitionKind.HELP),
                suggestion.warnings().contains(Warning.DANGER)
                        ? Urgency.LIFE
                        : suggestion.urgency().among(Urgency.values(), Urgency.NORMAL),
                unit.map(Guess::value).orElse(null),
                suggestion.assisting(),
                unit.flatMap(guess -> guess.reasons().stream().findFirst()).orElse(null),
                List.copyOf(suggestion.warnings()));
    }
}
