/** E-mail: mailboxes in, threaded mails out. */
@NullMarked
package cn.wenzheng.channel.email;

import org.jspecify.annotations.NullMarked;
