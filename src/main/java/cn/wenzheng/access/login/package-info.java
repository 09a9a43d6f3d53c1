/** Who may come in through which door, and what every answer carries for the browser's protection. */
@NullMarked
package cn.wenzheng.access.login;

import org.jspecify.annotations.NullMarked;
