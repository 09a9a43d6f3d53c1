package cn.wenzheng.triage.matter;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a text by what they number: houses, phases, bus lines, groups of a village, years, districts. They tell
 * one building, bus or year from another where all other words are the same.
 *
 * <p>Each is one number: what is numbered in its upper eight bits, a digest of its number in the lower ones.
 */
final class Numbers {

    private static final List<String> KINDS = List.of(
            "号线", "号楼", "单元", "社区", "路", "线", "期", "组", "栋", "幢", "号", "楼", "年", "区", "县", "村", "街", "弄", "队", "届",
            "级");

    private static final Pattern NUMBERED =
            Pattern.compile("([0-9a-z]{1,6}|[一二三四五六七八九十百]{1,3})(" + String.join("|", KINDS) + ")");

    private static final int KIND = 24;

    private Numbers() {}

    /** Ascending, each once. */
    static int[] in(String plain) {
        int[] numbers = new int[plain.length() / 2];
        int size = 0;
        Matcher numbered = NUMBERED.matcher(plain);
        while (numbered.find()) {
            int digest = numbered.group(1).hashCode() & (1 << KIND) - 1;
            numbers[size++] = KINDS.indexOf(numbered.group(2)) << KIND | digest;
        }
        int[] found = Arrays.copyOf(numbers, size);
        Arrays.sort(found);
        return Pairs.distinct(found);
    }

    /** True when both number something of one kind and no number of that kind is the same. */
    static boolean contradict(int[] some, int[] others) {
        return Arrays.stream(some)
                .anyMatch(number -> isOfAKind(number, others) && !anyShared(number >> KIND, some, others));
    }

    /** True when both give something of one kind the same number. */
    static boolean agree(int[] some, int[] others) {
        return Arrays.stream(some).anyMatch(number -> Arrays.binarySearch(others, number) >= 0);
    }

    private static boolean isOfAKind(int number, int[] others) {
        return Arrays.stream(others).anyMatch(other -> other >> KIND == number >> KIND);
    }

    private static boolean anyShared(int kind, int[] some, int[] others) {
        return Arrays.stream(some)
                .anyMatch(number -> number >> KIND == kind && Arrays.binarySearch(others, number) >= 0);
    }
}
