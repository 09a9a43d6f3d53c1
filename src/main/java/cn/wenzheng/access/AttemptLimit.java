package cn.wenzheng.access;

import java.time.Clock;
import java.time.Duration;

/** Counts failures per key and closes the door for a while after too many. */
public final class AttemptLimit {

    /**
     * @param most failures that are let through
     * @param pause how long the door stays closed after the last of them
     */
    public AttemptLimit(int most, Duration pause, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** True while the door is closed for this key. */
    public boolean isOver(String key) {
        throw new UnsupportedOperationException();
    }

    public void failed(String key) {
        throw new UnsupportedOperationException();
    }
}
