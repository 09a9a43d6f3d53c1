package cn.wenzheng.triage.matter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of places in a text: a street, an estate, a school, a company, a bus line, by the few signs before the word
 * that says what it is. Names that the city's directory does not know are found, too.
 */
final class Names {

    /** By their first sign, so that a text is walked through once whatever the number of kinds. */
    private static final Map<Character, List<String>> KINDS_OF_PLACE = Stream.of(
                    ("小区 花园 公寓 家园 名苑 苑 园 城 府 湾 郡 庭 大道 路 街 巷 公司 集团 学校 小学 中学 大学 幼儿园 医院 酒店 饭店 饭馆 广场"
                                    + " 大厦 公园 村 组 社区 桥 站 号线 区间线 中心 市场 期 栋 号 县 工地 超市 网 案 店 厂 馆 湖 线 校区")
                            .split(" "))
            .collect(Collectors.groupingBy(kind -> kind.charAt(0)));

    /** Those of them that stand behind the name of one place, and not behind what many places have. */
    private static final Map<Character, List<String>> KINDS_OF_NAMED_PLACE = Stream.of(
                    "小区 花园 公寓 家园 名苑 苑 城 府 湾 郡 庭 大道 路 街 巷 学校 小学 中学 大学 幼儿园 医院 广场 大厦 公园 村 社区 桥".split(" "))
            .collect(Collectors.groupingBy(kind -> kind.charAt(0)));

    /** As long as most names are. */
    private static final int LONGEST = 4;

    /** What ends a name on its left: words of grammar and the levels of a city. */
    private static final String BEFORE_A_NAME = " 在的和是了与市区县镇我们于对位";

    private Names() {}

    /** The pairs of signs the names are made of, ascending; of the kind of place only its first sign. */
    static int[] in(String plain) {
        int[] pairs = new int[plain.length()];
        BitSet signs = signs(plain);
        int size = 0;
        for (int at = signs.nextSetBit(0); at >= 0 && at + 1 < plain.length(); at = signs.nextSetBit(at + 1)) {
            pairs[size++] = Pairs.at(plain, at);
        }
        int[] found = Arrays.copyOf(pairs, size);
        Arrays.sort(found);
        return Pairs.distinct(found);
    }

    /** The pairs inside the names of estates, streets, schools and the like, ascending, without the kind of place. */
    static int[] proper(String plain) {
        int[] pairs = new int[plain.length()];
        int size = 0;
        int end = 0;
        int at = 0;
        while (at < plain.length()) {
            int kind = lengthOfKind(plain, at, KINDS_OF_NAMED_PLACE);
            for (int sign = Math.max(end, beginning(plain, at)); kind > 0 && sign + 1 < at; sign++) {
                pairs[size++] = Pairs.at(plain, sign);
            }
            at += Math.max(1, kind);
            end = kind > 0 ? at : end;
        }
        int[] found = Arrays.copyOf(pairs, size);
        Arrays.sort(found);
        return Pairs.distinct(found);
    }

    /** The plain words with a space for each sign of a name or of a kind of place: what is left says what is the matter. */
    static String without(String plain) {
        StringBuilder rest = new StringBuilder(plain);
        int at = 0;
        while (at < plain.length()) {
            int kind = lengthOfKind(plain, at, KINDS_OF_PLACE);
            for (int sign = beginning(plain, at); kind > 0 && sign < at + kind; sign++) {
                rest.setCharAt(sign, ' ');
            }
            at += Math.max(1, kind);
        }
        return rest.toString();
    }

    private static BitSet signs(String plain) {
        BitSet signs = new BitSet(plain.length());
        int at = 0;
        while (at < plain.length()) {
            int kind = lengthOfKind(plain, at, KINDS_OF_PLACE);
            if (kind > 0) {
                signs.set(beginning(plain, at), at);
            }
            at += Math.max(1, kind);
        }
        return signs;
    }

    private static int lengthOfKind(String plain, int at, Map<Character, List<String>> kinds) {
        for (String kind : kinds.getOrDefault(plain.charAt(at), List.of())) {
            if (plain.startsWith(kind, at)) {
                return kind.length();
            }
        }
        return 0;
    }

    private static int beginning(String plain, int kind) {
        int from = kind;
        while (from > 0 && kind - from < LONGEST && BEFORE_A_NAME.indexOf(plain.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }
}
