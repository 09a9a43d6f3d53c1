package cn.wenzheng.triage.text;

import org.jspecify.annotations.Nullable;

/** A clause of a petition and how much each of its signs says about the matter: finds the piece that says most. */
final class Clause {

    /** A shorter piece says nothing. */
    private static final int SHORTEST = 2;

    /** A piece of fewer signs is hardly understood. */
    private static final int SENSE = 4;

    private static final double SHORT_WORTH = -0.5;

    /** What a piece loses that begins or ends within its clause. */
    private static final double CUT_HEAD_WORTH = -0.9;

    private static final double CUT_TAIL_WORTH = -1.5;

    /** What it loses besides when the whole clause would have had room. */
    private static final double NEEDLESS_CUT_WORTH = -0.5;

    /** The part of a piece that must not have been said before. */
    private static final double FRESH = 0.6;

    /** With these signs no piece begins that has something before it. */
    private static final String NO_BEGINNING = "是都就又也还";

    private final String words;
    private final double[] signs;
    private final double worth;
    private final boolean[] cuts;

    /** What a gist can say of it; more worth is better. */
    record Piece(String words, double worth) {}

    /**
     * @param signs how much each sign says
     * @param worth how much the clause says as a whole
     */
    Clause(String words, double[] signs, double worth) {
        this.words = words;
        this.signs = signs;
        this.worth = worth;
        this.cuts = new boolean[words.length() + 1];
        for (int at = 0; at < cuts.length; at++) {
            cuts[at] = Headlines.get().mayCut(words, at);
        }
    }

    /**
     * The piece that says most beside what has been said; null when none says anything new.
     *
     * @param most how many signs it may have
     */
    @Nullable
    Piece best(String said, int most) {
        Sums sums = new Sums(said);
        int bestFrom = 0;
        int bestTo = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < words.length(); from++) {
            for (int to = Math.min(words.length(), from + most); to >= from + SHORTEST && mayBegin(from, most); to--) {
                double piece = sums.between(from, to) + edges(from, to, most);
                if (piece > best && mayEnd(from, to, most) && sums.isFresh(from, to)) {
                    bestFrom = from;
                    bestTo = to;
                    best = piece;
                }
            }
        }
        return bestTo == 0 ? null : new Piece(words.substring(bestFrom, bestTo), best + worth);
    }

    private boolean mayBegin(int from, int most) {
        return from == 0
                || cuts[from]
                        && NO_BEGINNING.indexOf(words.charAt(from)) < 0
                        && (from >= SENSE || words.length() > most);
    }

    /** A rest that says little by itself is said with the others when there is room. */
    private boolean mayEnd(int from, int to, int most) {
        int rest = words.length() - to;
        return rest == 0 || cuts[to] && (rest >= SENSE || words.length() - from > most);
    }

    private double edges(int from, int to, int most) {
        boolean whole = from == 0 && to == words.length();
        return (from > 0 ? CUT_HEAD_WORTH : 0)
                + (to < words.length() ? CUT_TAIL_WORTH : 0)
                + (!whole && words.length() <= most ? NEEDLESS_CUT_WORTH : 0)
                + (to - from < SENSE ? SHORT_WORTH : 0);
    }

    /** The worth of the signs from the first on; what has been said is worth nothing again. */
    private final class Sums {

        private final double[] worths = new double[words.length() + 1];
        private final int[] fresh = new int[words.length() + 1];

        Sums(String said) {
            for (int at = 0; at < words.length(); at++) {
                boolean known = isSaid(said, at) || isSaid(said, at - 1);
                worths[at + 1] = worths[at] + (known ? Math.min(0, signs[at]) : signs[at]);
                fresh[at + 1] = fresh[at] + (known ? 0 : 1);
            }
        }

        private boolean isSaid(String said, int pair) {
            return pair >= 0 && pair + 2 <= words.length() && said.contains(words.substring(pair, pair + 2));
        }

        double between(int from, int to) {
            return worths[to] - worths[from];
        }

        boolean isFresh(int from, int to) {
            return fresh[to] - fresh[from] >= (to - from) * FRESH;
        }
    }
}
