package cn.wenzheng.access;

import cn.wenzheng.organization.ClosedList;
import java.util.List;

/**
 * Some words of a page, chosen by a room that does not know the reader's language.
 *
 * @param key a message; empty when the only argument is said as it is
 * @param arguments numbers, names, values of closed lists and lengths of time
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that are the same in every language: a petition's gist, a number, a name. */
    public static Phrase verbatim(String words) {
        return new Phrase("", List.of(words));
    }

    public static Phrase word(ClosedList value) {
        return new Phrase("", List.of(value));
    }

    public boolean isVerbatim() {
        return key.isEmpty();
    }
}
