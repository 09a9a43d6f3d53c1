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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** Behind them each pair of signs. */
    private static final char FIRST_PAIR = '\uE200';

    /** So many signs have room for their pairs among the signs that no script uses. */
    private static final int MOST_SIGNS = 72;

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

    /** The signs and their pairs as the title, so that they weigh as much as all words; in the text each before what it means. */
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
        return new Words(
                String.join("", found.values()) + pairs(kinds.stream().toArray()) + look(kinds), marked.toString());
    }

    /** A knife beside "tomorrow" or a flood beside "compensation" means another thing than each alone. */
    private static String pairs(int[] kinds) {
        StringBuilder pairs = new StringBuilder();
        for (int one = 0; one < kinds.length; one++) {
            pairs.append(' ').append((char) (FIRST_SIGN + kinds[one]));
            for (int other = one + 1; other < kinds.length; other++) {
                pairs.append(' ').append((char) (FIRST_PAIR + kinds[one] * MOST_SIGNS + kinds[other]));
            }
        }
        return pairs.toString();
    }

    /** How many tell, how many take it back, and both together. */
    private String look(BitSet kinds) {
        int tell = count(kinds, TELLS);
        int back = count(kinds, TAKES_BACK);
        int both = Math.min(tell, 7) * 4 + Math.min(back, 3);
        int more = 32 + Math.min(tell, 7);
        int less = 48 + Math.min(back, 3);
        int left = 64 + Math.max(-3, Math.min(tell - back, 9)) + 3;
        return IntStream.of(both, more, less, left)
                .mapToObj(look -> " " + (char) (FIRST_LOOK + look))
                .collect(Collectors.joining());
    }

    private int count(BitSet kinds, String role) {
        return (int) kinds.stream()
                .filter(kind -> signs.get(kind).role().equals(role))
                .count();
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
