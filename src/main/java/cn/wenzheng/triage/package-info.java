/** Decides what a petition is about and which unit it belongs to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "deadline", "access", "access :: table"})
package cn.wenzheng.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
