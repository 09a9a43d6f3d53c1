package cn.wenzheng.triage.text;

import java.util.Arrays;

/**
 * A text as it is compared: small letters, narrow signs, one space for many, every number the same. What lies deep
 * inside a very long text is left out, so that 20,000 signs cost no more than a letter.
 *
 * @param origins where each sign stood in the citizen's text
 */
record Folded(String original, char[] signs, int[] origins) {

    /** What stands behind so many signs repeats what stood before; the end often says what is asked for. */
    private static final int BEGINNING = 1200;

    private static final int END = 300;

    static Folded of(String words) {
        String text = words.strip();
        int length = text.length();
        boolean whole = length <= BEGINNING + END;
        char[] signs = new char[Math.min(length, BEGINNING + END)];
        int[] origins = new int[signs.length];
        int size = 0;
        for (int at = 0; at < length; at = !whole && at + 1 == BEGINNING ? length - END : at + 1) {
            char sign = plain(text.charAt(at));
            boolean repeats = size > 0 && sign == signs[size - 1] && (sign == ' ' || sign == '0');
            if (!repeats) {
                signs[size] = sign;
                origins[size++] = at;
            }
        }
        return new Folded(text, Arrays.copyOf(signs, size), Arrays.copyOf(origins, size));
    }

    private static char plain(char sign) {
        char narrow = sign > 0xFF00 && sign < 0xFF5F ? (char) (sign - 0xFEE0) : sign;
        if (Character.isWhitespace(narrow) || narrow == '\u3000') {
            return ' ';
        }
        return Character.isDigit(narrow) ? '0' : Character.toLowerCase(narrow);
    }

    int length() {
        return signs.length;
    }

    /** The citizen's own signs from one place of the folded text up to another. */
    String words(int from, int to) {
        return original.substring(origins[from], origins[to - 1] + 1);
    }
}
