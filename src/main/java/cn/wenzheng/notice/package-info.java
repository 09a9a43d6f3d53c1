/** Who has to know of what: notices on the pages, in Tasklist's bar and by e-mail. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "petition",
            "petition :: delivery",
            "supervision",
            "triage :: alone"
        })
package cn.wenzheng.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
