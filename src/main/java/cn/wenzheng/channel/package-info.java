/** Where citizens' words come in and answers go out: strangers' formats on one side, the petition desk on the other. */
@NullMarked
@ApplicationModule(allowedDependencies = {"petition", "organization", "access", "access :: table"})
package cn.wenzheng.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
