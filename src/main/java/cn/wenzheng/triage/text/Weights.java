package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** How much each sign of a petition says about its matter: the title names it, the model knows its words, trouble tells it. */
final class Weights {

    /** From so many signs on a title is a sentence of its own; a shorter one names a field. */
    private static final int SENTENCE = 8;

    private static final double TROUBLE_WORTH = 2;

    private static final double URGENT_WORTH = 2;

    private static final double COURTESY_WORTH = -4;

    private static final double TITLE_WORTH = 5;

    private final @Nullable String title;
    private final @Nullable String place;
    private final List<String> speaks;
    private final List<String> urgent;

    Weights(Words words, @Nullable String place, List<String> speaks, List<String> urgent) {
        this.title = words.title();
        this.place = place;
        this.speaks = speaks;
        this.urgent = urgent;
    }

    double worth(String clause) {
        double worth = best(clause);
        worth += Gists.COURTESY.matcher(clause).find() ? COURTESY_WORTH : 0;
        worth += place != null && clause.contains(place) ? 2.5 : 0;
        worth += clause.length() < 4 ? -2 : clause.length() > 8 ? 0.5 : 0;
        return worth + ofTitle(clause);
    }

    /** A sentence is the best of all; a field alone says too little. */
    private double ofTitle(String clause) {
        if (title == null || !title.contains(clause)) {
            return 0;
        }
        return clause.length() >= SENTENCE ? TITLE_WORTH : -6;
    }

    private double best(String clause) {
        double worth = Gists.TROUBLE.matcher(clause).find() ? TROUBLE_WORTH : 0;
        for (double sign : told(clause)) {
            worth += sign;
        }
        return worth;
    }

    /** The window of the clause that says most. */
    String cut(String clause, int most) {
        if (clause.length() <= most) {
            return clause;
        }
        double[] signs = signs(clause);
        int best = 0;
        double bestWorth = -1;
        for (int from = 0; from + most <= clause.length(); from++) {
            double worth = 0;
            for (int at = from; at < from + most; at++) {
                worth += signs[at];
            }
            if (worth > bestWorth) {
                best = from;
                bestWorth = worth;
            }
        }
        return clause.substring(best, best + most);
    }

    private double[] signs(String clause) {
        double[] signs = told(clause);
        Matcher trouble = Gists.TROUBLE.matcher(clause);
        while (trouble.find()) {
            spread(signs, trouble.start(), trouble.end(), TROUBLE_WORTH / 2);
        }
        return signs;
    }

    private double[] told(String clause) {
        double[] signs = new double[clause.length()];
        double most = 3;
        for (String word : speaks) {
            give(signs, clause, word, most);
            most *= 0.8;
        }
        urgent.forEach(word -> give(signs, clause, word, URGENT_WORTH));
        pairsOfTitle().forEach(pair -> give(signs, clause, pair, 1));
        return signs;
    }

    private List<String> pairsOfTitle() {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; title != null && title.length() < SENTENCE && at + 2 <= title.length(); at++) {
            pairs.add(title.substring(at, at + 2));
        }
        return pairs;
    }

    private static void give(double[] signs, String clause, String word, double worth) {
        int at = word.isEmpty() ? -1 : clause.indexOf(word);
        if (at >= 0) {
            spread(signs, at, at + word.length(), worth);
        }
    }

    private static void spread(double[] signs, int from, int to, double worth) {
        for (int at = from; at < to; at++) {
            signs[at] += worth / (to - from);
        }
    }
}
