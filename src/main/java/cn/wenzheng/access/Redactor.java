package cn.wenzheng.access;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes identifying words out of a citizen's text; source: the domain reference, privacy rules, one copy per recipient.
 *
 * <p>In doubt it takes too much: a long number that is no identity number is a smaller loss than a petitioner who is
 * found out.
 */
public final class Redactor {

    /** The second stands in when the petitioner's name has a sign of the first. */
    private static final List<String> MARKS = List.of("〔已隐去〕", "＊＊＊");

    /** As many digits as a subscriber has: a line is the same with its area code and without. */
    private static final int SUBSCRIBER = 7;

    private Redactor() {}

    /**
     * The text without what the petitioner said about himself and without anything else that identifies a person.
     *
     * @param given the petitioner's name, phone and e-mail as given in their fields; null stands for one not given
     */
    public static @Nullable String redact(@Nullable String text, @Nullable String... given) {
        return text == null ? null : redact(text, line -> true, given);
    }

    /**
     * Words written to one person as another may read them: an office's fixed line stays, one that the person has spoken of
     * himself does not.
     *
     * @param own what he has said, wherever he has said it
     * @param given as in {@link #redact(String, String...)}
     */
    static String redactForOthers(String text, String own, @Nullable String... given) {
        String said = SeenText.of(own).compact().toString();
        return redact(text, line -> said.contains(line.substring(Math.max(0, line.length() - SUBSCRIBER))), given);
    }

    private static String redact(String text, Predicate<String> lines, @Nullable String... given) {
        List<String> words = Arrays.stream(given)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(word -> !word.isBlank())
                .toList();
        BitSet hidden = hidden(text, lines, words);
        return MARKS.stream()
                .map(mark -> replace(text, hidden, mark))
                .filter(redacted -> words.stream().noneMatch(redacted::contains))
                .findFirst()
                .orElse("");
    }

    private static BitSet hidden(String text, Predicate<String> lines, List<String> words) {
        BitSet hidden = new BitSet(text.length());
        SeenText written = SeenText.of(text);
        SeenText compact = written.compact();
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                hidden.set(at, at + word.length());
            }
            mark(compact, SeenText.of(word).compact().toString(), hidden);
        }
        Identifiers.mark(written, lines, hidden);
        return hidden;
    }

    private static void mark(SeenText text, String word, BitSet hidden) {
        if (word.isEmpty()) {
            return;
        }
        String signs = text.toString();
        for (int at = signs.indexOf(word); at >= 0; at = signs.indexOf(word, at + 1)) {
            hidden.set(text.startOf(at), text.endOf(at + word.length() - 1));
        }
    }

    private static String replace(String text, BitSet hidden, String mark) {
        StringBuilder redacted = new StringBuilder(text.length());
        int shown = 0;
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(shown)) {
            redacted.append(text, shown, from).append(mark);
            shown = hidden.nextClearBit(from);
        }
        return redacted.append(text, shown, text.length()).toString();
    }
}
