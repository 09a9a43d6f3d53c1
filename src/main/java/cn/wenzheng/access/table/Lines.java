package cn.wenzheng.access.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The physical lines of a text, whatever ends them; a line too long to be meant is cut, so that memory stays bounded. */
final class Lines {

    /** The most characters kept of a line; ten times the longest text of a petition and its neighbours. */
    static final int LONGEST = 1_000_000;

    private static final int END = -1;
    private static final int NONE = -2;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * @param number counted from 1
     * @param cut true when the line was longer than {@link #LONGEST} and its rest is gone
     */
    record Line(int number, String text, boolean cut) {}

    private final BufferedReader reader;
    private int number;
    private int peeked = NONE;

    Lines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** The next line without its end; null after the last. */
    @Nullable
    Line next() {
        int character = read();
        if (number == 0 && character == BYTE_ORDER_MARK) {
            character = read();
        }
        if (character == END) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        for (; character != '\n' && character != '\r' && character != END; character = read()) {
            cut = text.length() == LONGEST;
            if (!cut) {
                text.append((char) character);
            }
        }
        if (character == '\r') {
            skipLineFeed();
        }
        number++;
        return new Line(number, text.toString(), cut);
    }

    private void skipLineFeed() {
        int character = read();
        if (character != '\n') {
            peeked = character;
        }
    }

    private int read() {
        if (peeked != NONE) {
            int character = peeked;
            peeked = NONE;
            return character;
        }
        try {
            return reader.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
