package cn.wenzheng.triage.alone;

import java.time.Instant;

/**
 * The system has stopped to decide by itself; told inside the transaction in which it did.
 *
 * @param petition the last one that a unit has sent back
 */
public record SwitchedOff(String petition, OffWhy why, Instant at) {}
