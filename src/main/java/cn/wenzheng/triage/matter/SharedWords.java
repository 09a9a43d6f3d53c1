package cn.wenzheng.triage.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The words that two petitions share and that say most: why they are taken for one matter. */
final class SharedWords {

    /** As many as are read at a glance. */
    private static final int MOST = 3;

    private static final int LONGEST = 12;

    private record Found(String words, double says) {}

    private SharedWords() {}

    /** The most telling first, in the words of the one; both plain. */
    static List<String> of(String one, String other, Commonness commonness) {
        int[] shared = Pairs.distinct(Pairs.of(other));
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at + 1 < one.length()) {
            int end = at;
            double says = 0;
            while (end + 1 < one.length()
                    && end - at < LONGEST - 1
                    && Arrays.binarySearch(shared, Pairs.at(one, end)) >= 0) {
                says += commonness.weight(Pairs.at(one, end));
                end++;
            }
            if (end > at) {
                found.add(new Found(one.substring(at, end + 1), says));
            }
            at = Math.max(end, at + 1);
        }
        return found.stream()
                .filter(words -> other.contains(words.words()))
                .sorted(Comparator.comparingDouble(Found::says).reversed())
                .map(Found::words)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
