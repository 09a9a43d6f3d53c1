/** Weibo: private messages, mentions and comments in; private messages and public comments out. */
@NullMarked
package cn.wenzheng.channel.weibo;

import org.jspecify.annotations.NullMarked;
