package cn.wenzheng.petition;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody has typed to find petitions by: words between white space of any width, and what stands in quotation
 * marks in one piece.
 *
 * <p>Chinese has no gaps between words, so the index knows pairs of neighbouring signs ({@code petition_signs} in the
 * database). A word of two signs is one entry, a single sign the beginning of some; a longer word needs all its pairs
 * and a look at the text, as they may stand apart there.
 */
record SearchWords(List<String> words) {

    private static final Pattern WORD =
            Pattern.compile("\"([^\"]*)\"|“([^”]*)”|(\\S+)", Pattern.UNICODE_CHARACTER_CLASS);

    static SearchWords of(String typed) {
        return new SearchWords(WORD.matcher(typed)
                .results()
                .map(SearchWords::word)
                .filter(word -> !word.isBlank())
                .distinct()
                .toList());
    }

    private static String word(MatchResult found) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** True when whatever the index finds has all the words, in the citizen's own text. */
    boolean foundByIndexAlone() {
        return words.stream().allMatch(word -> length(word) <= 2);
    }

    /** The question to the index, as PostgreSQL writes a {@code tsquery}. */
    String asQuery() {
        return words.stream().flatMap(word -> entries(small(word)).stream()).collect(Collectors.joining(" & "));
    }

    private static List<String> entries(String word) {
        int[] signs = word.codePoints().toArray();
        if (signs.length == 1) {
            return List.of(quoted(word) + ":*");
        }
        return IntStream.range(0, signs.length - 1)
                .mapToObj(i -> quoted(new String(signs, i, 2)))
                .distinct()
                .toList();
    }

    private static String quoted(String entry) {
        return "'" + entry.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Latin capitals alone, as the index does. */
    private static String small(String word) {
        StringBuilder small = new StringBuilder(word);
        for (int i = 0; i < small.length(); i++) {
            char sign = small.charAt(i);
            if (sign >= 'A' && sign <= 'Z') {
                small.setCharAt(i, (char) (sign + ('a' - 'A')));
            }
        }
        return small.toString();
    }

    /** {@code LIKE} for a word that knows no capitals, as most Chinese ones: it is several times faster. */
    static String operator(String word) {
        return word.toLowerCase(Locale.ROOT).equals(word.toUpperCase(Locale.ROOT)) ? "LIKE" : "ILIKE";
    }

    /** The word anywhere in a text. */
    static String pattern(String word) {
        return "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
