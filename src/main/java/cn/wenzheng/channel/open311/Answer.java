package cn.wenzheng.channel.open311;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told, the same in both formats: a list, or one object.
 *
 * @param root the name of the whole; JSON does not show it
 * @param content {@link Items}, or a map from element to value; a value is a text, a number, a yes or no, null, a map or {@link Items}
 */
record Answer(String root, Object content) {

    /** A list; in XML a wrapper with one element for each, in JSON an array. */
    record Items(String each, List<? extends @Nullable Object> values) {}

    static Answer list(String root, String each, List<? extends Map<String, @Nullable Object>> values) {
        return new Answer(root, new Items(each, values));
    }
}
