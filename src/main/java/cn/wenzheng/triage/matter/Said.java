package cn.wenzheng.triage.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen said, as far as two of it can be compared.
 *
 * @param title null where the channel knows none
 * @param address where he says it is; null when he does not say
 * @param at when it came in
 */
record Said(@Nullable String title, String text, @Nullable String address, Instant at) {

    /** So many signs in a row nobody says twice by chance. */
    private static final int LONG = 60;

    private static final Duration SOON = Duration.ofDays(3);

    /** True when both say the same word for word, whatever signs stand between the words. */
    boolean repeats(Said other) {
        return plain(text).equals(plain(other.text))
                && plain(title).equals(plain(other.title))
                && plain(address).equals(plain(other.address));
    }

    /**
     * True when the repeated words are nobody's chance: long ones are not, and shorter ones are not within a few days.
     * Later, short words are said again of something new.
     *
     * @param signs from how many on, within these days
     */
    boolean isMeantAgain(Said earlier, int signs) {
        boolean soon = !at.isAfter(earlier.at.plus(SOON));
        return length() >= (soon ? Math.min(signs, LONG) : LONG);
    }

    /** How long the words are, without what stands between them. */
    int length() {
        return plain(text).length();
    }

    private static String plain(@Nullable String words) {
        return PlainWords.of(Objects.requireNonNullElse(words, "")).replace(" ", "");
    }
}
