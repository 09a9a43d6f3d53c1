/** What goes out: each message once, in order, with every try on record. */
@NullMarked
package cn.wenzheng.channel.outbox;

import org.jspecify.annotations.NullMarked;
