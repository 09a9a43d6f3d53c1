package cn.wenzheng.triage.matter;

import java.time.Duration;
import java.util.Arrays;

/**
 * How sure it is that two petitions are about the same matter: the same issue at the same place, not another estate with
 * the same words and not another issue at the same place.
 *
 * <p>A logistic scale over a dozen measures. Its numbers were fitted on pairs of petitions of which people have said whether
 * they belong together; they say nothing of any single place or matter.
 */
final class Likeness {

    /** From here on it is suggested that both are one matter. */
    static final double SUGGESTED = 0.4;

    /** Strong enough that the same words about another estate are another matter; fitted it would be weaker. */
    private static final double ELSEWHERE = -14;

    private static final double OTHER_ISSUE = -10;

    /** In the order of {@link #measures}. */
    private static final double[] SCALE = {
        -4.76, 4.55, 1.47, 3.15, 5.58, 3.75, -2.75, 4.05, 5.11, -3.46, -1.02, ELSEWHERE, OTHER_ISSUE
    };

    /** Where one of both names no place, that speaks neither for nor against. */
    private static final double UNKNOWN = 0.5;

    private static final double NEXT_TO_NOTHING = 0.05;

    private static final double YEAR = Math.log1p(365);

    private Likeness() {}

    /** From 0 to 1. */
    static double certainty(Portrait one, Portrait other, Commonness commonness) {
        double[] measures = measures(one, other, commonness);
        double sum = 0;
        for (int each = 0; each < measures.length; each++) {
            sum += SCALE[each] * measures[each];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] measures(Portrait one, Portrait other, Commonness commonness) {
        double headlines = one.headline().alike(other.headline());
        double texts = one.text().alike(other.text());
        double mine = one.headline().within(other.whole());
        double its = other.headline().within(one.whole());
        return new double[] {
            1,
            headlines,
            texts,
            Math.sqrt(headlines * texts),
            Math.min(mine, its),
            Math.max(mine, its),
            apart(one, other),
            sharedNames(one.names(), other.names(), commonness),
            one.headline().alike(other.text()) + other.headline().alike(one.text()),
            contradictions(one, other),
            Numbers.agree(one.headlineNumbers(), other.headlineNumbers()) ? 1 : 0,
            elsewhere(one, other) ? 1 : 0,
            otherIssue(one, other) ? 1 : 0
        };
    }

    /** How much of the fewer names is among the other ones. */
    private static double sharedNames(int[] names, int[] others, Commonness commonness) {
        if (names.length == 0 || others.length == 0) {
            return UNKNOWN;
        }
        double both = 0;
        for (int pair : names) {
            if (Arrays.binarySearch(others, pair) >= 0) {
                both += commonness.weight(pair);
            }
        }
        double fewer = Math.min(sum(names, commonness), sum(others, commonness));
        return fewer == 0 ? UNKNOWN : Math.min(1, both / fewer);
    }

    private static double sum(int[] pairs, Commonness commonness) {
        double sum = 0;
        for (int pair : pairs) {
            sum += commonness.weight(pair);
        }
        return sum;
    }

    /** 0 to 2: a number of the one headline against the other petition, and against its headline. */
    private static int contradictions(Portrait one, Portrait other) {
        boolean anywhere = Numbers.contradict(one.headlineNumbers(), other.numbers())
                || Numbers.contradict(other.headlineNumbers(), one.numbers());
        boolean inHeadlines = Numbers.contradict(one.headlineNumbers(), other.headlineNumbers());
        return (anywhere ? 1 : 0) + (inHeadlines ? 1 : 0);
    }

    /** Both headlines name a place, and neither petition mentions the place of the other. */
    private static boolean elsewhere(Portrait one, Portrait other) {
        return one.places().length > 0
                && other.places().length > 0
                && !other.whole().hasAny(one.places())
                && !one.whole().hasAny(other.places());
    }

    /** Both headlines say what is the matter, and neither petition says next to anything of the matter of the other. */
    private static boolean otherIssue(Portrait one, Portrait other) {
        return !one.matter().isEmpty()
                && !other.matter().isEmpty()
                && one.matter().within(other.whole()) < NEXT_TO_NOTHING
                && other.matter().within(one.whole()) < NEXT_TO_NOTHING;
    }

    /** 0 for the same hour, 1 for a year and more. */
    private static double apart(Portrait one, Portrait other) {
        double days = Math.abs(Duration.between(one.at(), other.at()).toHours()) / 24.0;
        return Math.min(1, Math.log1p(days) / YEAR);
    }
}
