/** What the models call: delegates of service tasks and end events, and the beans that expressions ask. */
@NullMarked
package cn.wenzheng.process.task;

import org.jspecify.annotations.NullMarked;
