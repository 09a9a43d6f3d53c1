/** The pages of a petition: filing, following, lists and the case sheet. */
@NullMarked
package cn.wenzheng.petition.web;

import org.jspecify.annotations.NullMarked;
