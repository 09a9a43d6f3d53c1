/** Brings what a person has typed into a task's form over the counter before the task is done. */
@NullMarked
package cn.wenzheng.process.completed;

import org.jspecify.annotations.NullMarked;
