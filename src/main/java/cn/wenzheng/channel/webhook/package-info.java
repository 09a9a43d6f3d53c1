/** Other systems: signed petitions in, signed events about petitions out. */
@NullMarked
package cn.wenzheng.channel.webhook;

import org.jspecify.annotations.NullMarked;
