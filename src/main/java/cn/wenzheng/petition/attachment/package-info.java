/** Files that people hand in: what they are, made harmless, and where they are kept; nothing about who may see them. */
@NullMarked
package cn.wenzheng.petition.attachment;

import org.jspecify.annotations.NullMarked;
