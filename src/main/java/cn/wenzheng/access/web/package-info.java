/** What all pages share: language, frame and the sentences of time. */
@NullMarked
package cn.wenzheng.access.web;

import org.jspecify.annotations.NullMarked;
