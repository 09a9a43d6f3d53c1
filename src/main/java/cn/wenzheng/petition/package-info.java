/** What a petition (诉求) is and may do, from a citizen's words to a closed case; nothing technical. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "access", "access :: table"})
package cn.wenzheng.petition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
