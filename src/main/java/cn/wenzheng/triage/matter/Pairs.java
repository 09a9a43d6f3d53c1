package cn.wenzheng.triage.matter;

import java.util.Arrays;

/** Every two signs that stand beside each other, as one number: the first sign in its upper half, the second in its lower. */
final class Pairs {

    private Pairs() {}

    /** The pairs of plain words in ascending order, each as often as it stands there; none reaches over a space. */
    static int[] of(String plain) {
        int[] pairs = new int[Math.max(0, plain.length() - 1)];
        int size = 0;
        for (int at = 0; at + 1 < plain.length(); at++) {
            if (plain.charAt(at) != ' ' && plain.charAt(at + 1) != ' ') {
                pairs[size++] = at(plain, at);
            }
        }
        int[] found = Arrays.copyOf(pairs, size);
        Arrays.sort(found);
        return found;
    }

    static int at(String plain, int at) {
        return plain.charAt(at) << 16 | plain.charAt(at + 1);
    }

    static int[] distinct(int[] ascending) {
        int[] distinct = new int[ascending.length];
        int size = 0;
        for (int pair : ascending) {
            if (size == 0 || distinct[size - 1] != pair) {
                distinct[size++] = pair;
            }
        }
        return Arrays.copyOf(distinct, size);
    }
}
