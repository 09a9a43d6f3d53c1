package cn.wenzheng.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms that run beside the limits and are counted by the same calendars. Who keeps them says what other calendars
 * would make of them and has them follow.
 */
public interface TermsBeside {

    /**
     * Some terms.
     *
     * @param moved those of them that other calendars move
     * @param seen how many there were
     * @param last the number of the last slip among them; null when there was none
     */
    record Some(List<MovedTerm> moved, int seen, @Nullable String last) {}

    /**
     * What other calendars would make of the next terms; nothing is changed.
     *
     * @param after the number of the slip before them; null to begin
     */
    Some look(@Nullable String after, int size, Instant at, Calendars others);

    /** Counts all of them by the calendars as they are, in the caller's transaction, and tells which have moved. */
    List<MovedTerm> countAnew(Instant at);
}
