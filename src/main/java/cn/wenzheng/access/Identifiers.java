package cn.wenzheng.access;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what names a person without being a name: phones, identity numbers, number plates, e-mail and chat addresses.
 *
 * <p>Every repetition is bounded, so the time grows with the length of the text and no further. Where a pattern looks
 * ahead, windows that overlap are all found: nothing that could be read as a phone stays.
 */
final class Identifiers {

    private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新使领";

    /** Read without separators: 139-1234-5678, 宁A·12345 and 640104 19900101 123X are written in many ways. */
    private static final List<Pattern> COMPACT = List.of(
            Pattern.compile("(?=((?:\\+?(?:00)?86)?1[3-9]\\d{9}))"),
            Pattern.compile("(?=([1-9]\\d{5}(?:18|19|20)\\d{2}" + DAY + "\\d{3}[\\dX]))"),
            Pattern.compile("(?=([1-9]\\d{7}" + DAY + "\\d{3}))"),
            Pattern.compile("(?=([" + PROVINCES + "][A-Z](?=[A-Z]{0,2}\\d)(?:[A-Z\\d]{5,6}|[A-Z\\d]{4}[学警港澳挂])))"));

    /** Read with a space for every separator: here the groups of digits matter. */
    private static final List<Pattern> SPACED =
            List.of(Pattern.compile("((?<!\\d)\\d{4}(?: {1,2}\\d{4}){3,4}(?: {1,2}\\d{1,3})?(?!\\d))"));

    /** Fixed lines, which offices have, too; read as {@link #SPACED}. */
    private static final List<Pattern> LINES = List.of(
            Pattern.compile("((?:(?<!\\d)0|\\+?86 {0,3})(?:10|2\\d|[3-9]\\d{2}) {0,3}[2-9](?: {0,2}\\d){6,7})"),
            Pattern.compile("(?:电话|座机|手机|号码|联系|致电|TEL|PHONE)[^\\d]{0,8}+((?:\\d {0,2}){6,7}\\d)(?!\\d)"));

    /** Read as written. */
    private static final List<Pattern> WRITTEN = List.of(
            Pattern.compile("(\\d{14,}+X?|\\d{14}X)"),
            Pattern.compile("((?<![A-Z\\d._%+-])[A-Z\\d._%+-]{1,64} ?@ ?[A-Z\\d][A-Z\\d.-]{0,250})"),
            Pattern.compile("(?:微信|V信|VX|WX|WECHAT|QQ|扣扣)(?:号码|号|ID|同号|[ :：是为]){0,4}+([A-Z\\d_-]{5,20})"));

    private Identifiers() {}

    /**
     * Marks the places in the original that must not be shown.
     *
     * @param lines true for the digits of a fixed line that must not be shown either
     */
    static void mark(SeenText written, Predicate<String> lines, BitSet hidden) {
        mark(WRITTEN, written, any -> true, hidden);
        mark(SPACED, written.spaced(), any -> true, hidden);
        mark(LINES, written.spaced(), line -> lines.test(line.replace(" ", "")), hidden);
        mark(COMPACT, written.compact(), any -> true, hidden);
    }

    private static void mark(List<Pattern> patterns, SeenText text, Predicate<String> which, BitSet hidden) {
        String signs = text.toString();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(signs);
            while (matcher.find()) {
                if (which.test(matcher.group(1))) {
                    hidden.set(text.startOf(matcher.start(1)), text.endOf(matcher.end(1) - 1));
                }
            }
        }
    }
}
