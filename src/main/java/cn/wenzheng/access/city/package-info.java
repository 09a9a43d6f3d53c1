/** How administrators keep the city, its units, people, topics and duties, by pages and by programs; auditors read it. */
@NullMarked
package cn.wenzheng.access.city;

import org.jspecify.annotations.NullMarked;
