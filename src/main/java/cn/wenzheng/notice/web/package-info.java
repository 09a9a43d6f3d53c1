/** The notices of the person at the screen: list, figure in the head of every page, and the routes behind them. */
@NullMarked
package cn.wenzheng.notice.web;

import org.jspecify.annotations.NullMarked;
