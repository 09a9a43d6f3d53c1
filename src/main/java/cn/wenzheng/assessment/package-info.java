/** Keeps the facts on which a unit's performance is assessed (绩效考核). */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "deadline", "supervision", "access"})
package cn.wenzheng.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
