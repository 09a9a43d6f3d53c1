package cn.wenzheng.access.table;

import cn.wenzheng.access.table.Lines.Line;
import cn.wenzheng.organization.Refusal;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV text into records such that a wrong quote costs one line and not the rest of the file.
 *
 * <p>A quoted cell may go over several lines. Where its quote never ends, or ends in the middle of a cell, only the line
 * on which the record began is broken and the next line is a beginning again. Quotes are held to RFC 4180 strictly: that
 * makes every line be looked at twice at most, whatever is in the file.
 */
final class CsvRecords {

    /**
     * @param line the line on which the record begins
     * @param text the record with its line ends; meaningless when it is broken
     * @param broken why it cannot be read; null when it can
     */
    record Piece(int line, String text, @Nullable Refusal broken) {}

    private enum Quotes {
        CLOSED,
        OPEN,
        BROKEN
    }

    private final Lines lines;
    private final Deque<Line> givenBack = new ArrayDeque<>();

    CsvRecords(Reader reader) {
        this.lines = new Lines(reader);
    }

    /** The next record; null after the last. */
    @Nullable
    Piece next() {
        Line first = take();
        return first == null ? null : from(first);
    }

    private Piece from(Line first) {
        if (first.cut()) {
            return broken(first, "row-too-long", Lines.LONGEST);
        }
        StringBuilder text = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        Quotes quotes = quotesAfter(first.text(), false);
        while (quotes == Quotes.OPEN) {
            Line line = text.length() > Lines.LONGEST ? null : take();
            if (line != null) {
                more.add(line);
                text.append('\n').append(line.text());
            }
            quotes = line == null || line.cut() ? Quotes.BROKEN : quotesAfter(line.text(), true);
        }
        if (quotes == Quotes.BROKEN) {
            giveBack(more);
            return broken(first, "row-quotes-broken");
        }
        return new Piece(first.number(), text.toString(), null);
    }

    private static Piece broken(Line first, String slug, Object... arguments) {
        return new Piece(first.number(), "", Refusal.invalid("file", slug, arguments));
    }

    /** How a line leaves the quotes that it found open or not. */
    private static Quotes quotesAfter(String line, boolean open) {
        boolean inside = open;
        boolean atCellStart = !open;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (inside) {
                boolean doubled = character == '"' && line.startsWith("\"\"", at);
                at += doubled ? 1 : 0;
                inside = character != '"' || doubled;
                if (!inside && at + 1 < line.length() && line.charAt(at + 1) != ',') {
                    return Quotes.BROKEN;
                }
            } else if (character == '"' && !atCellStart) {
                return Quotes.BROKEN;
            } else {
                inside = character == '"';
                atCellStart = character == ',';
            }
        }
        return inside ? Quotes.OPEN : Quotes.CLOSED;
    }

    private @Nullable Line take() {
        return givenBack.isEmpty() ? lines.next() : givenBack.pop();
    }

    private void giveBack(List<Line> more) {
        for (int at = more.size() - 1; at >= 0; at--) {
            givenBack.push(more.get(at));
        }
    }
}
