/** Alipay: the mini-program and the older life account in; messages and notices out. */
@NullMarked
package cn.wenzheng.channel.alipay;

import org.jspecify.annotations.NullMarked;
