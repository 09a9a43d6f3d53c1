package cn.wenzheng.deadline;

import java.time.Instant;

/** Every limit has been counted by the calendars as they are; told in the transaction that ends an edit. */
public record CalendarsCounted(Instant at) {}
