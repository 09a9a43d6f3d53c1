/** Prepared answers: how they are kept, found and offered to whoever answers a citizen. */
@NullMarked
package cn.wenzheng.triage.answer;

import org.jspecify.annotations.NullMarked;
