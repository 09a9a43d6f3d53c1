package cn.wenzheng.triage.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How well the house finds what belongs together, on petitions of which somebody has said what they are about. */
public final class Evaluation {

    private final List<Judged> judged;
    private final List<Grouping.@Nullable Pair> nearest;
    private final int[] groups;
    private final Map<String, Long> members;

    private Evaluation(List<Judged> judged, List<Grouping.@Nullable Pair> nearest, int[] groups) {
        this.judged = judged;
        this.nearest = nearest;
        this.groups = groups;
        this.members = judged.stream().collect(Collectors.groupingBy(Judged::incident, Collectors.counting()));
    }

    /**
     * A petition and its incident.
     *
     * @param row which record of its file it is
     * @param at when it came in; the same instant for all where nobody knows
     */
    public record Judged(int row, @Nullable String title, String text, Instant at, String incident) {}

    /**
     * What the house says of one petition.
     *
     * @param nearest the row of the petition it would suggest to attach it to; null when there is none
     * @param certainty of the nearest; null when there is none
     * @param group the row of the first member of its group
     */
    public record Prediction(
            int row, @Nullable Integer nearest, @Nullable Double certainty, int group) {}

    public static Evaluation of(List<Judged> judged) {
        Nearness nearness = new Nearness(judged.stream()
                .map(one -> new Said(one.title(), one.text(), null, one.at()))
                .toList());
        List<List<Grouping.Pair>> neighbours =
                IntStream.range(0, judged.size()).mapToObj(nearness::neighbours).toList();
        List<Grouping.@Nullable Pair> nearest = new ArrayList<>();
        neighbours.forEach(others -> nearest.add(others.stream()
                .filter(other -> other.certainty() >= Likeness.SUGGESTED)
                .max(Comparator.comparingDouble(Grouping.Pair::certainty))
                .orElse(null)));
        return new Evaluation(judged, nearest, nearness.groups(neighbours));
    }

    /** The share of petitions, of those whose incident others reported, too, whose nearest one is of that incident. */
    public double nearest() {
        return IntStream.range(0, judged.size())
                .filter(one -> !isSingle(one))
                .mapToDouble(one -> isRight(one) ? 1 : 0)
                .average()
                .orElse(1);
    }

    /** The share of petitions that nobody else reported for which a nearest one is suggested all the same. */
    public double singlesWrong() {
        return IntStream.range(0, judged.size())
                .filter(this::isSingle)
                .mapToDouble(one -> nearest.get(one) == null ? 0 : 1)
                .average()
                .orElse(0);
    }

    /** The harmonic mean of precision and recall of each petition's group, over all petitions (B-cubed). */
    public double bcubedF1() {
        Map<Integer, Long> inGroup =
                IntStream.of(groups).boxed().collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        Map<String, Long> inBoth = new HashMap<>();
        IntStream.range(0, judged.size()).forEach(one -> inBoth.merge(both(one), 1L, Long::sum));
        double precision = 0;
        double recall = 0;
        for (int one = 0; one < judged.size(); one++) {
            double shared = inBoth.getOrDefault(both(one), 0L);
            precision += shared / inGroup.getOrDefault(groups[one], 1L) / judged.size();
            recall += shared / sizeOfIncident(one) / judged.size();
        }
        return 2 * precision * recall / (precision + recall);
    }

    public List<Prediction> predictions() {
        return IntStream.range(0, judged.size()).mapToObj(this::prediction).toList();
    }

    private Prediction prediction(int one) {
        Grouping.Pair found = nearest.get(one);
        return new Prediction(
                judged.get(one).row(),
                found == null ? null : judged.get(found.other()).row(),
                found == null ? null : found.certainty(),
                judged.get(groups[one]).row());
    }

    private String both(int one) {
        return groups[one] + " " + judged.get(one).incident();
    }

    private boolean isRight(int one) {
        Grouping.Pair found = nearest.get(one);
        return found != null
                && judged.get(found.other()).incident().equals(judged.get(one).incident());
    }

    private boolean isSingle(int one) {
        return sizeOfIncident(one) == 1;
    }

    private long sizeOfIncident(int one) {
        return members.getOrDefault(judged.get(one).incident(), 1L);
    }
}
