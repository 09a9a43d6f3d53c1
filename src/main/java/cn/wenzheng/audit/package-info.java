/** The memory of the house: append-only journal and the trail of a case. */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "access", "access :: table"})
package cn.wenzheng.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
