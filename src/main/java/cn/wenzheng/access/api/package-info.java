/** What all doors for programs share: strict JSON, problem details, limits, and the tables everybody asks for. */
@NullMarked
package cn.wenzheng.access.api;

import org.jspecify.annotations.NullMarked;
