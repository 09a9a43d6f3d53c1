package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which signs tell a matter: what people put into a title rather than into the letter below it, and what one field
 * of the category tree says and others do not. Knows also which signs stand together as a word. Learnt from the samples.
 */
final class Headlines {

    /** Learnt when it is first asked for. */
    private static final class Once {

        private static final Headlines HEADLINES = new Headlines(Samples.all());
    }

    private static final double TITLE_WORTH = 0.8;

    private static final double FIELD_WORTH = 1;

    /** What no sample has is something of its own. */
    private static final double UNSEEN_WORTH = 0.3;

    /** Signs that stand together so many times (as a logarithm) more often than by chance are one word. */
    private static final double WORD = 2.5;

    /** Signs that belong to what stands before them. */
    private static final String HOLD_LEFT = "的了着过吗呢吧呀啊们";

    /** Signs that belong to what stands behind them. */
    private static final String HOLD_RIGHT = "不没未把被从在和与跟向给让是很太最更第";

    private static final String FIGURES = "一二三四五六七八九十百千万两几";

    private static final Seen NEVER = new Seen();

    private final int[] pairs;
    private final float[] worth;
    private final float[] bond;

    private Headlines(List<Samples.Sample> samples) {
        Map<Integer, Seen> seen = new HashMap<>();
        Seen all = new Seen();
        for (Samples.Sample sample : samples) {
            String field = BuiltIn.fieldOf(sample.category());
            String title = sample.words().title();
            count(seen, all, title == null ? "" : title, field, true);
            count(seen, all, sample.words().text(), field, false);
        }
        pairs = seen.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        worth = new float[pairs.length];
        bond = new float[pairs.length];
        for (int at = 0; at < pairs.length; at++) {
            Seen pair = often(seen, pairs[at]);
            worth[at] = (float) (TITLE_WORTH * pair.titled(all) + FIELD_WORTH * pair.telling(all));
            bond[at] = (float) (isSingle(pairs[at]) ? 0 : bond(seen, pairs[at], all));
        }
    }

    /** Single signs count as pairs with nothing. */
    private static void count(Map<Integer, Seen> seen, Seen all, String words, String field, boolean title) {
        for (int at = 0; at < words.length(); at++) {
            all.count(field, title);
            seen.computeIfAbsent((int) words.charAt(at), sign -> new Seen()).count(field, title);
            if (at > 0) {
                seen.computeIfAbsent(pair(words, at), pair -> new Seen()).count(field, title);
            }
        }
    }

    private static int pair(String words, int at) {
        return words.charAt(at - 1) << Character.SIZE | words.charAt(at);
    }

    private static boolean isSingle(int pair) {
        return pair >>> Character.SIZE == 0;
    }

    private static Seen often(Map<Integer, Seen> seen, int pair) {
        return seen.getOrDefault(pair, NEVER);
    }

    private static double bond(Map<Integer, Seen> seen, int pair, Seen all) {
        double together = often(seen, pair).often();
        double apart = often(seen, pair >>> Character.SIZE).often()
                * often(seen, pair & Character.MAX_VALUE).often();
        return Math.log(together * all.often() / apart) * together / (together + 1);
    }

    static Headlines get() {
        return Once.HEADLINES;
    }

    /** How much each sign tells of a matter; less than nothing where it is chatter. */
    double[] worth(String words) {
        double[] worths = new double[words.length()];
        for (int at = 0; at < worths.length; at++) {
            worths[at] += of(worth, words.charAt(at), 0) / 2;
            if (at > 0) {
                double half = of(worth, pair(words, at), UNSEEN_WORTH) / 2;
                worths[at - 1] += half;
                worths[at] += half;
            }
        }
        return worths;
    }

    /** Whether the words may be cut before the sign: not within a word or a number. */
    boolean mayCut(String words, int at) {
        if (at <= 0 || at >= words.length()) {
            return true;
        }
        char left = words.charAt(at - 1);
        char right = words.charAt(at);
        boolean isOne = isFigure(left) && isFigure(right)
                || Character.isLowSurrogate(right)
                || HOLD_LEFT.indexOf(right) >= 0
                || HOLD_RIGHT.indexOf(left) >= 0;
        return !isOne && of(bond, pair(words, at), 0) < WORD;
    }

    private static boolean isFigure(char sign) {
        return sign < 128 && Character.isLetterOrDigit(sign) || FIGURES.indexOf(sign) >= 0;
    }

    private double of(float[] values, int pair, double otherwise) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? otherwise : values[at];
    }
}
