/** The ground the rooms stand on: the start of the program, its database and the tables of the engine. */
@NullMarked
package cn.wenzheng;

import org.jspecify.annotations.NullMarked;
