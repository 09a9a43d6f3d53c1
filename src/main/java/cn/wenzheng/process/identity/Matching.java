package cn.wenzheng.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.jspecify.annotations.Nullable;

/** How the engine's queries narrow a list down: a criterion that is not given matches everything. */
final class Matching {

    private Matching() {}

    static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    static boolean in(String @Nullable [] wanted, String value) {
        return wanted == null || Arrays.asList(wanted).contains(value);
    }

    /** SQL's LIKE, which is what the webapps' search fields send. */
    static boolean like(@Nullable String wanted, @Nullable String value) {
        if (wanted == null) {
            return true;
        }
        String pattern = Stream.of(wanted.split("%", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        return value != null && value.matches("(?is)" + pattern);
    }

    /** The page that a query of the engine was asked for; it keeps it to itself and passes none on. */
    static <T> List<T> cut(Stream<T> all, ListQueryParameterObject query) {
        return all.skip(query.getFirstResult()).limit(query.getMaxResults()).toList();
    }
}
