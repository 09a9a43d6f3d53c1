package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows what people put into a title and what only into the letter below it, and which signs belong to one word: learnt
 * from the titles and texts of the samples.
 */
final class Headlines {

    /** Learnt when it is first asked for. */
    private static final class Once {

        private static final Headlines HEADLINES = new Headlines();
    }

    /** How many times a pair must have been seen to be believed by half. */
    private static final double DOUBT = 2;

    /** Signs that stand together so many times (as a logarithm) more often than by chance are one word. */
    private static final double WORD = Double.parseDouble(System.getProperty("word","2.5"));

    /** Signs that belong to what stands before them. */
    private static final String HOLD_LEFT = "的了着过吗呢吧呀啊们";

    /** Signs that belong to what stands behind them. */
    private static final String HOLD_RIGHT = "不没未把被从在和与跟向给让是很太最更第";

    private final int[] pairs;
    private final float[] worth;
    private final float[] bond;
    private final float[] tell;
    static int DEPTH = Integer.getInteger("depth", 3);
    static double PRIOR = Double.parseDouble(System.getProperty("prior", "3"));

    private static double tell(Seen seen, Map<String, Double> shares, int n) {
        double all = often(seen);
        double tell = 0;
        for (var share : shares.entrySet()) {
            double prior = share.getValue() / n;
            double p = (seen.topics.getOrDefault(share.getKey(), 0) + PRIOR * prior) / (all + PRIOR);
            tell += p * Math.log(p / prior);
        }
        return tell;
    }

    double[] tell(String words) {
        double[] worths = new double[words.length()];
        for (int at = 0; at < worths.length; at++) {
            worths[at] += of(tell, words.charAt(at)) / 2;
            if (at > 0) {
                double pair = of(tell, words.charAt(at - 1) << 16 | words.charAt(at)) / 2;
                worths[at - 1] += pair;
                worths[at] += pair;
            }
        }
        return worths;
    }


    private static final class Seen {

        private final java.util.Map<String, Integer> topics = new java.util.HashMap<>();
        private int titles;
        private int texts;
    }

    private Headlines() {
        Map<Integer, Seen> seen = new HashMap<>();
        int n = 0;
        Map<String, Double> shares = new HashMap<>();
        for (Samples.Sample sample : Samples.all()) {
            if (n++ % 3 == 0 && Boolean.getBoolean("holdout")) continue;
            String title = sample.words().title();
            count(seen, title == null ? "" : title, true, sample.category().substring(0, DEPTH));
            count(seen, sample.words().text(), false, sample.category().substring(0, DEPTH));
            shares.merge(sample.category().substring(0, DEPTH), 1.0, Double::sum);
        }
        pairs = seen.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        worth = new float[pairs.length];
        bond = new float[pairs.length];
        tell = new float[pairs.length];
        double titles = Math.max(1, total(seen, true));
        double texts = total(seen, false);
        for (int at = 0; at < pairs.length; at++) {
            Seen pair = seen.get(pairs[at]);
            double often = pair.titles + pair.texts;
            double ratio = Math.log((pair.titles + 0.5) / titles) - Math.log((pair.texts + 0.5) / texts);
            worth[at] = (float) (ratio * often / (often + DOUBT));
            tell[at] = (float) tell(pair, shares, n);
            bond[at] = bond(seen, pairs[at], titles + texts);
        }
    }

    private static float bond(Map<Integer, Seen> seen, int pair, double all) {
        if (pair >>> 16 == 0) {
            return 0;
        }
        double together = often(seen.get(pair));
        double apart = often(seen.get(pair >>> 16)) * often(seen.get(pair & 0xFFFF));
        return (float) (Math.log(together * all / apart) * together / (together + 1));
    }

    private static double often(Seen seen) {
        return seen.titles + seen.texts;
    }

    private static double total(Map<Integer, Seen> seen, boolean title) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getKey() >>> 16 == 0)
                .mapToInt(entry -> title ? entry.getValue().titles : entry.getValue().texts)
                .sum();
    }

    /** Single signs are pairs with nothing. */
    private static void count(Map<Integer, Seen> seen, String words, boolean title, String topic) {
        for (int at = 0; at < words.length(); at++) {
            count(seen, (int) words.charAt(at), title, topic);
            if (at > 0) {
                count(seen, words.charAt(at - 1) << 16 | words.charAt(at), title, topic);
            }
        }
    }

    private static void count(Map<Integer, Seen> seen, int pair, boolean title, String topic) {
        Seen found = seen.computeIfAbsent(pair, key -> new Seen());
        found.topics.merge(topic, 1, Integer::sum);
        found.titles += title ? 1 : 0;
        found.texts += title ? 0 : 1;
    }

    static Headlines get() {
        return Once.HEADLINES;
    }

    /** How much each sign belongs into a title. */
    double[] worth(String words) {
        double[] worths = new double[words.length()];
        for (int at = 0; at < worths.length; at++) {
            worths[at] += of(worth, words.charAt(at)) / 2;
            if (at > 0) {
                double pair = of(worth, words.charAt(at - 1) << 16 | words.charAt(at)) / 2;
                worths[at - 1] += pair;
                worths[at] += pair;
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
        if (isFigure(right) && isFigure(left) || Character.isLowSurrogate(right)) {
            return false;
        }
        return HOLD_LEFT.indexOf(right) < 0 && HOLD_RIGHT.indexOf(left) < 0 && of(bond, left << 16 | right) < WORD;
    }

    /** Whether a sample has the sign beside the one before it. */
    boolean isSeen(String words, int at) {
        return Arrays.binarySearch(pairs, at == 0 ? words.charAt(at) : words.charAt(at - 1) << 16 | words.charAt(at)) >= 0;
    }

    private static boolean isFigure(char sign) {
        return sign < 128 && Character.isLetterOrDigit(sign) || "一二三四五六七八九十百千万两几".indexOf(sign) >= 0;
    }

    private double of(float[] values, int pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? 0 : values[at];
    }
}
