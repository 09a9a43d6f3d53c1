/** WeChat official accounts: encrypted callbacks in; customer-service messages and notices out. */
@NullMarked
package cn.wenzheng.channel.wechat;

import org.jspecify.annotations.NullMarked;
