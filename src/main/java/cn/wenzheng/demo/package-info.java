/** The demo city, its people and its movable clock; active only in profile {@code demo}. */
@NullMarked
@ApplicationModule
package cn.wenzheng.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
