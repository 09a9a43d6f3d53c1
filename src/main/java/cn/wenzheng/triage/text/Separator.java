package cn.wenzheng.triage.text;

import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Finds the plane between the rows that carry a label and those that do not: a linear support vector machine with
 * squared loss, solved in the dual one row at a time (Hsieh and others, 2008; the method of liblinear's solver 1,
 * against which the tests compare it). Own code because liblinear wants an object for every value of every row, which
 * is four times the memory.
 */
final class Separator {

    private static final int MOST_ROUNDS = 300;

    private static final double CLOSE_ENOUGH = 0.05;

    private final Rows rows;
    private final int[] chosen;
    private final double[] squares;
    private final double cost;
    private final int features;

    /**
     * @param chosen the rows to learn from
     * @param cost how dear a row on the wrong side is (C)
     */
    Separator(Rows rows, int[] chosen, double cost, int features) {
        this.rows = rows;
        this.chosen = chosen;
        this.cost = cost;
        this.features = features;
        this.squares = new double[chosen.length];
        for (int at = 0; at < chosen.length; at++) {
            squares[at] = rows.square(chosen[at]) + 0.5 / cost;
        }
    }

    /** The weights of all features; positive ones speak for the label. */
    double[] separate(IntPredicate carriesLabel) {
        double[] weights = new double[features];
        double[] duals = new double[chosen.length];
        int[] order = inOrder(chosen.length);
        Random shuffle = new Random(chosen.length);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            mix(order, shuffle);
            if (goThrough(order, carriesLabel, weights, duals) < CLOSE_ENOUGH) {
                break;
            }
        }
        return weights;
    }

    /** One round; returns how far the farthest dual still wanted to move. */
    private double goThrough(int[] order, IntPredicate carriesLabel, double[] weights, double[] duals) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int at : order) {
            int row = chosen[at];
            int side = carriesLabel.test(row) ? 1 : -1;
            double gradient = side * rows.product(row, weights) - 1 + duals[at] * 0.5 / cost;
            double wanted = duals[at] == 0 ? Math.min(gradient, 0) : gradient;
            high = Math.max(high, wanted);
            low = Math.min(low, wanted);
            if (Math.abs(wanted) > 1e-12) {
                double before = duals[at];
                duals[at] = Math.max(before - gradient / squares[at], 0);
                rows.addTo(weights, row, (duals[at] - before) * side);
            }
        }
        return high - low;
    }

    private static int[] inOrder(int size) {
        int[] order = new int[size];
        for (int at = 0; at < size; at++) {
            order[at] = at;
        }
        return order;
    }

    private static void mix(int[] order, Random shuffle) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = shuffle.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }
}
