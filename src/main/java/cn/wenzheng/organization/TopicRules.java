package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the tree of topics and the duties at its leaves, checked over the tree as it would be after a change. */
final class TopicRules {

    static final int LONGEST_CODE = 20;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_CLAUSE = 500;
    private static final int LONGEST_KEYWORD = 50;
    private static final int MOST_KEYWORDS = 50;

    private final Map<String, KeptTopic> kept;
    private final Collection<Wanted<Category>> wanted;
    private final Set<String> unreadable;
    private final Set<String> units;
    private final Map<String, Category> target = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    /**
     * @param unreadable codes of rows that are wrong in themselves
     * @param units the codes of the units that may be responsible
     */
    TopicRules(
            Map<String, KeptTopic> kept,
            Collection<Wanted<Category>> wanted,
            Set<String> unreadable,
            Set<String> units) {
        this.kept = kept;
        this.wanted = wanted;
        this.unreadable = unreadable;
        this.units = units;
        KeptTopic.open(kept).forEach(topic -> target.put(topic.code(), topic));
        wanted.forEach(this::place);
    }

    private void place(Wanted<Category> row) {
        Integer first = lines.putIfAbsent(row.item().code(), row.line());
        if (first == null) {
            target.put(row.item().code(), row.item());
        } else {
            say(row, Refusal.invalid("code", "topic-code-twice", row.item().code(), first));
        }
    }

    List<RowProblem> problems() {
        Set<String> parents = new HashSet<>();
        target.values().stream()
                .map(Category::parent)
                .filter(parent -> parent != null)
                .forEach(parents::add);
        Set<String> circles = Circles.among(target.keySet(), code -> parentOf(target.get(code)));
        wanted.forEach(row -> check(row, parents, circles));
        return problems;
    }

    private static @Nullable String parentOf(@Nullable Category topic) {
        return topic == null || topic.code().equals(topic.parent()) ? null : topic.parent();
    }

    private void check(Wanted<Category> row, Set<String> parents, Set<String> circles) {
        Category topic = row.item();
        KeptTopic before = kept.get(topic.code());
        if (before != null && !before.isOpen()) {
            say(row, Refusal.invalid("code", "topic-closed", topic.code()));
        }
        if (topic.parent() != null) {
            checkParent(row, topic.parent());
        }
        if (circles.contains(topic.code())) {
            say(row, Refusal.invalid("parent", "topic-circle", topic.code()));
        }
        if (topic.unit() != null && !units.contains(topic.unit())) {
            say(row, Refusal.invalid("unit", "unit-unknown", topic.unit()));
        }
        if (topic.unit() != null && parents.contains(topic.code())) {
            say(row, Refusal.invalid("unit", "duty-above-leaf", topic.code()));
        }
    }

    private void checkParent(Wanted<Category> row, String code) {
        Category parent = target.get(code);
        if (code.equals(row.item().code())) {
            say(row, Refusal.invalid("parent", "topic-under-itself", code));
        } else if (parent == null && !unreadable.contains(code)) {
            say(row, Refusal.invalid("parent", "topic-parent-unknown", code));
        } else if (parent != null && parent.unit() != null && !lines.containsKey(code)) {
            say(row, Refusal.invalid("parent", "topic-parent-has-unit", code));
        }
    }

    private void say(Wanted<Category> row, Refusal reason) {
        problems.add(new RowProblem(row.line(), reason));
    }

    static String code(String field, @Nullable String written) {
        String code = Limits.required(field, written, LONGEST_CODE);
        if (!code.matches("[A-Za-z0-9]+")) {
            throw Refusal.invalid(field, "topic-code-malformed");
        }
        return code;
    }

    /** Keywords as they are written in one cell or field, with a sign between them. */
    static List<String> keywords(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return List.of();
        }
        List<String> keywords = Arrays.stream(written.split("[|,;、，；\\n]"))
                .filter(word -> !word.isBlank())
                .map(word -> Limits.required("keywords", word, LONGEST_KEYWORD))
                .distinct()
                .toList();
        if (keywords.size() > MOST_KEYWORDS) {
            throw Refusal.invalid("keywords", "too-many-keywords", MOST_KEYWORDS);
        }
        return keywords;
    }
}
