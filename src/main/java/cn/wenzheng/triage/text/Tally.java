package cn.wenzheng.triage.text;

import java.util.Arrays;

/** Counts in how many texts each run occurs; open addressing, because a million boxed numbers would be 60 MB. */
final class Tally {

    private int[] numbers = new int[1 << 16];
    private int[] counts = new int[1 << 16];
    private int size;

    /** The runs and in how many texts each occurs, by ascending number. */
    record Counted(int[] numbers, int[] counts) {}

    /** @param different the different runs of one text */
    void count(int[] different) {
        for (int number : different) {
            if (size * 2 >= numbers.length) {
                grow();
            }
            add(number, 1);
        }
    }

    private void add(int number, int times) {
        int at = number & numbers.length - 1;
        while (counts[at] != 0 && numbers[at] != number) {
            at = at + 1 & numbers.length - 1;
        }
        size += counts[at] == 0 ? 1 : 0;
        numbers[at] = number;
        counts[at] += times;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = new int[oldNumbers.length * 2];
        counts = new int[oldNumbers.length * 2];
        size = 0;
        for (int at = 0; at < oldNumbers.length; at++) {
            if (oldCounts[at] != 0) {
                add(oldNumbers[at], oldCounts[at]);
            }
        }
    }

    /** In how many texts a run must occur so that all texts together keep no more than {@code most} runs. */
    int fewest(int least, long most) {
        int fewest = least;
        while (kept(fewest) > most) {
            fewest++;
        }
        return fewest;
    }

    private long kept(int fewest) {
        return Arrays.stream(counts)
                .filter(count -> count >= fewest)
                .asLongStream()
                .sum();
    }

    Counted atLeast(int fewest) {
        long[] kept = new long[size];
        int many = 0;
        for (int at = 0; at < numbers.length; at++) {
            if (counts[at] >= fewest) {
                kept[many++] = (long) numbers[at] << 32 | counts[at];
            }
        }
        Arrays.sort(kept, 0, many);
        int[] sorted = new int[many];
        int[] often = new int[many];
        for (int at = 0; at < many; at++) {
            sorted[at] = (int) (kept[at] >> 32);
            often[at] = (int) kept[at];
        }
        return new Counted(sorted, often);
    }
}
