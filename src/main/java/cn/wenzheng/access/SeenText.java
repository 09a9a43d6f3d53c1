package cn.wenzheng.access;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as a reader takes it in: full-width and half-width signs, capitals and small letters are alike, invisible signs
 * are not there; every sign knows its place in the original.
 */
final class SeenText {

    private static final String SEPARATORS = ".·•‧∙⋅・()[]/";

    private final StringBuilder signs = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private SeenText(int capacity) {
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    static SeenText of(String original) {
        SeenText seen = new SeenText(original.length() + 16);
        for (int at = 0; at < original.length(); ) {
            int sign = original.codePointAt(at);
            int end = at + Character.charCount(sign);
            seen.add(sign, at, end);
            at = end;
        }
        return seen;
    }

    private void add(int sign, int start, int end) {
        if (isOnlyItself(sign)) {
            append((char) sign, start, end);
            return;
        }
        if (Character.getType(sign) == Character.FORMAT) {
            return;
        }
        String alike = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT);
        for (int i = 0; i < alike.length(); i++) {
            append(alike.charAt(i), start, end);
        }
    }

    /** Most of a Chinese text: unified ideographs and digits, which nothing else looks like; found without normalizing. */
    private static boolean isOnlyItself(int sign) {
        return sign >= 0x4E00 && sign <= 0x9FFF || sign >= '0' && sign <= '9';
    }

    private void append(char sign, int start, int end) {
        int index = signs.length();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        signs.append(sign);
        starts[index] = start;
        ends[index] = end;
    }

    /** The same text with one space for every separator. */
    SeenText spaced() {
        SeenText spaced = new SeenText(signs.length() + 1);
        for (int i = 0; i < signs.length(); i++) {
            spaced.append(isSeparator(signs.charAt(i)) ? ' ' : signs.charAt(i), starts[i], ends[i]);
        }
        return spaced;
    }

    /** The same text without its separators. */
    SeenText compact() {
        SeenText compact = new SeenText(signs.length() + 1);
        for (int i = 0; i < signs.length(); i++) {
            if (!isSeparator(signs.charAt(i))) {
                compact.append(signs.charAt(i), starts[i], ends[i]);
            }
        }
        return compact;
    }

    private static boolean isSeparator(char sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> SEPARATORS.indexOf(sign) >= 0;
        };
    }

    /** Where the sign with this index begins in the original. */
    int startOf(int index) {
        return starts[index];
    }

    /** Where the sign with this index ends in the original. */
    int endOf(int index) {
        return ends[index];
    }

    @Override
    public String toString() {
        return signs.toString();
    }
}
