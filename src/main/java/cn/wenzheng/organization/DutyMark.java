package cn.wenzheng.organization;

import java.time.Instant;

/** Who said last what a row of the duty directory says, and when. */
public record DutyMark(String by, Instant at) {}
