package cn.wenzheng.access;

import cn.wenzheng.organization.Actor;
import java.util.List;
import java.util.function.Function;

/**
 * What a room has to show a person at the start of his day; kept by the rooms with work for somebody.
 *
 * <p>The page takes the most important blocks that its budget of statements allows, and reads only those.
 */
public interface StartBlocks {

    /** The blocks and lists this person's roles ask for; named here, read later. */
    List<Offer> of(Actor actor);

    /**
     * A block that can be read.
     *
     * @param key names it: its heading is {@code page.start.<key>}, what it says when empty {@code
     *     page.start.<key>.none}, and its whole list stands at {@code /work/<key>}
     * @param rank the smaller, the higher on the page
     * @param statements SQL statements that reading it costs
     */
    record Offer(String key, int rank, int statements, Function<Window, StartBlock> reading) {

        /** A list that a figure leads to and that is no block of its own. */
        public static Offer list(String key, Function<Window, StartBlock> reading) {
            return new Offer(key, Integer.MAX_VALUE, 1, reading);
        }

        public boolean isBlock() {
            return rank < Integer.MAX_VALUE;
        }

        public StartBlock read(Window window) {
            return reading.apply(window);
        }
    }

    /** Where a list stands that has no page of its own. */
    static String listOf(String key) {
        return "/work/" + key;
    }
}
