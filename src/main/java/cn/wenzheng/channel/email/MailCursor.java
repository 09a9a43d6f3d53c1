package cn.wenzheng.channel.email;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox has been read.
 *
 * @param validity the numbering that the server uses; under another one no number means anything
 * @param uid the last mail that was read
 * @param since when the mailbox was read for the first time, in seconds: what was read by people before is no petition
 */
record MailCursor(long validity, long uid, long since) {

    /** The place under this numbering; from the beginning when the server has begun another one. */
    static MailCursor of(@Nullable String kept, long validity, Instant now) {
        if (kept == null || !kept.matches("\\d{1,18}:\\d{1,18}:\\d{1,18}")) {
            return new MailCursor(validity, 0, now.getEpochSecond());
        }
        String[] parts = kept.split(":");
        long uid = Long.parseLong(parts[0]) == validity ? Long.parseLong(parts[1]) : 0;
        return new MailCursor(validity, uid, Long.parseLong(parts[2]));
    }

    MailCursor to(long read) {
        return new MailCursor(validity, read, since);
    }

    /** True for what came after the first reading, and for everything that nobody has read. */
    boolean takes(@Nullable Instant receivedAt, boolean readByPeople) {
        return !readByPeople || receivedAt != null && receivedAt.getEpochSecond() >= since;
    }

    @Override
    public String toString() {
        return validity + ":" + uid + ":" + since;
    }
}
