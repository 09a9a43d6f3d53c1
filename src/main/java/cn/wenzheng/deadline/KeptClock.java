package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;

/** A clock as it is kept: what stands in lists and timers, and the state it is derived from. */
record KeptClock(Limit limit, ClockState state) {

    /** The same clock in another state, counted anew. */
    KeptClock in(ClockState next, WorkingTime work, LadderPoints points) {
        ClockState.Projection then = next.project(work, points);
        Limit moved = new Limit(
                limit.petition(),
                limit.stage(),
                limit.unit(),
                limit.round(),
                limit.startedAt(),
                then.urgeAt(),
                then.remindAt(),
                then.dueAt(),
                then.provisional(),
                limit.endedAt());
        return new KeptClock(moved, next);
    }
}
