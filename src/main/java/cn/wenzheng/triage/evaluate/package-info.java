/** Measures what the house thinks, from the command line: without a server and without a database. */
@NullMarked
@NamedInterface("evaluate")
package cn.wenzheng.triage.evaluate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
