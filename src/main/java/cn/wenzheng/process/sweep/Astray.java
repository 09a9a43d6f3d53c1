package cn.wenzheng.process.sweep;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit and what the engine has made of it, where the two differ.
 *
 * @param place the task or the timer in the model that is wrong
 * @param wanted what the limit says
 * @param found what the engine says; null when it says nothing
 * @param id the engine's own id of what is to be put right: the task, the timer, or the execution that lacks it
 */
record Astray(
        What what,
        String petition,
        String stage,
        String unit,
        int round,
        String place,
        Instant wanted,
        @Nullable Instant found,
        @Nullable String id) {

    enum What {
        /** A task shows another due date. */
        TASK_DATE,
        /** A timer wakes up at another time. */
        TIMER_DATE,
        /** The task waits and has not got its timer, which has never woken up. */
        TIMER_LOST,
        /** Nobody has a task for the limit. */
        TASK_LOST
    }

    /** The engine's id of what is there to be put right. */
    String engineId() {
        return Objects.requireNonNull(id);
    }
}
