package cn.wenzheng.triage.matter;

import java.util.Arrays;

/**
 * How common a pair of signs is in what a city's people write: what everybody writes says little, a name says much.
 *
 * <p>Counted once and then only read; two numbers a pair, so that a hundred thousand pairs cost a megabyte.
 */
final class Commonness {

    /** A city of few petitions is taken for one of some more: else the first pairs would all seem common. */
    private static final int FEWEST = 200;

    private final int[] pairs;
    private final float[] weights;
    private final double unknown;

    private Commonness(int[] pairs, float[] weights, double unknown) {
        this.pairs = pairs;
        this.weights = weights;
        this.unknown = unknown;
    }

    /** Counts in how many of the texts each pair stands. */
    static Commonness of(Iterable<String> plainTexts) {
        int[] all = new int[1 << 12];
        int size = 0;
        int texts = 0;
        for (String text : plainTexts) {
            int[] distinct = Pairs.distinct(Pairs.of(text));
            if (size + distinct.length > all.length) {
                all = Arrays.copyOf(all, Math.max(all.length * 2, size + distinct.length));
            }
            System.arraycopy(distinct, 0, all, size, distinct.length);
            size += distinct.length;
            texts++;
        }
        return counted(Arrays.copyOf(all, size), texts);
    }

    private static Commonness counted(int[] all, int texts) {
        Arrays.sort(all);
        int[] pairs = Pairs.distinct(all);
        int[] counts = new int[pairs.length];
        int at = -1;
        for (int pair : all) {
            if (at < 0 || pairs[at] != pair) {
                at++;
            }
            counts[at]++;
        }
        double of = Math.max(texts, FEWEST) + 1.0;
        float[] weights = new float[pairs.length];
        for (int each = 0; each < pairs.length; each++) {
            weights[each] = (float) Math.log(of / (counts[each] + 1.0));
        }
        return new Commonness(pairs, weights, Math.log(of));
    }

    /** How much it says that a text has this pair: nothing when all have it, most when none had it before. */
    double weight(int pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? unknown : weights[at];
    }
}
