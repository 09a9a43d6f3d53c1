package cn.wenzheng.triage.matter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a petition is found again by: the dozen pairs of signs that say most of it, those of its headline and of names
 * first, and of these every two as one key.
 *
 * <p>A single pair, a street for example, is shared by thousands of petitions; two that both are among the most telling
 * ones are shared by few, so that a search in millions of rows reads few of them.
 */
final class Signature {

    private static final int TELLING = 12;

    /** The weight of a pair that one petition in two hundred has. */
    private static final double RARE = Math.log(200);

    private static final double IN_HEADLINE = 2;
    private static final double IN_NAME = 1.5;

    private static final int SPREAD = 0x9E3779B9;

    private Signature() {}

    /** All keys it can be found by, ascending, each once; none when there are no two pairs of signs. */
    static int[] of(Portrait portrait) {
        return keys(telling(portrait), (one, other) -> true);
    }

    /** The keys that others are looked for by: those of which one pair is rare; all of them when none is. */
    static int[] asked(Portrait portrait, Commonness commonness) {
        int[] telling = telling(portrait);
        int[] asked = keys(telling, (one, other) -> Math.max(commonness.weight(one), commonness.weight(other)) >= RARE);
        return asked.length > 0 ? asked : keys(telling, (one, other) -> true);
    }

    private interface Wanted {
        boolean key(int one, int other);
    }

    private static int[] keys(int[] telling, Wanted wanted) {
        int[] keys = new int[telling.length * (telling.length - 1) / 2];
        int size = 0;
        for (int one = 0; one < telling.length; one++) {
            for (int other = one + 1; other < telling.length; other++) {
                if (wanted.key(telling[one], telling[other])) {
                    keys[size++] = key(telling[one], telling[other]);
                }
            }
        }
        int[] found = Arrays.copyOf(keys, size);
        Arrays.sort(found);
        return Pairs.distinct(found);
    }

    private static int key(int smaller, int greater) {
        int key = (smaller * SPREAD ^ greater) * SPREAD;
        return key ^ key >>> 15;
    }

    private static int[] telling(Portrait portrait) {
        int[] pairs = portrait.whole().pairs();
        double[] says = new double[pairs.length];
        for (int each = 0; each < pairs.length; each++) {
            says[each] = portrait.whole().weights()[each]
                    * (has(portrait.headline().pairs(), pairs[each]) ? IN_HEADLINE : 1)
                    * (has(portrait.names(), pairs[each]) ? IN_NAME : 1);
        }
        return IntStream.range(0, pairs.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer each) -> -says[each]))
                .limit(TELLING)
                .mapToInt(each -> pairs[each])
                .sorted()
                .toArray();
    }

    private static boolean has(int[] ascending, int pair) {
        return Arrays.binarySearch(ascending, pair) >= 0;
    }
}
