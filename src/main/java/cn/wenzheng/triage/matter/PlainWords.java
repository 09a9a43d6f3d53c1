package cn.wenzheng.triage.matter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters, narrow signs, no links, one space for whatever is neither letter nor digit. */
final class PlainWords {

    /** What stands behind so many signs seldom says what it is about: 20,000 signs cost no more than a letter. */
    private static final int MOST = 3_000;

    /** As long as a title that somebody wrote with care. */
    private static final int HEADLINE = 40;

    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e]*");

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[。！？!?\\n]");

    private PlainWords() {}

    static String of(String words) {
        String beginning = words.length() > MOST ? words.substring(0, MOST) : words;
        String narrow = Normalizer.normalize(LINK.matcher(beginning).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(narrow.length());
        for (int at = 0; at < narrow.length(); at++) {
            char sign = narrow.charAt(at);
            if (Character.isLetterOrDigit(sign)) {
                plain.append(sign);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    /** What stands for a title where there is none: the first sentence, or its beginning. */
    static String firstSentence(String text) {
        String words = text.strip();
        String beginning = words.length() > HEADLINE ? words.substring(0, HEADLINE) : words;
        return END_OF_SENTENCE.split(beginning, 2)[0];
    }
}
