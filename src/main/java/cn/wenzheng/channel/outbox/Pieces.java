package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Delivery.TextLimit;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that a platform takes; each names the petition and says which it is. */
final class Pieces {

    private static final String ENDS = "。！？；\n";

    private Pieces() {}

    /**
     * The whole, or its pieces; none when it would take more of them than wanted.
     *
     * @param words what is said
     * @param tail what belongs to its end and is never cut, such as the address of a page; may be empty
     * @param most the most pieces
     */
    static List<String> of(String words, String tail, String number, TextLimit limit, int most) {
        String whole = tail.isEmpty() ? words : words + "\n" + tail;
        if (limit.length(whole) <= limit.most()) {
            return List.of(whole);
        }
        for (int count = 2; count <= most; count++) {
            List<String> pieces = cut(words, tail, number, count, limit);
            if (pieces.size() <= count) {
                return marked(pieces, number);
            }
        }
        return List.of();
    }

    private static List<String> cut(String words, String tail, String number, int count, TextLimit limit) {
        List<String> pieces = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty()) {
            String end = tail.isEmpty() ? "" : "\n" + tail;
            if (limit.length(rest + end + mark(number, count, count)) <= limit.most()) {
                pieces.add(rest + end);
                return pieces;
            }
            int at = fitting(rest, mark(number, count, count), limit);
            pieces.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        pieces.add(tail);
        return pieces;
    }

    /** As much as fits, to the end of a sentence when one is near. */
    private static int fitting(String rest, String mark, TextLimit limit) {
        int low = 0;
        int high = rest.codePointCount(0, rest.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            String head = rest.substring(0, rest.offsetByCodePoints(0, middle));
            if (limit.length(head + mark) <= limit.most()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == 0) {
            throw new IllegalStateException("no room for a text on this platform");
        }
        int most = rest.offsetByCodePoints(0, low);
        for (int at = most; at > most * 2 / 3; at--) {
            if (ENDS.indexOf(rest.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return most;
    }

    private static List<String> marked(List<String> pieces, String number) {
        List<String> marked = new ArrayList<>();
        for (int piece = 1; piece <= pieces.size(); piece++) {
            marked.add(pieces.get(piece - 1) + mark(number, piece, pieces.size()));
        }
        return marked;
    }

    private static String mark(String number, int piece, int of) {
        return "（" + number + "，" + piece + "/" + of + "）";
    }
}
