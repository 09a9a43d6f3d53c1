package cn.wenzheng.triage.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words by which danger to life is told, those that make it present and those that take it back: what is over, what
 * is asked, what is said in a figure. They help a model that has heard of only one gas to think of another; alone they
 * tell little, and pairs of them tell more about the examples than about danger.
 */
final class DangerSigns {

    private static final String TELLS = "+";

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

    int size() {
        return signs.size();
    }

    /** Which of the signs the text has, ascending. */
    int[] in(String text) {
        return IntStream.range(0, signs.size())
                .filter(kind -> signs.get(kind).pattern().matcher(text).find())
                .toArray();
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
