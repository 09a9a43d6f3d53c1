/** Shows the city's people and their groups to the engine, which keeps none of its own. */
@NullMarked
package cn.wenzheng.process.identity;

import org.jspecify.annotations.NullMarked;
