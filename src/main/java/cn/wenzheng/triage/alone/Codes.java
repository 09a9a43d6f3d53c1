package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import java.util.stream.Stream;

/** What a suggestion says in the words of the commands. */
final class Codes {

    private Codes() {}

    static PetitionKind kind(Suggestion suggestion) {
        return of(PetitionKind.values(), suggestion.kind());
    }

    static Urgency urgency(Suggestion suggestion) {
        return of(Urgency.values(), suggestion.urgency());
    }

    private static <T extends ClosedList> T of(T[] words, Guess guess) {
        return Stream.of(words)
                .filter(word -> word.code().equals(guess.value()))
                .findFirst()
                .orElseThrow();
    }
}
