/** How the city's words leave: what room {@code petition} says, what carries it, and what calls. */
@NullMarked
@NamedInterface("delivery")
package cn.wenzheng.petition.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
