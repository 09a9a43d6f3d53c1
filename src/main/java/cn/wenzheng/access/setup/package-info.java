/** How a city begins: the one-time code of an empty product, its centre and its first administrator. */
@NullMarked
package cn.wenzheng.access.setup;

import org.jspecify.annotations.NullMarked;
