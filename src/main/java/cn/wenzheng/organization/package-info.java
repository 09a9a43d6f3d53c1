/** Knows the city: its units on four levels, its people with their roles, and which unit answers for which topic. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.wenzheng.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
