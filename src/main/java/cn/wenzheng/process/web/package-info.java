/** Stands before Camunda's webapps: the product's login, the calls each role may make, forms, plain answers. */
@NullMarked
package cn.wenzheng.process.web;

import org.jspecify.annotations.NullMarked;
