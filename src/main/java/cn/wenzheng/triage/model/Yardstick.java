package cn.wenzheng.triage.model;

import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.TopicModel;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures versions of the model by decisions. Where one of them knows no more than fields, both are measured by fields:
 * a version that says less must not look better for it.
 */
final class Yardstick {

    /** On fewer decisions one right answer more is luck. */
    static final int FEWEST = 20;

    private final TreeLabels tree;
    private final List<Labelled> decisions;

    Yardstick(TreeLabels tree, List<Labelled> decisions) {
        this.tree = tree;
        this.decisions = decisions;
    }

    boolean saysEnough() {
        return decisions.size() >= FEWEST;
    }

    Comparison compare(TopicModel candidate, TopicModel speaking) {
        UnaryOperator<String> level = knowsLeaves(candidate) && knowsLeaves(speaking) ? label -> label : tree::fieldOf;
        List<String> truth = decisions.stream()
                .map(decision -> level.apply(decision.label()))
                .toList();
        List<String> said = answers(candidate, level);
        return new Comparison(
                decisions.size(),
                accuracy(truth, said),
                macroF1(truth, said),
                accuracy(truth, answers(speaking, level)));
    }

    private boolean knowsLeaves(TopicModel model) {
        return model.labels().stream().allMatch(tree::isLeaf);
    }

    private List<String> answers(TopicModel model, UnaryOperator<String> level) {
        return decisions.stream()
                .map(decision -> level.apply(model.rank(decision.words()).get(0).label()))
                .toList();
    }

    static double accuracy(List<String> truth, List<String> said) {
        long right = IntStream.range(0, truth.size())
                .filter(at -> truth.get(at).equals(said.get(at)))
                .count();
        return (double) right / truth.size();
    }

    static double macroF1(List<String> truth, List<String> said) {
        Set<String> labels = truth.stream().collect(Collectors.toSet());
        return labels.stream()
                .mapToDouble(label -> f1(label, truth, said))
                .average()
                .orElse(0);
    }

    private static double f1(String label, List<String> truth, List<String> said) {
        long is = truth.stream().filter(label::equals).count();
        long answered = said.stream().filter(label::equals).count();
        long right = IntStream.range(0, truth.size())
                .filter(at -> truth.get(at).equals(label) && said.get(at).equals(label))
                .count();
        return 2.0 * right / (is + answered);
    }
}
