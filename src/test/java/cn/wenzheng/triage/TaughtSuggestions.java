package cn.wenzheng.triage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Suggestions and similar petitions that a test has said beforehand; of a petition without a said suggestion the product says what it thinks. */
public final class TaughtSuggestions implements Suggestions, SameMatter {

    private final Suggestions own;
    private final Map<String, Suggestion> known = new ConcurrentHashMap<>();
    private final Map<String, List<Similar>> near = new ConcurrentHashMap<>();

    private TaughtSuggestions(Suggestions own) {
        this.own = own;
    }

    /** Puts it into the product in place of the product's own. */
    @TestConfiguration
    public static class Taught {

        @Bean
        @Primary
        TaughtSuggestions taughtSuggestions(@Qualifier("suggestionRows") Suggestions own) {
            return new TaughtSuggestions(own);
        }
    }

    /** Says a topic and a unit with one certainty for both, of a street light. */
    public void say(String petition, String category, String unit, double certainty, Warning... warnings) {
        Gist gist = new Gist(
                "新华街 路灯坏了", List.of(new Gist.Span(0, 3, Gist.Mark.PLACE), new Gist.Span(4, 8, Gist.Mark.MATTER)));
        say(petition, gist, category, unit, certainty, warnings);
    }

    public void say(String petition, Gist gist, String category, String unit, double certainty, Warning... warnings) {
        known.put(
                petition,
                new Suggestion(
                        petition,
                        1,
                        new Guess(category, category, certainty, List.of("路灯")),
                        new Guess("help", "help", 0.8, List.of()),
                        new Guess("normal", "normal", 0.9, List.of()),
                        new Guess("新华街", "新华街", 0.9, List.of("新华街")),
                        new Guess(unit, unit, certainty, List.of("派单目录的条款")),
                        List.of(),
                        gist,
                        Set.of(warnings),
                        null));
    }

    public void sayNear(String petition, String other, double certainty) {
        near.put(petition, List.of(new Similar(other, certainty, List.of("新华街", "路灯"), true, null)));
    }

    @Override
    public Optional<Suggestion> of(String petition) {
        return Optional.ofNullable(known.get(petition)).or(() -> own.of(petition));
    }

    @Override
    public Map<String, Suggestion> of(Collection<String> petitions) {
        Map<String, Suggestion> found = new HashMap<>(own.of(petitions));
        petitions.stream().filter(known::containsKey).forEach(petition -> found.put(petition, known.get(petition)));
        return found;
    }

    @Override
    public List<Similar> near(String petition) {
        return near.getOrDefault(petition, List.of());
    }

    @Override
    public Map<String, List<Similar>> near(Collection<String> petitions) {
        Map<String, List<Similar>> found = new HashMap<>(near);
        found.keySet().retainAll(petitions);
        return found;
    }
}
