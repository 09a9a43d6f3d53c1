package cn.wenzheng.triage.text;

import java.util.Arrays;

/**
 * The runs of one to three signs in a text. Chinese has no spaces, and whoever cuts it into words by a dictionary cuts
 * the names of places and schemes wrongly. A run is known by a number of 31 bits, the first of which keeps the runs of
 * one space together; among a million runs some hundreds share theirs, which no measurement shows.
 *
 * @param numbers the different runs, ascending
 * @param counts how often each occurs
 */
record Grams(int[] numbers, int[] counts) {

    static final int LONGEST = 3;

    /** Receives each run and where it stands in the folded text. */
    interface Visitor {

        void run(int number, int from, int to);
    }

    /** @param space 0 or 1: keeps the runs of a title apart from those of a text */
    static Grams of(Folded folded, int space) {
        int[] all = new int[folded.length() * LONGEST];
        int[] size = new int[1];
        walk(folded, space, (number, from, to) -> all[size[0]++] = number);
        Arrays.sort(all, 0, size[0]);
        int different = 0;
        int[] counts = new int[size[0]];
        for (int at = 0; at < size[0]; at++) {
            if (different == 0 || all[different - 1] != all[at]) {
                all[different++] = all[at];
            }
            counts[different - 1]++;
        }
        return new Grams(Arrays.copyOf(all, different), Arrays.copyOf(counts, different));
    }

    static void walk(Folded folded, int space, Visitor visitor) {
        for (int from = 0; from < folded.length(); from++) {
            int number = 0x85EBCA6B;
            int end = Math.min(folded.length(), from + LONGEST);
            for (int to = from + 1; to <= end; to++) {
                number = (number ^ folded.signs()[to - 1]) * 0x01000193;
                int mixed = mixed(number + (to - from) * 0x7FEB352D);
                visitor.run(space << 30 | mixed >>> 2, from, to);
            }
        }
    }

    private static int mixed(int number) {
        int mixed = (number ^ number >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
