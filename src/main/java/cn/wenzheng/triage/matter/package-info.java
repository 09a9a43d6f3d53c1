/** Has it been said before: how alike petitions are, which are nearest, and which are one storm. */
@NullMarked
package cn.wenzheng.triage.matter;

import org.jspecify.annotations.NullMarked;
