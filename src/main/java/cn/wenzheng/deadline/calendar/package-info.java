/** The working calendars as their keepers see them: layers, hours, days, yearly plans, and who works by which. */
@NullMarked
package cn.wenzheng.deadline.calendar;

import org.jspecify.annotations.NullMarked;
