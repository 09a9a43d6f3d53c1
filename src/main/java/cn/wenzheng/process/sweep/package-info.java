/** Compares every minute what limits say with what the engine's timers and tasks say, and puts the latter right. */
@NullMarked
package cn.wenzheng.process.sweep;

import org.jspecify.annotations.NullMarked;
