package cn.wenzheng.triage.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** The first letters of a Chinese name as people type them (拼音首字母); a sign that is read in two ways has both. */
final class Initials {

    /** Names with many such signs would have very many ways to be typed; nobody types the rarest. */
    private static final int MOST = 8;

    private Initials() {}

    /** Every way to type the name, the usual one first; letters and digits stand for themselves, other signs for nothing. */
    static List<String> of(String name) {
        List<StringBuilder> ways = new ArrayList<>(List.of(new StringBuilder()));
        name.codePoints().forEach(sign -> append(ways, letters(sign)));
        return ways.stream().map(StringBuilder::toString).distinct().toList();
    }

    private static void append(List<StringBuilder> ways, Set<Character> letters) {
        int before = ways.size();
        boolean first = true;
        List<String> begun = ways.stream().map(StringBuilder::toString).toList();
        for (char letter : letters) {
            for (int way = 0; way < before; way++) {
                if (first) {
                    ways.get(way).append(letter);
                } else if (ways.size() < MOST) {
                    ways.add(new StringBuilder(begun.get(way)).append(letter));
                }
            }
            first = false;
        }
    }

    private static Set<Character> letters(int sign) {
        Set<Character> letters = new LinkedHashSet<>();
        if (sign < 128) {
            if (Character.isLetterOrDigit(sign)) {
                letters.add(Character.toString(sign).toLowerCase(Locale.ROOT).charAt(0));
            }
            return letters;
        }
        String[] readings = Character.isBmpCodePoint(sign) ? PinyinHelper.toHanyuPinyinStringArray((char) sign) : null;
        if (readings != null) {
            for (String reading : readings) {
                letters.add(reading.charAt(0));
            }
        }
        return letters;
    }
}
