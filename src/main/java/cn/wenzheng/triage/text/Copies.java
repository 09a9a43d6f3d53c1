package cn.wenzheng.triage.text;

/**
 * Deals texts out such that near copies of each other come to the same place: by the least of all their runs, which two
 * texts share as often as they share their runs.
 */
final class Copies {

    private Copies() {}

    /** The place of a text, from 0 to below {@code places}. */
    static int placeOf(Words words, int places) {
        int[] least = {Integer.MAX_VALUE};
        Grams.Visitor visitor = (number, from, to) -> {
            if (to - from == Grams.LONGEST) {
                least[0] = Math.min(least[0], number * 0x2545F491);
            }
        };
        Grams.walk(Folded.of(words.text()), 0, visitor);
        return Math.floorMod(least[0] >>> 7, places);
    }
}
