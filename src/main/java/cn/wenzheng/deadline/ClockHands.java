package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import java.util.Collection;

/**
 * What shows the clocks outside this room, timers and tasks; kept by room {@code process}.
 *
 * <p>Both ways set it to the limits' instants in the caller's transaction. What has no timer and no task is passed over.
 */
public interface ClockHands {

    /** For the few limits of one petition; also inside a step of the process. */
    void moved(Collection<Limit> limits);

    /** For thousands of limits in a few statements; never inside a step of the process. */
    void movedInBulk(Collection<Limit> limits);
}
