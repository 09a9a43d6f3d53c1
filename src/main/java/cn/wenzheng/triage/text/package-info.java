/** What a text is about, how urgent it is and where: pure thinking, without a database and without Spring. */
@NullMarked
package cn.wenzheng.triage.text;

import org.jspecify.annotations.NullMarked;
