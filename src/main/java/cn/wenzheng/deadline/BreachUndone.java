package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;

/**
 * A limit that was missed is so no more, or one that was near, because a calendar was set right or more time was given
 * after its end; told in the transaction that moved it.
 *
 * @param limit the limit as it now is
 * @param dueBefore when it had run out until now
 */
public record BreachUndone(Limit limit, Instant dueBefore, Instant at) {}
