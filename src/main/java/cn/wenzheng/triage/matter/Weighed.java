package cn.wenzheng.triage.matter;

import java.util.Arrays;

/**
 * The pairs of some words with what each of them says; of length 1 as a whole, so that a long letter weighs no more than a
 * short one.
 *
 * @param pairs ascending, each once
 */
record Weighed(int[] pairs, double[] weights) {

    static Weighed of(int[] ascending, Commonness commonness) {
        int[] distinct = Pairs.distinct(ascending);
        double[] weights = new double[distinct.length];
        int at = -1;
        for (int pair : ascending) {
            if (at < 0 || distinct[at] != pair) {
                at++;
            }
            weights[at]++;
        }
        double square = 0;
        for (int each = 0; each < weights.length; each++) {
            weights[each] = (1 + Math.log(weights[each])) * commonness.weight(distinct[each]);
            square += weights[each] * weights[each];
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        for (int each = 0; each < weights.length; each++) {
            weights[each] /= length;
        }
        return new Weighed(distinct, weights);
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    boolean hasAny(int[] wanted) {
        return Arrays.stream(wanted).anyMatch(pair -> Arrays.binarySearch(pairs, pair) >= 0);
    }

    /** How alike both are: 1 for the same words, 0 for none in common. */
    double alike(Weighed other) {
        double sum = 0;
        int mine = 0;
        int its = 0;
        while (mine < pairs.length && its < other.pairs.length) {
            int order = Integer.compare(pairs[mine], other.pairs[its]);
            if (order == 0) {
                sum += weights[mine] * other.weights[its];
            }
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    /** How much of what these words say is said in the other ones, too. */
    double within(Weighed other) {
        double sum = 0;
        for (int each = 0; each < pairs.length; each++) {
            if (Arrays.binarySearch(other.pairs, pairs[each]) >= 0) {
                sum += weights[each] * weights[each];
            }
        }
        return sum;
    }
}
