/** Until when: working calendar, promise and stage limits; pure arithmetic plus its table. */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "access"})
package cn.wenzheng.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
