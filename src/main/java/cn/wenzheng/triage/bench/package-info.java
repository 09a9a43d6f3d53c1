/** The bench (受理台): one list of all channels, one glance and two keys for a petition. */
@NullMarked
package cn.wenzheng.triage.bench;

import org.jspecify.annotations.NullMarked;
