package cn.wenzheng.triage.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The examples as the library wants them, which holds an object for every value: they stand here once, and all planes of
 * all trials are found among the same objects.
 */
final class Rows {

    /** How far the farthest example may still want to move; closer changes no guess. */
    private static final double CLOSE_ENOUGH = 0.3;

    private static final int MOST_ROUNDS = 300;

    static {
        Linear.disableDebugOutput();
    }

    private final int features;
    private final Vocabulary vocabulary;
    private final List<Feature[]> rows = new ArrayList<>();
    private final List<float[]> plain = new ArrayList<>();

    /**
     * @param features how many features there are
     * @param vocabulary the runs, which are the first of them
     */
    Rows(int features, Vocabulary vocabulary) {
        this.features = features;
        this.vocabulary = vocabulary;
    }

    /** The library counts features from one. */
    void add(Row row) {
        Feature[] values = new Feature[row.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = new FeatureNode(row.indices()[at] + 1, row.values()[at]);
        }
        rows.add(values);
        plain.add(row.values());
    }

    /** The first feature of texts; those of titles stand below. */
    int texts() {
        return vocabulary.texts();
    }

    /** The first feature that is no run. */
    int runs() {
        return vocabulary.size();
    }

    int features() {
        return features;
    }

    Feature[] values(int row) {
        return rows.get(row);
    }

    /** Gives every run so many times its weight; each part stays one long. */
    void weigh(float[] times) {
        for (int row = 0; row < rows.size(); row++) {
            Feature[] values = rows.get(row);
            int titleEnds = valuesBelow(texts(), values);
            weigh(row, 0, titleEnds, times);
            weigh(row, titleEnds, valuesBelow(runs(), values), times);
        }
    }

    private static int valuesBelow(int feature, Feature[] values) {
        int below = 0;
        while (below < values.length && values[below].getIndex() <= feature) {
            below++;
        }
        return below;
    }

    private void weigh(int row, int from, int to, float[] times) {
        Feature[] values = rows.get(row);
        double square = 0;
        for (int at = from; at < to; at++) {
            double value = plain.get(row)[at] * (double) times[values[at].getIndex() - 1];
            values[at].setValue(value);
            square += value * value;
        }
        double length = Math.sqrt(square);
        for (int at = from; at < to; at++) {
            values[at].setValue((float) (values[at].getValue() / length));
        }
    }

    /** The features that any of the chosen rows has, ascending. */
    int[] featuresOf(int[] chosen) {
        BitSet seen = new BitSet(features);
        for (int row : chosen) {
            for (Feature value : rows.get(row)) {
                seen.set(value.getIndex() - 1);
            }
        }
        return seen.stream().toArray();
    }

    Row row(int row) {
        Feature[] values = rows.get(row);
        int[] indices = new int[values.length];
        float[] numbers = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            indices[at] = values[at].getIndex() - 1;
            numbers[at] = (float) values[at].getValue();
        }
        return new Row(indices, numbers);
    }

    /**
     * The plane between the chosen rows that carry a label and the others: weights of all features, positive ones speak
     * for the label. One label at a time, because the planes of 300 labels together would not fit beside the examples.
     *
     * @param cost how dear a row on the wrong side is (C)
     */
    double[] plane(int[] chosen, IntPredicate carriesLabel, double cost) {
        if (chosen.length == 0) {
            return new double[features];
        }
        Problem problem = new Problem();
        problem.l = chosen.length;
        problem.n = features;
        problem.x = Arrays.stream(chosen).mapToObj(rows::get).toArray(Feature[][]::new);
        problem.y = Arrays.stream(chosen)
                .mapToDouble(row -> carriesLabel.test(row) ? 1 : -1)
                .toArray();
        Model model =
                Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, MOST_ROUNDS, CLOSE_ENOUGH));
        double[] weights = model.getFeatureWeights();
        int side = model.getLabels()[0];
        return Arrays.stream(weights).map(weight -> weight * side).toArray();
    }
}
