package cn.wenzheng.deadline;

import java.time.Instant;
import java.util.List;

/**
 * Limits whose end is another than before, whatever has moved it: a pause, an extension, another service level, a
 * calendar; told in the transaction that moved them.
 */
public record LimitsMoved(List<MovedLimit> limits, Instant at) {}
