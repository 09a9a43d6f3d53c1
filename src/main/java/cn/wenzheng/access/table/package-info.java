/** Tables that come in and go out as files: read strictly and in bounded memory, written such that no cell is a formula. */
@NullMarked
@NamedInterface("table")
package cn.wenzheng.access.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
