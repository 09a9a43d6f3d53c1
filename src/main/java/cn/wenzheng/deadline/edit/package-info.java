/** Edits of the calendars: what they would move, saved or given up by whoever has seen that, and carried out. */
@NullMarked
package cn.wenzheng.deadline.edit;

import org.jspecify.annotations.NullMarked;
