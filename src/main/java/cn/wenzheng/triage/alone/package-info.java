/** Accepts and dispatches by itself what the city leaves to the system, under control, and stops when it does badly. */
@NullMarked
@NamedInterface("alone")
package cn.wenzheng.triage.alone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
