/** The petition room's doors for people and programs: the HTTP API and the pages. */
@NullMarked
package cn.wenzheng.petition.web;

import org.jspecify.annotations.NullMarked;
