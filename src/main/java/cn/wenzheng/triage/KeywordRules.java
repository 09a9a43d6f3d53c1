package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a topic by the keywords of the category tree.
 *
 * <p>A keyword speaks once for its topic, however often it occurs, with the weight of its length: a long word is a
 * specific one. In the title it counts double. The topic with most weight is proposed, of equal ones that with the
 * longest word; where that does not decide either, a person has to.
 */
final class KeywordRules {

    private static final int IN_TITLE = 2;

    private record Keyword(String word, String category) {

        int weight(boolean inTitle) {
            return word.length() * (inTitle ? IN_TITLE : 1);
        }
    }

    private record Score(String category, int weight, int longest) {

        private static final Comparator<Score> LEAST_FIRST =
                Comparator.comparingInt(Score::weight).thenComparingInt(Score::longest);

        Score plus(Score other) {
            return new Score(category, weight + other.weight, Math.max(longest, other.longest));
        }
    }

    /** By their first character, so that a text is walked through once whatever the number of keywords. */
    private final Map<Character, List<Keyword>> keywords = new HashMap<>();

    KeywordRules(Collection<Category> categories) {
        for (Category category : categories) {
            for (String word : category.keywords()) {
                Keyword keyword = new Keyword(folded(word), category.code());
                keywords.computeIfAbsent(keyword.word().charAt(0), first -> new ArrayList<>())
                        .add(keyword);
            }
        }
    }

    /** The code of the topic the words speak for; empty when none does or when several do equally. */
    Optional<String> propose(@Nullable String title, String text) {
        Set<Keyword> inTitle = title == null ? Set.of() : foundIn(folded(title));
        Set<Keyword> found = new HashSet<>(inTitle);
        found.addAll(foundIn(folded(text)));
        Map<String, Score> scores = new HashMap<>();
        for (Keyword keyword : found) {
            int weight = keyword.weight(inTitle.contains(keyword));
            Score score = new Score(keyword.category(), weight, keyword.word().length());
            scores.merge(keyword.category(), score, Score::plus);
        }
        return clearlyFirst(scores.values());
    }

    private Set<Keyword> foundIn(String text) {
        Set<Keyword> found = new HashSet<>();
        for (int at = 0; at < text.length(); at++) {
            for (Keyword keyword : keywords.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(keyword.word(), at)) {
                    found.add(keyword);
                }
            }
        }
        return found;
    }

    private static Optional<String> clearlyFirst(Collection<Score> scores) {
        List<Score> ranked =
                scores.stream().sorted(Score.LEAST_FIRST.reversed()).limit(2).toList();
        boolean undecided = ranked.size() == 2 && Score.LEAST_FIRST.compare(ranked.get(0), ranked.get(1)) == 0;
        return undecided ? Optional.empty() : ranked.stream().findFirst().map(Score::category);
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
