/** Takes in files of petitions, row by row, and goes on by itself after any interruption. */
@NullMarked
package cn.wenzheng.channel.batch;

import org.jspecify.annotations.NullMarked;
