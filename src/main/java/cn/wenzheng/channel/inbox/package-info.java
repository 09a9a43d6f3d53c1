/** What comes in: each item once, to the petition it belongs to or to a new one. */
@NullMarked
package cn.wenzheng.channel.inbox;

import org.jspecify.annotations.NullMarked;
