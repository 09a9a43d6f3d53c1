package cn.wenzheng.channel.weibo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of mention has been read.
 *
 * <p>Weibo tells the newest first. So a reading goes down from {@code top} page by page, and only when it has met what was
 * known does {@code newest} move up: whatever interrupts it, nothing between the two is forgotten.
 *
 * @param newest the highest id below which nothing is missing; 0 when nothing was read yet
 * @param newestAt when that item was written, in seconds
 * @param top the highest id of the reading that is under way; 0 when none is
 * @param topAt when that item was written
 * @param next the id at which the reading goes on; 0 when none is under way
 * @param floor how far back in time this reading takes what is not new; 0 when it takes only what is new
 * @param overlapAt when the last hour is to be read again
 */
record PollCursor(long newest, long newestAt, long top, long topAt, long next, long floor, long overlapAt) {

    private static final PollCursor NEW = new PollCursor(0, 0, 0, 0, 0, 0, 0);

    /** What cannot be read is begun anew: the inbox knows what it has. */
    static PollCursor read(@Nullable String cursor) {
        if (cursor == null || !cursor.matches("(\\d{1,18}:){6}\\d{1,18}")) {
            return NEW;
        }
        String[] parts = cursor.split(":");
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return new PollCursor(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    /** Goes on where it stands, or begins a reading; from time to time that one goes back a little. */
    PollCursor begin(Instant now, WeiboSettings.Poll settings) {
        if (next != 0) {
            return this;
        }
        long overlapAgain = now.plus(settings.overlapEvery()).getEpochSecond();
        if (newest == 0) {
            return reading(now.minus(settings.first()).getEpochSecond(), overlapAgain);
        }
        return now.getEpochSecond() < overlapAt
                ? reading(0, overlapAt)
                : reading(Math.max(1, newestAt - settings.overlap().getSeconds()), overlapAgain);
    }

    private PollCursor reading(long floor, long overlapAt) {
        return new PollCursor(newest, newestAt, 0, 0, 0, floor, overlapAt);
    }

    /** True when an item was there at the last reading, and this one does not go so far back. */
    boolean isKnown(long id, @Nullable Instant at) {
        boolean notNew = newest == 0 || id <= newest;
        return notNew && (floor == 0 || at != null && at.getEpochSecond() < floor);
    }

    /** An item of the present page has been seen. */
    PollCursor seen(long id, @Nullable Instant at) {
        if (id <= top || id == Long.MAX_VALUE) {
            return this;
        }
        return new PollCursor(newest, newestAt, id, at == null ? topAt : at.getEpochSecond(), next, floor, overlapAt);
    }

    /** The next page begins at this id. */
    PollCursor goOnAt(long lowest) {
        return new PollCursor(newest, newestAt, top, topAt, lowest, floor, overlapAt);
    }

    /** The reading has met what was known, or the end. */
    PollCursor done() {
        boolean higher = top > newest;
        return new PollCursor(higher ? top : newest, higher ? topAt : newestAt, 0, 0, 0, 0, overlapAt);
    }

    String written() {
        return String.join(
                ":",
                Long.toString(newest),
                Long.toString(newestAt),
                Long.toString(top),
                Long.toString(topAt),
                Long.toString(next),
                Long.toString(floor),
                Long.toString(overlapAt));
    }
}
