package cn.wenzheng.triage.answer;

import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the prepared answers: pure rules of what fits. */
final class Shelf {

    private final Collection<AnswerTemplate> templates;

    Shelf(Collection<AnswerTemplate> templates) {
        this.templates = templates;
    }

    /**
     * What fits a petition.
     *
     * @param path the petition's topic and the topics above it, the leaf first
     */
    List<AnswerTemplate> fitting(AnswerKind kind, List<String> path, @Nullable String words, LocalDate day) {
        return templates.stream()
                .filter(template -> template.kind() == kind && template.holdsOn(day))
                .filter(template -> template.category() == null || path.contains(template.category()))
                .filter(template -> says(template, words))
                .sorted(Comparator.comparingInt(template -> distance(template, path)))
                .toList();
    }

    private static int distance(AnswerTemplate template, List<String> path) {
        return template.category() == null ? path.size() : path.indexOf(template.category());
    }

    /** True when each of the words stands somewhere in code, title or text. */
    static boolean says(AnswerTemplate template, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return true;
        }
        String all = (template.code() + "\n" + template.title() + "\n" + template.text()).toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                .allMatch(all::contains);
    }
}
