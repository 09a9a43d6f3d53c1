package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit of the calendars and how far it has come.
 *
 * @param baseVersion the calendars it was looked at beside
 * @param version the calendars that hold since it is saved; null as long as it is not
 * @param total the limits to look at, or to count anew
 * @param done how many of them that has happened to
 * @param undone the limits that are missed no more
 * @param seen where the preview goes on; null at its beginning
 */
record KeptEdit(
        UUID id,
        CalendarEdit edit,
        String madeBy,
        Instant madeAt,
        EditState state,
        long baseVersion,
        @Nullable Long version,
        int total,
        int done,
        int later,
        int earlier,
        int undone,
        @Nullable LimitKey seen,
        @Nullable Instant endedAt) {

    /** True when this node has not heard of its calendars yet. */
    boolean isNewerThan(long known) {
        return version != null && version > known;
    }

    /** Limits may have been added meanwhile. */
    public int shown() {
        return Math.min(done, total);
    }
}
