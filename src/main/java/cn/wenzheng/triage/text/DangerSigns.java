package cn.wenzheng.triage.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which danger to life is told, those that make it present and those that take it back: what is over, what
 * is asked, what is said in a figure. Each kind of them is set into the text as one sign of its own, so that a model
 * learns from few examples what "no" before any fire or "since yesterday" behind any gas means.
 */
final class DangerSigns {

    /** The first of the signs that no script uses. */
    private static final char FIRST_SIGN = '\uE000';

    /** Behind them what all signs together look like. */
    private static final char FIRST_LOOK = '\uE100';

    private static final String TELLS = "+";

    private static final String TAKES_BACK = "-";

    private final List<Sign> signs = read();

    private record Sign(String role, Pattern pattern) {

        static Sign of(String line) {
            return new Sign(line.substring(0, 1), Pattern.compile(line.substring(1)));
        }
    }

    private static List<Sign> read() {
        InputStream file = DangerSigns.class.getClassLoader().getResourceAsStream("triage/danger-signs.txt");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Sign::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The signs alone as the title, so that they weigh as much as all words; in the text each before what it means. */
    Words marked(String text) {
        TreeMap<Integer, String> found = new TreeMap<>();
        BitSet kinds = new BitSet();
        for (int kind = 0; kind < signs.size(); kind++) {
            Matcher matcher = signs.get(kind).pattern().matcher(text);
            while (matcher.find()) {
                kinds.set(kind);
                found.merge(matcher.start(), String.valueOf((char) (FIRST_SIGN + kind)), String::concat);
            }
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (var sign : found.entrySet()) {
            marked.append(text, from, sign.getKey()).append(sign.getValue());
            from = sign.getKey();
        }
        marked.append(text, from, text.length());
        return new Words(String.join("", found.values()) + look(kinds), marked.toString());
    }

    /** How many tell, whether any makes it present, how many take it back; each up to three. */
    private String look(BitSet kinds) {
        int tell = 0;
        int present = 0;
        int back = 0;
        for (int kind = kinds.nextSetBit(0); kind >= 0; kind = kinds.nextSetBit(kind + 1)) {
            String role = signs.get(kind).role();
            tell += role.equals(TELLS) ? 1 : 0;
            back += role.equals(TAKES_BACK) ? 1 : 0;
            present += role.equals(TELLS) || role.equals(TAKES_BACK) ? 0 : 1;
        }
        int look = Math.min(tell, 3) * 16 + Math.min(back, 2) * 4 + Math.min(present, 2);
        int coarse = 64 + Math.min(tell, 2) * 4 + Math.min(back, 1);
        return " " + (char) (FIRST_LOOK + look) + " " + (char) (FIRST_LOOK + coarse);
    }

    /** The words of the text that tell of danger, in their order. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Sign sign : signs) {
            Matcher matcher = sign.pattern().matcher(text);
            if (sign.role().equals(TELLS) && matcher.find()) {
                words.add(matcher.group());
            }
        }
        return words;
    }
}
