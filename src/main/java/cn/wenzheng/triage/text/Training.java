package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model from examples. What its scores are worth is measured by judges that were trained without a quarter of
 * the examples and asked about that quarter; near copies stand in the same quarter, or it would look surer than it is.
 */
final class Training {

    private static final int QUARTERS = 4;

    private static final double COST = 2;

    /** Of what citizens wrote, a run that only one example has says nothing about others. */
    static final int HEARD_TWICE = 2;

    private final List<Labelled> examples;
    private final Labels labels;
    private final Reading reading;
    private final Rows rows;
    private final int[] families;
    private final int[] members;

    /**
     * @param fewest in so many examples a run must occur to be learnt
     * @param forethought what the model hears beside the runs; null for none
     */
    Training(List<Labelled> examples, Labels labels, int fewest, @Nullable Forethought forethought) {
        if (labels.all().size() < 2) {
            throw new IllegalArgumentException("Nothing can be told apart in examples of one label");
        }
        this.examples = examples;
        this.labels = labels;
        boolean apart = labels.families().size() == labels.all().size();
        Vocabulary runs = Vocabulary.of(examples.stream().map(Labelled::words).toList(), fewest, apart);
        this.reading = new Reading(runs, forethought);
        this.rows = new Rows(reading.features(), runs);
        examples.forEach(example -> rows.add(reading.row(example.words())));
        Map<String, Integer> familyOf =
                labels.all().stream().collect(Collectors.toMap(label -> label, labels::familyOf));
        this.families = examples.stream()
                .mapToInt(example -> familyOf.get(example.label()))
                .toArray();
        this.members = IntStream.range(0, examples.size())
                .map(at -> labels.families()
                        .get(families[at])
                        .indexOf(examples.get(at).label()))
                .toArray();
    }

    /** Of single sentences of the house's samples, which are few and say nothing twice: every run of them counts. */
    static Training ofSentences(List<Labelled> sentences) {
        return new Training(sentences, labelsOf(sentences, label -> label), 1, null);
    }

    static Labels labelsOf(List<Labelled> examples, UnaryOperator<String> family) {
        return Labels.of(examples.stream().map(Labelled::label).toList(), family);
    }

    TopicModel model() {
        Calibration calibration = Calibration.of(asked());
        float[] telling = weigh(example -> true);
        return new TopicModel(reading.weighed(telling), labels, judges(example -> true), calibration);
    }

    /** What the first judge would say, for another model to hear. */
    Forethought forethought() {
        Vocabulary runs = reading.runs().weighed(weigh(example -> true));
        int[] all = IntStream.range(0, examples.size()).toArray();
        return new Forethought(runs, judge(all, families, labels.families().size()));
    }

    /** Gives each run the weight with which it tells the chosen examples apart. */
    private float[] weigh(IntPredicate example) {
        int[] chosen = IntStream.range(0, examples.size()).filter(example).toArray();
        float[] telling = Telling.of(rows, chosen, families, labels.families().size());
        rows.weigh(telling);
        return telling;
    }

    private Judges judges(IntPredicate example) {
        int[] all = IntStream.range(0, examples.size()).filter(example).toArray();
        Judge first = judge(all, families, labels.families().size());
        List<Judge> seconds = new ArrayList<>();
        for (int family = 0; family < labels.families().size(); family++) {
            int own = family;
            int[] chosen = IntStream.of(all).filter(at -> families[at] == own).toArray();
            seconds.add(judge(chosen, members, labels.families().get(family).size()));
        }
        return new Judges(first, seconds);
    }

    /** @throws CancellationException when nobody waits for the model any more */
    private Judge judge(int[] chosen, int[] labelOf, int many) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        int[] needed = many == 1 ? new int[0] : chosen;
        return Judge.train(rows, needed, labelOf, many, COST);
    }

    private List<Calibration.Asked> asked() {
        int[] quarters = examples.stream()
                .mapToInt(example -> Copies.placeOf(example.words(), QUARTERS))
                .toArray();
        List<Calibration.Asked> asked = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int leftOut = quarter;
            weigh(at -> quarters[at] != leftOut);
            Judges judges = judges(at -> quarters[at] != leftOut);
            IntStream.range(0, examples.size())
                    .filter(at -> quarters[at] == leftOut)
                    .mapToObj(at -> new Calibration.Asked(judges.scores(rows.row(at)), families[at], members[at]))
                    .forEach(asked::add);
        }
        return asked;
    }
}
