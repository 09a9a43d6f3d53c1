/** What the city's people may do in Camunda's webapps, and the filters Tasklist shows them. */
@NullMarked
package cn.wenzheng.process.rights;

import org.jspecify.annotations.NullMarked;
