package cn.wenzheng.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the rows of one kind of table are read, checked against the city and told. */
interface Intake<T> {

    /** What the row wants; null when it is not even known of what it speaks. */
    @Nullable
    T read(RowReader row);

    /** How it is now; null when it is new. */
    @Nullable
    T before(String key);

    String key(T item);

    /** What can be told of it, by column. */
    Map<String, String> facts(T item);

    /**
     * What is wrong with all rows together.
     *
     * @param unreadable the keys of rows that are wrong in themselves
     */
    List<RowProblem> problems(Collection<Wanted<T>> wanted, Set<String> unreadable);

    /**
     * Writes a checked row.
     *
     * @return the password of an account that was made; null for everything else
     */
    @Nullable
    String put(@Nullable T before, T after, Registers registers, Actor actor);

    static String told(@Nullable String value) {
        return value == null ? "" : value;
    }
}
