/** The duty directory (派单目录): whose a topic is in an area, how it is kept, and what a change of it would route differently. */
@NullMarked
package cn.wenzheng.triage.duty;

import org.jspecify.annotations.NullMarked;
