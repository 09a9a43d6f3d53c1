package cn.wenzheng.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A block of the start page, as it was read.
 *
 * @param total how many there are in all and where they are listed; null for a block that shows everything it has
 * @param figures what of it belongs into the first line of the page
 * @param next what to do first; null when it asks for nothing
 */
public record StartBlock(
        List<Item> items,
        @Nullable Total total,
        List<Figure> figures,
        @Nullable Item next) {

    /** A count and the address of exactly the list it counts. */
    public record Total(long count, String address) {}

    /**
     * A count of the first line; its sentence is {@code page.start.figure.<key>}.
     *
     * @param address the list it counts
     */
    public record Figure(String key, long count, String address, Tone tone) {}

    /** What a figure means for the reader. */
    public enum Tone {
        OPEN,
        NEAR,
        LATE;

        /** The state of the screens' colours. */
        public String state() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line.
     *
     * @param count how many stand behind the line; null when it is a single thing
     * @param facts what else is to be known, in grey
     * @param due until when it has to be done; null when there is no limit
     * @param at when it happened; null when that does not matter
     */
    public record Item(
            Phrase title,
            String address,
            @Nullable Long count,
            List<Phrase> facts,
            @Nullable Instant due,
            @Nullable Instant at) {

        /** Something to be done. */
        public static Item due(Phrase title, String address, @Nullable Instant due, Phrase... facts) {
            return new Item(title, address, null, List.of(facts), due, null);
        }

        /** Something that has happened. */
        public static Item at(Phrase title, String address, Instant at, Phrase... facts) {
            return new Item(title, address, null, List.of(facts), null, at);
        }

        /** A figure with the list it counts. */
        public static Item count(Phrase title, String address, long count, Phrase... facts) {
            return new Item(title, address, count, List.of(facts), null, null);
        }
    }

    /** A list whose first line is the next thing to do. */
    public static StartBlock work(List<Item> items, Total total, Figure... figures) {
        return new StartBlock(items, total, List.of(figures), items.isEmpty() ? null : items.get(0));
    }

    /** A list to know about. */
    public static StartBlock news(List<Item> items, Total total, Figure... figures) {
        return new StartBlock(items, total, List.of(figures), null);
    }

    /** Figures, each with a list of its own. */
    public static StartBlock figures(List<Item> items) {
        return new StartBlock(items, null, List.of(), null);
    }
}
