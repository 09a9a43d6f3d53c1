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
    private final int[] counts;
    private final int texts;

    private Commonness(int[] pairs, int[] counts, int texts) {
        this.pairs = pairs;
        this.counts = counts;
        this.texts = texts;
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
        return new Commonness(pairs, counts, texts);
    }

    /** How much it says that a text has this pair; 0 for one that all have. */
    double weight(int pair) {
        return Math.log((Math.max(texts, FEWEST) + 1.0) / (count(pair) + 1.0));
    }

    /** The share of texts that have it. */
    double share(int pair) {
        return (double) count(pair) / Math.max(texts, FEWEST);
    }

    private int count(int pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? 0 : counts[at];
    }
}
