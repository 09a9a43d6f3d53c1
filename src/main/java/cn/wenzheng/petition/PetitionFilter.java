package cn.wenzheng.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of petitions is narrowed to; null narrows nothing.
 *
 * @param unit a unit that has or had a part in the petition
 * @param category a topic of any level; its branch is meant
 * @param overdue true for petitions with a running limit that is over, false for all others
 * @param from the earliest {@code receivedAt}, included
 * @param to the latest {@code receivedAt}, excluded
 * @param q words of the number, title, text or address
 */
public record PetitionFilter(
        @Nullable PetitionStatus status,
        @Nullable String unit,
        @Nullable String category,
        @Nullable Channel channel,
        @Nullable Boolean overdue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q) {

    /** Everything the caller may see. */
    public static final PetitionFilter ALL = new PetitionFilter(null, null, null, null, null, null, null, null);
}
