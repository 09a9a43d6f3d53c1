package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.triage.evaluate.LabelledFile;
import cn.wenzheng.triage.text.Labelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what a labelled file lacks before anything is learnt from it. */
final class HistoryCheck {

    static final int FEWEST_ROWS = 200;

    /** More do not fit into the memory that a training may take. */
    static final int MOST_ROWS = 20_000;

    static final int FEWEST_OF_A_LABEL = 5;

    /** A sentence names so many; all of them stand beside it. */
    private static final int NAMED = 10;

    private final List<Labelled> examples;
    private final List<String> unknown;
    private final Map<String, Long> counts;

    HistoryCheck(List<LabelledFile.Row> rows, TreeLabels tree) {
        this.examples = rows.stream().map(LabelledFile.Row::example).toList();
        this.counts =
                examples.stream().collect(Collectors.groupingBy(Labelled::label, TreeMap::new, Collectors.counting()));
        this.unknown = counts.keySet().stream()
                .filter(label -> tree.topic(label).isEmpty())
                .toList();
    }

    List<Labelled> examples() {
        return examples;
    }

    /** The labels that no topic of the tree is called by. */
    List<String> unknown() {
        return unknown;
    }

    /** Why nothing can be learnt from it; empty when something can. */
    Optional<Refusal> missing() {
        List<String> rare = counts.keySet().stream()
                .filter(label -> counts.getOrDefault(label, 0L) < FEWEST_OF_A_LABEL)
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(Refusal.invalid("file", "training-labels-unknown", unknown.size(), named(unknown)));
        }
        if (examples.size() < FEWEST_ROWS) {
            return Optional.of(Refusal.invalid("file", "training-too-few-rows", examples.size(), FEWEST_ROWS));
        }
        if (examples.size() > MOST_ROWS) {
            return Optional.of(Refusal.invalid("file", "training-too-many-rows", examples.size(), MOST_ROWS));
        }
        if (!rare.isEmpty()) {
            return Optional.of(
                    Refusal.invalid("file", "training-labels-rare", rare.size(), FEWEST_OF_A_LABEL, named(rare)));
        }
        return counts.size() < 2 ? Optional.of(Refusal.invalid("file", "training-one-label")) : Optional.empty();
    }

    private static String named(List<String> labels) {
        return labels.stream().limit(NAMED).map(Function.identity()).collect(Collectors.joining("、"))
                + (labels.size() > NAMED ? "…" : "");
    }
}
