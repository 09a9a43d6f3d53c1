/** The pages of supervision, and what it says above a task's form. */
@NullMarked
package cn.wenzheng.supervision.web;

import org.jspecify.annotations.NullMarked;
