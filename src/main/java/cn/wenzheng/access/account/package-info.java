/** What everybody on the staff may see and change of himself: his entry in the register, his own password. */
@NullMarked
package cn.wenzheng.access.account;

import org.jspecify.annotations.NullMarked;
