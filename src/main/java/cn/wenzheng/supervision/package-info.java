/** Watches from outside the handling line: reminders, escalations and supervision slips (督办单). */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "deadline", "access"})
package cn.wenzheng.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
