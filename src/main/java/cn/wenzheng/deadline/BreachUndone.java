package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;

/**
 * A limit that was missed or near is so no more, because a calendar was set right; told in the transaction that moved
 * it.
 *
 * @param limit the limit as it now is
 * @param dueBefore when it had run out by the calendar that was wrong
 */
public record BreachUndone(Limit limit, Instant dueBefore, Instant at) {}
