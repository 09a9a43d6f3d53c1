package cn.wenzheng.triage;

import cn.wenzheng.petition.IntakeSuggestions;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on the case sheet what the house suggests, as it was thought last; a topic it is hardly sure of is left out. */
@Component
class SuggestionOnSheet implements IntakeSuggestions {

    private final Suggestions suggestions;

    SuggestionOnSheet(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public Optional<Suggested> of(String petition, Urgency urgency) {
        return suggestions.of(petition).map(suggestion -> said(suggestion, urgency));
    }

    private static Suggested said(Suggestion suggestion, Urgency urgency) {
        Optional<Guess> topic = Optional.ofNullable(suggestion.category())
                .filter(guess -> guess.certainty() >= TriageDesk.WORTH_NOTING);
        Optional<Guess> unit = topic.flatMap(known -> Optional.ofNullable(suggestion.unit()));
        return new Suggested(
                topic.map(Guess::value).orElse(null),
                topic.map(Guess::certainty).orElse(0.0),
                topic.map(Guess::reasons).orElse(List.of()),
                suggestion.kind().among(PetitionKind.values(), PetitionKind.HELP),
                suggestion.urgencyOr(urgency),
                unit.map(Guess::value).orElse(null),
                unit.map(known -> suggestion.assisting()).orElse(List.of()),
                unit.flatMap(guess -> guess.reasons().stream().findFirst()).orElse(null),
                List.copyOf(suggestion.warnings()));
    }
}
