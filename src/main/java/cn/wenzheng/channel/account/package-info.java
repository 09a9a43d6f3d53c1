/** Who we are on the platforms: accounts of the city and its units, their secrets, their health. */
@NullMarked
package cn.wenzheng.channel.account;

import org.jspecify.annotations.NullMarked;
