package cn.wenzheng.triage.text;

import de.bwaldvogel.liblinear.Feature;
import java.util.Arrays;

/**
 * How well each run tells labels apart: how many times likelier it is in the examples of one label than in all others,
 * on the label for which that is most. A run that all labels share weighs a tenth of what it would.
 */
final class Telling {

    /** What a run weighs that tells nothing. */
    private static final double LEAST = 0.1;

    private final Rows rows;
    private final int[] chosen;
    private final int[] all;

    private Telling(Rows rows, int[] chosen) {
        this.rows = rows;
        this.chosen = chosen;
        this.all = new int[rows.features()];
        for (int row : chosen) {
            count(row, all);
        }
    }

    /**
     * @param chosen the rows to learn from; what is told of others would flatter whoever asks about them
     * @param labelOf the label of each row, as a number below {@code labels}
     */
    static float[] of(Rows rows, int[] chosen, int[] labelOf, int labels) {
        Telling telling = new Telling(rows, chosen);
        double[] most = new double[rows.features()];
        for (int label = 0; label < labels; label++) {
            telling.likelier(telling.countsOf(label, labelOf), most);
        }
        float[] weights = new float[rows.runs()];
        weigh(most, weights, 0, rows.texts());
        weigh(most, weights, rows.texts(), rows.runs());
        return weights;
    }

    private void count(int row, int[] counts) {
        for (Feature value : rows.values(row)) {
            counts[value.getIndex() - 1]++;
        }
    }

    private int[] countsOf(int label, int[] labelOf) {
        int[] counts = new int[rows.features()];
        Arrays.stream(chosen).filter(row -> labelOf[row] == label).forEach(row -> count(row, counts));
        return counts;
    }

    private void likelier(int[] own, double[] most) {
        likelier(own, most, 0, rows.texts());
        likelier(own, most, rows.texts(), rows.runs());
    }

    /** Every run is counted once more than it was seen, or what was never seen would tell everything. */
    private void likelier(int[] own, double[] most, int from, int to) {
        double ours = Arrays.stream(own, from, to).asLongStream().sum() + (to - from);
        double theirs = Arrays.stream(all, from, to).asLongStream().sum() + 2.0 * (to - from) - ours;
        for (int at = from; at < to; at++) {
            double times = Math.log((own[at] + 1) / ours / ((all[at] - own[at] + 1) / theirs));
            most[at] = Math.max(most[at], Math.abs(times));
        }
    }

    private static void weigh(double[] most, float[] weights, int from, int to) {
        double mean = Arrays.stream(most, from, to).average().orElse(1);
        for (int at = from; at < to; at++) {
            weights[at] = mean == 0 ? 1 : (float) (LEAST + (1 - LEAST) * most[at] / mean);
        }
    }
}
